#pragma once

#include "app/services.h"

#include <memory>

namespace longshore {

class PracticeServer;

/// A running practice server, and the connection to it.
struct PracticeSession
{
    std::shared_ptr<PracticeServer> server; ///< the last owner stops it, on a thread of its own
    Connection connection;
    Secret secret;
};

/// Starts the server in the background. Its files are below `state` unless the options name a folder, so that they are
/// there again the next time.
[[nodiscard]] ResultTask<PracticeSession>* startPracticeServer(const ServicesOptions& options, const QString& state,
                                                               QObject* parent);

} // namespace longshore
