#pragma once

#include "app/domain/database.h"

#include <QDateTime>
#include <QSet>
#include <QString>
#include <optional>

namespace longshore {

/// `<app>.<cms|commerce>.sqldb.<version>.bacpac`: how the service knows what a database package is for (facts:
/// optimizely.md 3.2). The word in it decides which database is overwritten.
struct PackageName
{
    QString app; ///< may be empty
    Database database = Database::Cms;
    QString version; ///< "20260112.1402", "20260112.1402.2"

    [[nodiscard]] QString toString() const;
    /// Empty unless the rules accept it.
    [[nodiscard]] static std::optional<PackageName> parse(const QString& name);

    friend bool operator==(const PackageName&, const PackageName&) = default;
};

enum class PackageNameFault {
    None,
    Empty,
    Blank, ///< the API cannot take spaces
    SpecialCharacter, ///< anything but letters, digits, `.`, `-` and `_`
    NotBacpac, ///< does not end in .bacpac
    NoDatabaseWord, ///< no `.cms.sqldb.` or `.commerce.sqldb.` part, or no version
    OtherDatabase, ///< names the other database than the target's
    TooLong, ///< a blob name has under 128 characters
    Used, ///< a deployment had a package of that name: it cannot be overwritten
};

/// Live validity of what a person types. `used`: names without regard to case.
[[nodiscard]] PackageNameFault packageNameFault(const QString& name, Database target, const QSet<QString>& used);
/// "Contoso Web & Shop" → "contoso-web-shop"; may be empty.
[[nodiscard]] QString packageApp(const QString& projectName);
/// A name nobody used: app from the project, version from the UTC stamp and a counter.
[[nodiscard]] QString composePackageName(const QString& projectName, Database database, const QDateTime& utc,
                                         const QSet<QString>& used);
/// The same name with the next version that is not used; for a name that turned out to be taken.
[[nodiscard]] QString nextPackageName(const QString& name, const QSet<QString>& used);

} // namespace longshore
