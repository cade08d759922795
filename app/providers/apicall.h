#pragma once

#include "app/core/task.h"
#include "app/net/httptransport.h"

#include <functional>
#include <memory>

namespace longshore {

/// One call of a service's API as a task: the request is built when it is sent, and what was answered is read into a T.
/// The client builds requests and takes an answer's wrapper off: `request(call)`, `read(call, answer)`, `transport()`.
template <class T, class Client, class Call, class Answer>
class ApiCallTask final : public ResultTask<T>
{
public:
    using Read = std::function<Result<T>(const Answer&)>;
    ApiCallTask(std::shared_ptr<const Client> client, Call call, Read read, QObject* parent)
        : ResultTask<T>(parent), m_client(std::move(client)), m_call(std::move(call)), m_read(std::move(read))
    { }

protected:
    void run() override
    {
        const Result<HttpRequest> request = m_client->request(m_call);
        if (!request) {
            this->completeWith(fail(request.error()));
            return;
        }
        HttpTask* http = m_client->transport().send(*request, this);
        QObject::connect(http, &Task::finished, this, [this, http] { finish(http->result()); });
        http->start();
    }

private:
    void finish(const Result<HttpResponse>& http)
    {
        const Result<Answer> answer = m_client->read(m_call, http);
        if (!answer) {
            this->completeWith(fail(answer.error()));
            return;
        }
        Result<T> result = m_read(*answer);
        if (!result && m_call.changesSomething()) {
            // The service did it and we cannot read what: without the id it may not be asked again.
            result.error().code = Error::Code::OutcomeUnknown;
        }
        this->completeWith(std::move(result));
    }

    std::shared_ptr<const Client> m_client;
    Call m_call;
    Read m_read;
};

} // namespace longshore
