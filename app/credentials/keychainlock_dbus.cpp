#include "app/credentials/keychainlock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

// Interface: freedesktop.org, Secret Service API 0.2.

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 5'000;

QDBusMessage message(const QString& path, const QString& interface, const QString& method)
{
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, path, interface, method);
    call.setAutoStartService(false);
    return call;
}

} // namespace

void KeychainLockQuery::start()
{
    QDBusMessage call = message(u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s);
    call << u"default"_s;
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, patienceMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        const QString path = reply.isValid() ? reply.value().path() : QString();
        if (path.size() < 2) { // "/": no default collection
            Q_EMIT answered(KeychainLock::Unknown);
            return;
        }
        askCollection(path);
    });
}

void KeychainLockQuery::askCollection(const QString& path)
{
    QDBusMessage call = message(path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    call << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, patienceMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isValid()) {
            Q_EMIT answered(KeychainLock::Unknown);
            return;
        }
        Q_EMIT answered(reply.value().variant().toBool() ? KeychainLock::Locked : KeychainLock::Open);
    });
}

} // namespace longshore
