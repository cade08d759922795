#pragma once

#include "app/core/task.h"
#include "app/providers/provider.h"

#include <QHash>
#include <functional>
#include <memory>

namespace longshore {

/// Makes providers and keeps them while their key works, so that a keychain is not asked for every poll.
class ProviderSource final : public QObject
{
    Q_OBJECT

public:
    using Make = std::function<ResultTask<std::shared_ptr<Provider>>*(const QString& connectionId, QObject* parent)>;
    template <class T>
    using Call = std::function<ResultTask<T>*(Provider&, QObject* parent)>;

    ProviderSource(Make make, QObject* parent) : QObject(parent), m_make(std::move(make)) { }

    [[nodiscard]] std::shared_ptr<Provider> kept(const QString& connectionId) const
    {
        return m_kept.value(connectionId);
    }
    [[nodiscard]] ResultTask<std::shared_ptr<Provider>>* make(const QString& connectionId, QObject* parent) const
    {
        return m_make(connectionId, parent);
    }
    void keep(const QString& connectionId, const std::shared_ptr<Provider>& provider)
    {
        m_kept.insert(connectionId, provider);
    }
    /// The key was refused or replaced, or the connection changed.
    void drop(const QString& connectionId) { m_kept.remove(connectionId); }

    /// A task, not yet started, that gets the provider and makes the call on it.
    template <class T>
    [[nodiscard]] ResultTask<T>* call(const QString& connectionId, Call<T> call, QObject* parent);

private:
    Make m_make;
    QHash<QString, std::shared_ptr<Provider>> m_kept;
};

namespace detail {
template <class T>
class ProviderCall final : public ResultTask<T>
{
public:
    ProviderCall(ProviderSource& source, QString connectionId, ProviderSource::Call<T> call, QObject* parent)
        : ResultTask<T>(parent), m_source(&source), m_connectionId(std::move(connectionId)), m_call(std::move(call))
    { }

protected:
    void run() override
    {
        m_provider = m_source->kept(m_connectionId);
        if (m_provider != nullptr) {
            request();
            return;
        }
        auto* made = m_source->make(m_connectionId, this);
        QObject::connect(made, &Task::finished, this, [this, made] {
            if (!made->result()) {
                this->completeWith(fail(made->result().error()));
                return;
            }
            m_provider = *made->result();
            m_source->keep(m_connectionId, m_provider);
            request();
        });
        made->start();
    }

private:
    void request()
    {
        if (this->isCancelled()) {
            return;
        }
        auto* answer = m_call(*m_provider, this);
        QObject::connect(answer, &Task::finished, this, [this, answer] { this->completeWith(answer->result()); });
        answer->start();
    }

    ProviderSource* m_source; ///< outlives the task: both belong to the engine
    QString m_connectionId;
    ProviderSource::Call<T> m_call;
    std::shared_ptr<Provider> m_provider; ///< also keeps it alive while the request runs
};
} // namespace detail

template <class T>
ResultTask<T>* ProviderSource::call(const QString& connectionId, Call<T> call, QObject* parent)
{
    return new detail::ProviderCall<T>(*this, connectionId, std::move(call), parent);
}

} // namespace longshore
