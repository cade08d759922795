#include "app/net/curltls.h"
#include "tests/support/curltest.h"
#include "tests/support/testbodies.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QTest>
#include <openssl/x509.h>

using namespace longshore;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What OpenSSL says of a certificate when it is shown to the store.
bool isBelieved(X509_STORE* store, const QByteArray& der)
{
    const auto* bytes = reinterpret_cast<const unsigned char*>(der.constData());
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(d2i_X509(nullptr, &bytes, der.size()), &X509_free);
    const std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)> context(X509_STORE_CTX_new(),
                                                                                  &X509_STORE_CTX_free);
    return certificate && X509_STORE_CTX_init(context.get(), store, certificate.get(), nullptr) == 1
           && X509_verify_cert(context.get()) == 1;
}

} // namespace

/// Whom we believe, and through whom we go.
class TestCurlTls : public CurlTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() override
    {
        CurlTest::init();
        m_server->handler = [](const FaultServer::Request& request) {
            return FaultServer::Reply{.body = "reached " + request.target};
        };
        m_settings = {};
        m_settings.proxy = TransportSettings::Proxy::None;
        m_transport->setSettings(m_settings);
    }
    void cleanup() override
    {
        for (const char* name : {"https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY", "all_proxy", "ALL_PROXY"}) {
            qunsetenv(name);
        }
        CurlTest::cleanup();
    }

    void selfSignedIsNotTrusted()
    {
        m_server->useTls(TestCertificate::selfSigned({"127.0.0.1"}));
        const auto answer = send(m_server->link());
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::TlsUntrusted);
        QVERIFY(!answer.error().retryable);
        QVERIFY(m_server->requests.isEmpty());
    }

    void unknownAuthorityIsNamed()
    {
        m_server->useTls(TestCertificate::signedBy(TestCertificate::authority("Corp Proxy CA"), {"127.0.0.1"}));
        const auto answer = send(m_server->link());
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::TlsUntrusted);
        QCOMPARE(answer.error().subject, u"Corp Proxy CA"_s);
    }

    void expiredIsNotTrusted()
    {
        const TestCertificate authority = TestCertificate::authority("House CA");
        trust(authority.certificate);
        m_server->useTls(TestCertificate::expiredSignedBy(authority, {"127.0.0.1"}));
        const auto answer = send(m_server->link());
        QCOMPARE(answer.error().code, Error::Code::TlsUntrusted);
        QVERIFY(answer.error().detail.contains(u"expired"_s));
    }

    void wrongHostIsToldApart()
    {
        const TestCertificate authority = TestCertificate::authority("House CA");
        trust(authority.certificate);
        m_server->useTls(TestCertificate::signedBy(authority, {"other.example"}));
        const auto answer = send(m_server->link());
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::TlsWrongHost);
    }

    void addedAuthorityIsTrusted()
    {
        const TestCertificate authority = TestCertificate::authority("House CA");
        m_server->useTls(TestCertificate::signedBy(authority, {"127.0.0.1"}));
        QVERIFY(!send(m_server->link()));
        trust(authority.certificate);
        const auto answer = send(m_server->link("/now"));
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
        QCOMPARE(answer->body, QByteArray("reached /now"));
        // …and no longer once it is taken away, also not over a kept connection.
        m_settings.caFile.clear();
        m_transport->setSettings(m_settings);
        QVERIFY(!send(m_server->link()));
    }

    void systemsAuthoritiesAreTrustedBesideTheAddedOne()
    {
        QList<QByteArray> known;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        for (const QSslCertificate& authority : QSslConfiguration::systemCaCertificates()) {
            if (authority.effectiveDate() < now && authority.expiryDate() > now) {
                known << authority.toDer();
            }
        }
        if (known.isEmpty()) {
            QSKIP("this machine trusts no authority");
        }
        const TestCertificate house = TestCertificate::authority("House CA");
        trust(house.certificate);
        const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> easy(curl_easy_init(), &curl_easy_cleanup);
        TrustedRoots roots;
        roots.load(m_settings.caFile);
        roots.applyTo(easy.get());
        if (!roots.store()) {
            QSKIP("libcurl reads the authorities by itself here");
        }
        const QByteArray stranger = QSslCertificate(TestCertificate::authority("Stranger CA").certificate).toDer();
        QVERIFY(!isBelieved(roots.store().get(), stranger));
        QVERIFY(isBelieved(roots.store().get(), QSslCertificate(house.certificate).toDer()));
        for (const QByteArray& authority : known) {
            QVERIFY(isBelieved(roots.store().get(), authority));
        }
        // A store that has never been asked for a stranger finds them, too.
        TrustedRoots fresh;
        fresh.load({});
        fresh.applyTo(easy.get());
        QVERIFY(isBelieved(fresh.store().get(), known.first()));
        QVERIFY(!isBelieved(fresh.store().get(), QSslCertificate(house.certificate).toDer()));
    }

    void missingCaFileDoesNotBringTrust()
    {
        m_server->useTls(TestCertificate::signedBy(TestCertificate::authority("House CA"), {"127.0.0.1"}));
        m_settings.caFile = m_folder.filePath(u"none.pem"_s);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"no certificate in the added CA file"_s));
        m_transport->setSettings(m_settings);
        QCOMPARE(send(m_server->link()).error().code, Error::Code::TlsUntrusted);
    }

    void redirectFromHttpsToHttpIsRefused()
    {
        const TestCertificate authority = TestCertificate::authority("House CA");
        trust(authority.certificate);
        FaultServer plain;
        m_server->useTls(TestCertificate::signedBy(authority, {"127.0.0.1"}));
        m_server->reply(302, "", {{"Location", plain.url("/")}});
        HttpRequest request;
        request.url = m_server->link();
        request.maxRedirects = 3;
        const auto answer = awaitResult(m_transport->send(request, this));
        QCOMPARE(answer.error().code, Error::Code::BadAnswer);
        QCOMPARE(plain.connectionCount(), 0);
    }

    void streamsOverTls()
    {
        const TestCertificate authority = TestCertificate::authority("House CA");
        trust(authority.certificate);
        m_server->useTls(TestCertificate::signedBy(authority, {"127.0.0.1"}));
        m_server->reply(200, PatternSource::bytes(1'000'000));
        HttpRequest request;
        request.url = m_server->link("/x");
        const auto sink = std::make_shared<CollectingSink>();
        request.sink = sink;
        QVERIFY(awaitResult(m_transport->send(request, this)));
        QVERIFY(sink->bytes() == PatternSource::bytes(1'000'000));
    }

    void manualProxyIsATunnel()
    {
        const SignedUrl link = behindProxy();
        m_settings.proxy = TransportSettings::Proxy::Manual;
        m_settings.manualProxy = QUrl(QString::fromLatin1("http://127.0.0.1:%1").arg(m_server->port()));
        m_transport->setSettings(m_settings);
        const auto answer = send(link, {{"Authorization", "epi-hmac secret"}});
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
        QCOMPARE(answer->body, QByteArray("reached /c?sig=a%2Bb"));
        QCOMPARE(m_server->connects, QList<QByteArray>{"dxp.example.invalid:443"});
        QVERIFY(!m_server->lastConnectHeaders.contains("Authorization"));
    }

    void proxyGetsItsPassword()
    {
        const SignedUrl link = behindProxy();
        useManualProxy();
        m_server->proxyAuthorization = "Basic " + QByteArray("user:pa ss").toBase64();
        QCOMPARE(send(link).error().code, Error::Code::ProxyFailed);
        m_settings.manualProxy.setUserName(u"user"_s);
        m_settings.manualProxy.setPassword(u"pa ss"_s);
        m_transport->setSettings(m_settings);
        const auto answer = send(link);
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
        QVERIFY(!m_server->requests.at(0).headers.contains("Proxy-Authorization"));
    }

    void systemProxyIsAsked()
    {
        const SignedUrl link = behindProxy();
        qputenv("https_proxy", QByteArray("http://127.0.0.1:" + QByteArray::number(m_server->port())));
        m_settings.proxy = TransportSettings::Proxy::System;
        m_transport->setSettings(m_settings);
        const auto answer = send(link);
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
        QCOMPARE(m_server->connects.size(), 1);
    }

    void thisMachineIsReachedWithoutAProxy()
    {
        FaultServer proxy;
        qputenv("http_proxy", proxy.url());
        m_settings.proxy = TransportSettings::Proxy::System;
        m_transport->setSettings(m_settings);
        QCOMPARE(send(m_server->link("/x"))->body, QByteArray("reached /x"));
        qunsetenv("http_proxy");
        QCOMPARE(proxy.connectionCount(), 0);
    }

    void noProxyMeansNone()
    {
        const SignedUrl link = behindProxy();
        qputenv("https_proxy", QByteArray("http://127.0.0.1:" + QByteArray::number(m_server->port())));
        QCOMPARE(send(link).error().code, Error::Code::HostNotFound);
        QCOMPARE(m_server->connectionCount(), 0);
    }

    void refusingProxyIsNamed_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("retryable");
        QTest::newRow("wants a password") << 407 << false;
        QTest::newRow("forbids") << 403 << false;
        QTest::newRow("has no way") << 502 << true;
    }
    void refusingProxyIsNamed()
    {
        QFETCH(const int, status);
        QFETCH(const bool, retryable);
        const SignedUrl link = behindProxy();
        useManualProxy();
        m_server->connectStatus = status;
        const auto answer = send(link);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::ProxyFailed);
        QCOMPARE(answer.error().httpStatus, status);
        QCOMPARE(answer.error().retryable, retryable);
    }

    void proxyThatIsNotThereIsNamed()
    {
        const SignedUrl link = behindProxy();
        useManualProxy();
        m_server->stopListening();
        QCOMPARE(send(link).error().code, Error::Code::ProxyFailed);
    }

    void certificateBehindTheProxyIsChecked()
    {
        m_server->useTlsInTunnel(TestCertificate::selfSigned({"dxp.example.invalid"}));
        useManualProxy();
        QCOMPARE(send(*SignedUrl::parse("https://dxp.example.invalid/")).error().code, Error::Code::TlsUntrusted);
    }

