#pragma once

#include "app/core/result.h"
#include "app/practice/http.h"

#include <QJsonObject>
#include <QJsonValue>
#include <optional>

namespace longshore::practice {

/// `{"success":true,"errors":[],"result":…}`
[[nodiscard]] HttpReply apiResult(const QJsonValue& result);
/// `{"success":false,"errors":[…],"result":null}`
[[nodiscard]] HttpReply apiError(int status, const QString& sentence);
[[nodiscard]] HttpReply htmlPage(int status, const QByteArray& title);

class Faults;
struct PracticeContext;
/// The faults that both APIs know, before a call is carried out. `limited`, `broken`: how this API spells 429 and 500.
[[nodiscard]] std::optional<HttpReply> commonFault(PracticeContext& context, const HttpRequest& request,
                                                   HttpReply limited, const HttpReply& broken);
/// Drops or cuts the answer to a POST that was carried out, where a fault says so.
void loseAnswer(Faults& faults, HttpReply& reply);

/// The members of a JSON object with their names in lower case: the service binds without regard to case. An empty
/// body is an empty object. Errors: BadInput when it is no JSON object.
[[nodiscard]] Result<QJsonObject> lowerCaseMembers(const QByteArray& body);

} // namespace longshore::practice
