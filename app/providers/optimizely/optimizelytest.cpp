#include "app/providers/optimizely/optimizelytest.h"

#include "app/core/clock.h"
#include "app/net/httptransport.h"
#include "app/providers/optimizely/optimizelyjson.h"
#include "app/providers/serverwords.h"

#include <algorithm>

namespace longshore::optimizely {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype AtATime = 3;

/// Without blanks and repetitions, each in its canonical spelling.
QList<Environment> candidates(const Client& client, const QStringList& names)
{
    QList<Environment> environments;
    const QStringList documented = candidateEnvironments();
    for (const QString& name : names) {
        const QString canonical = client.canonicalEnvironment(name);
        const bool known = std::any_of(environments.begin(), environments.end(), [&canonical](const Environment& one) {
            return one.name.compare(canonical, Qt::CaseInsensitive) == 0;
        });
        if (canonical.isEmpty() || known) {
            continue;
        }
        const std::optional<Environment> before = client.connection().environment(canonical);
        environments.append({.name = canonical,
                             .tier = before ? before->tier : guessTier(canonical),
                             .access = Access::Unknown,
                             .addedByHand = !documented.contains(canonical)});
    }
    return environments;
}

Call signIn()
{
    return {.path = "deployments"};
}

Call containersOf(const QString& environment)
{
    return {.path = "environments/" + segment(environment) + "/storagecontainers", .environment = environment};
}

Access accessFrom(const Result<QJsonValue>& answer)
{
    if (answer) {
        return Access::Allowed;
    }
    return answer.error().code == Error::Code::Unauthorized ? Access::Denied : Access::Unknown;
}

} // namespace

TestTask::TestTask(std::shared_ptr<const Client> client, const QStringList& environments, QObject* parent)
    : ResultTask(parent), m_client(std::move(client))
{
    m_test.environments = candidates(*m_client, environments);
}

void TestTask::run()
{
    const Result<HttpRequest> request = m_client->request(signIn());
    if (!request) {
        completeWith(tl::unexpected<Error>(request.error()));
        return;
    }
    HttpTask* http = m_client->transport().send(*request, this);
    connect(http, &Task::finished, this, [this, http] { signedIn(http->result()); });
    http->start();
}

void TestTask::signedIn(const Result<HttpResponse>& answer)
{
    const Result<QJsonValue> value = m_client->read(signIn(), answer);
    if (!value) {
        completeWith(tl::unexpected<Error>(value.error()));
        return;
    }
    if (const Result<QList<ImportStatus>> list = deploymentsFromJson(*value); !list) {
        completeWith(tl::unexpected<Error>(list.error()));
        return;
    }
    m_test.clockAheadSeconds = clockAhead(*answer, m_client->clock().nowUtc()).value_or(0);
    if (m_test.environments.isEmpty()) {
        completeWith(m_test);
        return;
    }
    while (m_next < std::min(AtATime, m_test.environments.size())) {
        askNext();
    }
}

void TestTask::askNext()
{
    const qsizetype index = m_next++;
    const Call call = containersOf(m_test.environments.at(index).name);
    const Result<HttpRequest> request = m_client->request(call);
    if (!request) {
        completeWith(tl::unexpected<Error>(request.error()));
        return;
    }
    HttpTask* http = m_client->transport().send(*request, this);
    connect(http, &Task::finished, this, [this, http, index, call] { learned(index, call, http->result()); });
    http->start();
}

void TestTask::learned(qsizetype index, const Call& call, const Result<HttpResponse>& answer)
{
    m_test.environments[index].access = accessFrom(m_client->read(call, answer));
    ++m_answered;
    reportProgress({.done = m_answered, .total = m_test.environments.size()});
    if (isCancelled()) {
        return;
    }
    if (m_answered == m_test.environments.size()) {
        completeWith(m_test);
    } else if (m_next < m_test.environments.size()) {
        askNext();
    }
}

} // namespace longshore::optimizely