private:
    void trust(const QByteArray& pem)
    {
        QFile file(m_folder.filePath(u"ca.pem"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(pem);
        file.close();
        m_settings.caFile = file.fileName();
        m_transport->setSettings(m_settings);
    }
    /// The server is a proxy from outside and the origin inside the tunnel.
    [[nodiscard]] SignedUrl behindProxy()
    {
        const TestCertificate authority = TestCertificate::authority("House CA");
        trust(authority.certificate);
        m_server->useTlsInTunnel(TestCertificate::signedBy(authority, {"dxp.example.invalid"}));
        return *SignedUrl::parse("https://dxp.example.invalid/c?sig=a%2Bb");
    }
    void useManualProxy()
    {
        m_settings.proxy = TransportSettings::Proxy::Manual;
        m_settings.manualProxy = QUrl(QString::fromLatin1("http://127.0.0.1:%1").arg(m_server->port()));
        m_transport->setSettings(m_settings);
    }
    [[nodiscard]] Result<HttpResponse> send(const SignedUrl& link,
                                            const QList<std::pair<QByteArray, QByteArray>>& headers = {})
    {
        HttpRequest request;
        request.url = link;
        for (const auto& [name, value] : headers) {
            request.headers.set(name, value);
        }
        return CurlTest::send(request);
    }

    QTemporaryDir m_folder;
    TransportSettings m_settings;
};

QTEST_GUILESS_MAIN(TestCurlTls)
#include "tst_curltls.moc"
