#pragma once

#include "tests/support/faultserver.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <functional>
#include <optional>

namespace longshore {

/// One blob of an Azure store behind a FaultServer: Put Block, Put Block List, Get Block List, with the refusals that
/// an upload meets. No signatures; `gate` may answer first.
class BlockStore final
{
public:
    /// An answer in place of the store's, or nothing.
    using Gate = std::function<std::optional<FaultServer::Reply>(const FaultServer::Request&)>;

    [[nodiscard]] FaultServer::Reply answer(const FaultServer::Request& request);
    /// The request's parameter, percent-decoded.
    [[nodiscard]] static QByteArray parameter(const FaultServer::Request& request, const QByteArray& name);
    [[nodiscard]] static bool isBlock(const FaultServer::Request& request);
    [[nodiscard]] static bool isCommit(const FaultServer::Request& request);
    [[nodiscard]] static FaultServer::Reply refusal(int status, const QByteArray& word);

    Gate gate;
    bool leased = false;
    bool checksHashes = true;
    QMap<QByteArray, QByteArray> staged; ///< id → bytes, not committed
    QMap<QByteArray, QByteArray> committed; ///< id → bytes of the blob's blocks
    std::optional<QByteArray> blob; ///< its content, once there is one
    QByteArray blobMd5; ///< x-ms-blob-content-md5 of the commit
    QList<QByteArray> sentIds; ///< of every Put Block that was taken
    int commits = 0;

private:
    [[nodiscard]] FaultServer::Reply putBlock(const FaultServer::Request& request);
    [[nodiscard]] FaultServer::Reply putList(const FaultServer::Request& request);
    [[nodiscard]] FaultServer::Reply getList(const FaultServer::Request& request) const;
};

} // namespace longshore
