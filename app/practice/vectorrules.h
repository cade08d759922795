#pragma once

#include "app/practice/vectorjob.h"
#include "app/practice/vectorreply.h"

namespace longshore::practice {

/// What a body asks for, and what is wrong with it.
struct VectorWish
{
    VectorJob job;
    VectorErrors errors;

    [[nodiscard]] HttpReply refusal() const; ///< 422 with the first sentence as its message
};

/// The body of a new import session.
[[nodiscard]] VectorWish parseImport(const QJsonObject& body, VectorDialect dialect);
/// The body of a new backup, beside what it is of.
[[nodiscard]] VectorWish parseBackup(const QJsonObject& body);
/// The body of a new restore, beside the backup.
[[nodiscard]] VectorWish parseRestore(const QJsonObject& body);

/// The field `file` of a multipart/form-data body; nothing when there is none. The boundary is taken from the body
/// where the content type tells none.
[[nodiscard]] std::optional<QByteArray> formFile(const QByteArray& contentType, const QByteArray& body);

} // namespace longshore::practice
