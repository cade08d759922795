#pragma once

#include "app/practice/http.h"
#include "app/practice/s3signature.h"
#include "app/practice/s3store.h"

#include <optional>

namespace longshore::practice {

struct PracticeContext;

/// The REST surface of an S3 bucket, as far as presigned links reach: GET, PUT and parts of multipart uploads. Where
/// real stores differ it does what two of them were measured to do: `If-Range` is ignored, of many ranges the first
/// counts.
class S3Service final
{
public:
    S3Service(PracticeContext& context, S3Store& store, S3Key key);

    static constexpr char bucket[] = "vector-practice-transfers";
    /// The folder of the bucket; requests below it are for this service.
    [[nodiscard]] static QByteArray root();

    [[nodiscard]] HttpReply handle(const HttpRequest& request);
    /// What can be refused before the body was sent.
    [[nodiscard]] std::optional<HttpReply> refuse(const HttpRequest& request);

    struct Link
    {
        QByteArray method;
        QByteArray key;
        S3Grant::Pairs query = {};
        S3Grant::Pairs headers = {};
        std::chrono::seconds life;
    };
    [[nodiscard]] QByteArray link(const Link& link) const;

private:
    struct Target
    {
        const HttpRequest& request;
        QByteArray key;
        QByteArray uploadId;
        int partNumber = 0;
        S3Check check;
    };
    [[nodiscard]] Target target(const HttpRequest& request) const;
    [[nodiscard]] std::optional<HttpReply> unauthorized(const Target& target) const;
    [[nodiscard]] HttpReply answer(const HttpRequest& request);

    [[nodiscard]] HttpReply download(const Target& target);
    [[nodiscard]] HttpReply content(const Target& target, const S3Object& object);

    [[nodiscard]] std::optional<HttpReply> unwritable(const Target& target) const;
    [[nodiscard]] HttpReply upload(const Target& target);
    struct Received
    {
        S3Part part;
        bool complete = false;
        bool cut = false; ///< by a fault
    };
    /// Streams the body into a file.
    [[nodiscard]] Received receive(const Target& target);

    PracticeContext& m_context;
    S3Store& m_store;
    S3Key m_key;
};

} // namespace longshore::practice
