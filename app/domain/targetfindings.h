#pragma once

#include "app/domain/dumpfacts.h"
#include "app/domain/finding.h"
#include "app/domain/importrequest.h"

#include <QDateTime>
#include <optional>

namespace longshore {

/// What is known about the database that an import would replace. Whatever is not known stays as it is here, and there
/// is no finding about it.
struct TargetExpectations
{
    /// Where the file came from, as the library knows.
    struct Source
    {
        enum class Place { TheTargetItself, Elsewhere };
        Place place = Place::Elsewhere;
        QString name; ///< "contoso/Production"
        Tier tier = Tier::Production;
    };

    QDateTime now{}; ///< UTC
    std::optional<qint64> usualBytes{}; ///< of a package of that database
    QDateTime lastImportAt{}; ///< UTC; the last one into that database, without the one that is being taken back
    std::optional<Source> source{};
    // of a MySQL dump
    std::optional<DumpFacts> dump{}; ///< what a look at the file learned
    QString domain{}; ///< under which the target answers
    QString searchFor{}; ///< what the import replaces in all texts
    std::optional<PackageFacts> held{}; ///< of the file that was imported there last
};

/// What of the file does not fit the target, and what does. Pure; `file` is what the inspection gave.
[[nodiscard]] QList<Finding> findingsForTarget(const CheckedFile& file, Database target,
                                               const TargetExpectations& expected);

/// What a look at a dump found, in the light of where the dump comes from: what the platform's own exports always have
/// is a warning in any other file and worth a note in one of its own.
[[nodiscard]] Finding ofPlatformsExport(Finding finding);

/// Whether a copy stops for it unless a person accepted warnings when it was started. What the platform's own exports
/// always have does not stop it, nor what was on the sheet already: production data, the address. Nor its age: it was
/// exported just now.
[[nodiscard]] bool stopsCopy(const Finding& finding);

/// What to search for and what to put there, so that a site comes to know itself by another domain: "//old.example" and
/// "//new.example", which leaves addresses of mail alone and serves http and https.
struct AddressReplacement
{
    QString searchFor;
    QString replaceBy;

    friend bool operator==(const AddressReplacement&, const AddressReplacement&) = default;
};
/// `from`: an address or a domain. Nothing where one is not known, or they are the same.
[[nodiscard]] std::optional<AddressReplacement> suggestedReplacement(const QString& from, const QString& domain);

} // namespace longshore
