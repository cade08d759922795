#include "app/net/curlerror.h"

#include <QTest>
#include <cerrno>
#include <curl/curl.h>

using namespace longshore;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(longshore::CurlFailure)

class TestCurlError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatLibcurlSaysBecomesOneOfOurWords_data()
    {
        QTest::addColumn<CurlFailure>("failure");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("retryable");
        using Code = Error::Code;
        const auto row = [](const char* name, const CurlFailure& failure, Code code, bool retryable) {
            QTest::newRow(name) << failure << errorCodeName(code) << retryable;
        };
        CurlFailure plain;
        plain.host = u"db.example"_s;
        const auto with = [&plain](CURLcode code, bool connected = false, int osError = 0) {
            CurlFailure failure = plain;
            failure.code = code;
            failure.connected = connected;
            failure.osError = osError;
            return failure;
        };
        const auto proxied = [&with](CURLcode code, bool connected, int proxyStatus) {
            CurlFailure failure = with(code, connected);
            failure.viaProxy = true;
            failure.proxyStatus = proxyStatus;
            return failure;
        };
        row("no such host", with(CURLE_COULDNT_RESOLVE_HOST), Code::HostNotFound, true);
        row("refused port", with(CURLE_COULDNT_CONNECT, false, ECONNREFUSED), Code::ConnectionRefused, true);
        row("no network", with(CURLE_COULDNT_CONNECT, false, ENETUNREACH), Code::Offline, true);
        row("connect swallowed by a firewall", with(CURLE_OPERATION_TIMEDOUT), Code::ConnectionRefused, true);
        row("answer too late", with(CURLE_OPERATION_TIMEDOUT, true), Code::Timeout, true);
        row("ended in the handshake", with(CURLE_SSL_CONNECT_ERROR), Code::ConnectionRefused, true);
        row("ended after the request", with(CURLE_GOT_NOTHING, true), Code::ConnectionLost, true);
        row("ended in the body", with(CURLE_PARTIAL_FILE, true), Code::ConnectionLost, true);
        row("proxy refuses", proxied(CURLE_RECV_ERROR, false, 407), Code::ProxyFailed, false);
        row("proxy went away", proxied(CURLE_RECV_ERROR, false, 0), Code::ProxyFailed, true);
        row("handshake through the proxy", proxied(CURLE_SSL_CONNECT_ERROR, false, 200), Code::ConnectionRefused, true);
        row("answer lost behind the proxy", proxied(CURLE_RECV_ERROR, true, 200), Code::ConnectionLost, true);
        row("wrong host name", with(CURLE_PEER_FAILED_VERIFICATION), Code::TlsWrongHost, false);
        row("not HTTP", with(CURLE_WEIRD_SERVER_REPLY, true), Code::BadAnswer, false);
    }
    void whatLibcurlSaysBecomesOneOfOurWords()
    {
        QFETCH(CurlFailure, failure);
        QFETCH(bool, retryable);
        const Error error = classifyCurl(failure);
        QTEST(errorCodeName(error.code), "code");
        QCOMPARE(error.retryable, retryable);
        QVERIFY(!error.detail.isEmpty());
    }

    void anUntrustedIssuerIsNamed()
    {
        CurlFailure failure;
        failure.code = CURLE_PEER_FAILED_VERIFICATION;
        failure.verifyResult = 18;
        failure.issuer = u"Evil CA"_s;
        QCOMPARE(classifyCurl(failure).code, Error::Code::TlsUntrusted);
        QCOMPARE(classifyCurl(failure).subject, u"Evil CA"_s);
    }

    void aSignatureInLibcurlsWordsIsHidden()
    {
        CurlFailure failure;
        failure.code = CURLE_URL_MALFORMAT;
        failure.words = "bad url https://a.example/x?sig=canary";
        QVERIFY(!classifyCurl(failure).detail.contains("canary"_L1));
    }
};

QTEST_GUILESS_MAIN(TestCurlError)
#include "tst_curlerror.moc"
