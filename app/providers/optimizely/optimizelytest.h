#pragma once

#include "app/providers/optimizely/optimizelyclient.h"

namespace longshore::optimizely {

/// Signs in, then asks for each environment, a few at a time. There is no call that lists them.
class TestTask final : public ResultTask<ConnectionTest>
{
public:
    TestTask(std::shared_ptr<const Client> client, const QStringList& environments, QObject* parent);

protected:
    void run() override;

private:
    void signedIn(const Result<HttpResponse>& answer);
    void askNext();
    void learned(qsizetype index, const Call& call, const Result<HttpResponse>& answer);

    std::shared_ptr<const Client> m_client;
    ConnectionTest m_test;
    qsizetype m_next = 0;
    qsizetype m_answered = 0;
};

} // namespace longshore::optimizely
