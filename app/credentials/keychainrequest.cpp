#include "app/credentials/keychainrequest.h"

#include "app/credentials/keychainlock.h"

#include <QCoreApplication>
#include <QThread>
#include <qt6keychain/keychain.h>

namespace longshore {

namespace {

/// One for the whole process: QtKeychain queues its jobs in one object that belongs to the thread of the first job.
QThread* keychainThread()
{
    static QThread* const thread = [] {
        auto* made = new QThread;
        made->setObjectName(QStringLiteral("keychain"));
        made->start();
        return made;
    }();
    static const bool ends = [] {
        // A keychain that blocks must not keep the program from ending.
        qAddPostRoutine([] {
            keychainThread()->quit();
            keychainThread()->wait(2'000);
        });
        return true;
    }();
    Q_UNUSED(ends)
    return thread;
}

KeychainReply replyOf(const QKeychain::Job& job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return KeychainReply::Done;
    case QKeychain::EntryNotFound:
        return KeychainReply::NotFound;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return KeychainReply::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return KeychainReply::NoBackend;
    default:
        return KeychainReply::Failed;
    }
}

QKeychain::Job* makeJob(KeychainCall call, const QString& service, const Secret& secret)
{
    switch (call) {
    case KeychainCall::Read:
        return new QKeychain::ReadPasswordJob(service);
    case KeychainCall::Remove:
        return new QKeychain::DeletePasswordJob(service);
    case KeychainCall::Write:
        break;
    }
    auto* job = new QKeychain::WritePasswordJob(service);
    job->setBinaryData(secret.reveal());
    return job;
}

} // namespace

KeychainRequest::KeychainRequest(KeychainCall call, QString service, QString key, Secret secret)
    : m_call(call), m_service(std::move(service)), m_key(std::move(key)), m_secret(std::move(secret))
{ }

void KeychainRequest::launch()
{
    moveToThread(keychainThread());
    QMetaObject::invokeMethod(this, &KeychainRequest::begin, Qt::QueuedConnection);
}

void KeychainRequest::begin()
{
    QKeychain::Job* const job = makeJob(m_call, m_service, m_secret);
    job->setKey(m_key);
    job->setInsecureFallback(false);
    connect(job, &QKeychain::Job::finished, this, &KeychainRequest::take);
    job->start(); // deletes itself
}

void KeychainRequest::take(QKeychain::Job* job)
{
    const KeychainReply reply = replyOf(*job);
    if (reply != KeychainReply::Done) {
        m_words = job->errorString();
    } else if (m_call == KeychainCall::Read) {
        m_secret = Secret(static_cast<QKeychain::ReadPasswordJob*>(job)->binaryData());
    }
    if (!needsLockState(m_call, reply)) {
        judge(reply, KeychainLock::Unknown);
        return;
    }
    auto* query = new KeychainLockQuery(this);
    connect(query, &KeychainLockQuery::answered, this, [this, reply](KeychainLock lock) { judge(reply, lock); });
    query->start();
}

void KeychainRequest::judge(KeychainReply reply, KeychainLock lock)
{
    KeychainAnswer answer;
    const std::optional<Error::Code> failure = keychainFailure(m_call, reply, lock);
    answer.done = !failure;
    if (failure) {
        answer.error.code = *failure;
        answer.error.subject = m_key;
        answer.error.detail = m_words;
    } else if (m_call == KeychainCall::Read) {
        answer.secret = m_secret;
    }
    Q_EMIT answered(answer);
    deleteLater();
}

} // namespace longshore
