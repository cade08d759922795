#include "app/net/proxyresolver.h"

#include <QNetworkProxy>

namespace longshore {

namespace {

ProxyChoice choiceFrom(const QNetworkProxy& proxy)
{
    QByteArray scheme;
    switch (proxy.type()) {
    case QNetworkProxy::HttpProxy:
    case QNetworkProxy::HttpCachingProxy:
        scheme = "http";
        break;
    case QNetworkProxy::Socks5Proxy:
        scheme = "socks5h"; // the proxy resolves the name
        break;
    default:
        return {};
    }
    QUrl url;
    url.setScheme(QString::fromLatin1(scheme));
    url.setHost(proxy.hostName());
    url.setPort(proxy.port());
    return {url.toEncoded(QUrl::StripTrailingSlash), proxy.user().toUtf8(), proxy.password().toUtf8()};
}

ProxyChoice systemChoice(const QUrl& url)
{
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    for (const QNetworkProxy& proxy : proxies) {
        if (proxy.type() == QNetworkProxy::NoProxy) {
            return {};
        }
        if (ProxyChoice choice = choiceFrom(proxy); !choice.address.isEmpty()) {
            return choice;
        }
    }
    return {};
}

} // namespace

ProxyChoice proxyFromUrl(const QUrl& url)
{
    if (url.host().isEmpty()) {
        return {};
    }
    QUrl plain = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    if (plain.scheme() == QLatin1String("socks5")) {
        plain.setScheme(QStringLiteral("socks5h"));
    }
    return {plain.toEncoded(), url.userName(QUrl::FullyDecoded).toUtf8(), url.password(QUrl::FullyDecoded).toUtf8()};
}

ProxyResolver::ProxyResolver() : m_pool(std::make_unique<QThreadPool>())
{
    m_pool->setMaxThreadCount(1);
}

ProxyResolver::~ProxyResolver()
{
    m_pool->clear();
    if (!m_pool->waitForDone(3'000)) {
        (void)m_pool.release(); // its destructor would wait without end
    }
}

void ProxyResolver::ask(const QByteArray& url, std::function<void(const ProxyChoice&)> done)
{
    const QUrl place = QUrl::fromEncoded(url).adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    m_pool->start([place, done = std::move(done)] { done(systemChoice(place)); });
}

} // namespace longshore
