#include "app/credentials/keychainstore.h"

#include "app/credentials/keychainrequest.h"

#include <QTimer>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

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
        this->completeWith(fail(Error::Code::KeychainLocked, m_order.key,
                                u"the keychain did not answer within %1 s"_s.arg(seconds)));
    }

    Order m_order;
};

} // namespace

KeychainStore::KeychainStore(QString service, std::chrono::milliseconds patience)
    : m_service(std::move(service)), m_patience(patience)
{
}

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
