#include "app/credentials/keychainstore.h"

#include "app/credentials/keychainrequest.h"

#include <QFileInfo>
#include <QTimer>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// Without a session bus there is no Secret Service and no KWallet to answer, and some libraries then wait for ever.
bool canReachKeychains()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") || !qEnvironmentVariableIsEmpty("DISPLAY")
           || (!runtime.isEmpty() && QFileInfo::exists(runtime + u"/bus"_s));
#else
    return true;
#endif
}

template <class T>
class KeychainTask final : public ResultTask<T>
{
public:
    struct Order
    {
        KeychainCall call;
        QString service;
        QString key;
        Secret secret;
        std::chrono::milliseconds patience;
    };
    KeychainTask(Order order, QObject* parent) : ResultTask<T>(parent), m_order(std::move(order)) { }

protected:
    void run() override
    {
        if (!canReachKeychains()) {
            this->completeWith(fail(Error::Code::NoKeychain, m_order.key, u"no session bus"_s));
            return;
        }
        QTimer::singleShot(m_order.patience, this, [this] { giveUp(); });
        auto* request = new KeychainRequest(m_order.call, m_order.service, m_order.key, m_order.secret);
        QObject::connect(request, &KeychainRequest::answered, this,
                         [this](const KeychainAnswer& answer) { take(answer); });
        request->launch();
    }

private:
    void take(const KeychainAnswer& answer)
    {
        if (!answer.done) {
            this->completeWith(fail(answer.error));
            return;
        }
        if constexpr (std::is_void_v<T>) {
            this->completeWith(Result<void>());
        } else {
            this->completeWith(answer.secret);
        }
    }

    void giveUp()
    {
        const auto seconds = std::chrono::duration<double>(m_order.patience).count();
        this->completeWith(
            fail(Error::Code::KeychainLocked, m_order.key, u"the keychain did not answer within %1 s"_s.arg(seconds)));
    }

    Order m_order;
};

} // namespace

KeychainStore::KeychainStore(QString service, std::chrono::milliseconds patience)
    : m_service(std::move(service)), m_patience(patience)
{ }

ResultTask<Secret>* KeychainStore::read(const QString& key, QObject* parent)
{
    return new KeychainTask<Secret>({KeychainCall::Read, m_service, key, Secret(), m_patience}, parent);
}

ResultTask<void>* KeychainStore::write(const QString& key, const Secret& secret, QObject* parent)
{
    return new KeychainTask<void>({KeychainCall::Write, m_service, key, secret, m_patience}, parent);
}

ResultTask<void>* KeychainStore::remove(const QString& key, QObject* parent)
{
    return new KeychainTask<void>({KeychainCall::Remove, m_service, key, Secret(), m_patience}, parent);
}

} // namespace longshore
