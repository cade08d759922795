#pragma once

#include "app/services.h"

#include <memory>

namespace longshore {

class Connections;
class PracticeServer;

/// A running practice server, and the connections to it: its project of Optimizely DXP, then its sites of Vector Pro.
struct PracticeSession
{
    struct Way
    {
        Connection connection;
        Secret secret;
    };
    std::shared_ptr<PracticeServer> server; ///< the last owner stops it, on a thread of its own
    QList<Way> ways;
};

/// Starts the server in the background. Its files are below `state` unless the options name a folder, so that they are
/// there again the next time.
[[nodiscard]] ResultTask<PracticeSession>* startPracticeServer(const ServicesOptions& options, const QString& state,
                                                               QObject* parent);
/// Makes the rows of the session's connections durable, so that another process of the state folder can file jobs for
/// them. A site whose name a person gave to something else gets a number. Errors: as Connections::save().
[[nodiscard]] ResultTask<void>* savePractice(Connections& connections, const PracticeSession& session, QObject* parent);

} // namespace longshore
