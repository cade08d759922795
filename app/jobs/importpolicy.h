#pragma once

#include "app/core/error.h"
#include "app/domain/importflow.h"
#include "app/providers/provider.h"

#include <QSet>
#include <optional>

namespace longshore {

/// What an error means for an import: it waits for something and tries again, or an event moves it on.
struct ImportVerdict
{
    std::optional<ImportEvent> event;
    WaitReason wait = WaitReason::None;

    friend bool operator==(const ImportVerdict&, const ImportVerdict&) = default;
};

/// A failed attempt to start the deployment; as verdictOnAsking(), but where a deployment may have been started before
/// the service failed there is a list to look at.
[[nodiscard]] ImportVerdict verdictOnDeploying(const Error& error);
/// A failed question about a running deployment; `times`: how often this error came in a row.
[[nodiscard]] ImportVerdict verdictOnDeployment(const Error& error, int times);
/// A failed upload of the file at `path`; `times` as above.
[[nodiscard]] ImportVerdict verdictOnUpload(const Error& error, const QString& path, int times);
/// The package's name is taken: another deployment holds it, or a blob of that name is there.
[[nodiscard]] bool isNameTaken(const Error& error);

/// What a start whose answer was lost asked for.
struct LostStart
{
    QString packageName;
    QString environment;
    QDateTime askedAt; ///< our clock
    QSet<QString> otherIds{}; ///< lower case; of deployments that other jobs have
};

/// What a list of deployments tells about it.
struct FoundStart
{
    enum class Verdict {
        Found,
        Absent, ///< the list is whole and does not have it
        Unsure, ///< the list may have lost it, or tells too little of one that began then
    };
    Verdict verdict = Verdict::Unsure;
    QString id; ///< when found

    friend bool operator==(const FoundStart&, const FoundStart&) = default;
};
[[nodiscard]] FoundStart findStart(const QList<ImportStatus>& newestFirst, const LostStart& lost);

} // namespace longshore
