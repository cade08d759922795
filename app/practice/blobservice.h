#pragma once

#include "app/practice/blobstore.h"
#include "app/practice/http.h"
#include "app/practice/sas.h"

#include <QMutex>
#include <QSet>

namespace longshore::practice {

struct PracticeContext;

/// The REST surface of Azure block blobs, as far as a service SAS reaches.
class BlobService final
{
public:
    explicit BlobService(PracticeContext& context) : m_context(context) { }

    [[nodiscard]] HttpReply handle(const HttpRequest& request);
    /// What can be refused before the body was sent.
    [[nodiscard]] std::optional<HttpReply> refuse(const HttpRequest& request);

    /// A request to the store, taken apart.
    struct Target
    {
        const HttpRequest& request;
        QueryParameters query;
        QByteArray container;
        QByteArray blob; ///< empty: the container itself
    };

private:
    [[nodiscard]] Target target(const HttpRequest& request) const;
    [[nodiscard]] std::optional<HttpReply> unauthorized(const Target& target) const;
    [[nodiscard]] HttpReply dispatch(const Target& target);

    [[nodiscard]] HttpReply download(const Target& target);
    [[nodiscard]] HttpReply content(const Target& target, const Blob& blob);
    [[nodiscard]] HttpReply blockList(const Target& target) const;
    [[nodiscard]] HttpReply blobList(const Target& target) const;

    [[nodiscard]] std::optional<HttpReply> unwritable(const Target& target);
    /// Whether a fault holds this package's name; once it does, it goes on.
    [[nodiscard]] bool isHeld(const Target& target);
    [[nodiscard]] HttpReply putBlob(const Target& target);
    [[nodiscard]] HttpReply putBlock(const Target& target);
    [[nodiscard]] HttpReply putBlockList(const Target& target);
    struct Received
    {
        QString file; ///< complete, under its final name
        qint64 size = 0;
        QByteArray md5; ///< Base64
    };
    /// Streams the body into the blob's folder.
    [[nodiscard]] std::optional<Received> receive(const Target& target, const QByteArray& blockId);

    PracticeContext& m_context;
    QMutex m_heldMutex;
    QSet<QByteArray> m_held;
};

} // namespace longshore::practice
