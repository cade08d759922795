#pragma once

#include "app/net/httptransport.h"

#include <QList>
#include <deque>

namespace longshore {

/// Records every request and answers from a script. Without a scripted reply a request fails with Internal,
/// "no scripted reply".
class FakeTransport final : public HttpTransport
{
public:
    struct Reply
    {
        Result<HttpResponse> answer;
        bool hangs = false; ///< never finishes unless cancelled
    };

    QList<HttpRequest> requests; ///< of started tasks, in order
    std::deque<Reply> replies;

    void reply(int status, const QByteArray& body, const QList<std::pair<QByteArray, QByteArray>>& headers = {});
    void replyError(Error::Code code);
    void hang();
    [[nodiscard]] HttpTask* send(const HttpRequest& request, QObject* parent) override;
};

} // namespace longshore
