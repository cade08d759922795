#include "app/providers/optimizely/optimizelyanswer.h"
#include "app/providers/serverwords.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>

using namespace longshore;
using namespace longshore::optimizely;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// JSON written with single quotes. (moc loses slots behind raw string literals.)
QByteArray q(QByteArray text)
{
    return text.replace('\'', '"');
}

using Code = Error::Code;

QDateTime now()
{
    return QDateTime(QDate(2026, 1, 12), QTime(14, 0), QTimeZone::utc());
}

CallContext context(bool post = false)
{
    return {.place = u"p1/Production"_s, .lookedFor = u"e1"_s, .changesSomething = post, .now = now()};
}

HttpResponse answer(int status, const QByteArray& body)
{
    HttpResponse response;
    response.status = status;
    response.body = body;
    return response;
}

QByteArray refused(const QByteArray& words)
{
    return q("{'success':false,'errors':['") + words + q("'],'result':null}");
}

} // namespace

class TestOptimizelyAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheWrapperOffIfThereIsOne_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("wrapped") << q("{'success':true,'errors':[],'result':{'id':'e1'}}");
        QTest::newRow("errors null") << q("{'success':true,'errors':null,'result':{'id':'e1'}}");
        QTest::newRow("Pascal case") << q("{'Success':true,'Errors':[],'Result':{'id':'e1'}}");
        QTest::newRow("only a result") << q("{'result':{'id':'e1'}}");
        QTest::newRow("bare") << q("{'id':'e1'}");
    }
    void takesTheWrapperOffIfThereIsOne()
    {
        QFETCH(QByteArray, body);
        const auto value = judgeAnswer(answer(200, body), context());
        QVERIFY(value);
        QCOMPARE(value->toObject(), (QJsonObject{{u"id"_s, u"e1"_s}}));
    }

    void aBareListIsAResult() { QCOMPARE(judgeAnswer(answer(200, "[1,2]"), context())->toArray().size(), 2); }

    void tellsWhatWentWrong_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("read"); // the code when the call only reads
        QTest::addColumn<int>("change"); // and when it changes something
        QTest::addColumn<QString>("subject");
        QTest::addColumn<bool>("retryable");
        const auto row = [](const char* name, int status, const QByteArray& body, Code read, Code change,
                            const QString& subject, bool retryable) {
            QTest::newRow(name) << status << body << int(read) << int(change) << subject << retryable;
        };
        const QString place = u"p1/Production"_s;
        row("bad request", 400, refused("Project Id is a required field."), Code::ServerRefused, Code::ServerRefused,
            place, false);
        row("no right", 401, refused("Access is denied for project p1 or environment Production."), Code::Unauthorized,
            Code::Unauthorized, place, false);
        row("bad signature", 403, "", Code::Unauthorized, Code::Unauthorized, place, false);
        row("gateway's page with 403", 403, "<html>no</html>", Code::Unauthorized, Code::Unauthorized, place, false);
        row("no such export", 404, refused("Not found."), Code::NotFound, Code::NotFound, u"e1"_s, false);
        row("no such project", 404, refused("There is no active project found for project id: p1."), Code::NotFound,
            Code::NotFound, place, false);
        row("too many", 429, "", Code::RateLimited, Code::RateLimited, place, true);
        row("busy", 400, refused("There is already an on-going export."), Code::ServerBusy, Code::ServerBusy, place,
            true);
        row("busy with 409", 409, refused("An export is ALREADY RUNNING"), Code::ServerBusy, Code::ServerBusy, place,
            true);
        row("busy with 200", 200, refused("already an on-going export"), Code::ServerBusy, Code::ServerBusy, place,
            true);
        row("refused with 200", 200, refused("Nope."), Code::ServerRefused, Code::ServerRefused, place, false);
        row("refused without words", 200, q("{'success':false,'errors':null}"), Code::ServerRefused,
            Code::ServerRefused, place, false);
        row("trouble of the service", 500, refused("An error occurred"), Code::ServerError, Code::ServerError, place,
            true);
        row("trouble of a gateway", 502, "<html><title>Bad gateway</title></html>", Code::ServerError,
            Code::OutcomeUnknown, place, true);
        row("gateway time-out", 504, q("{'message':'Endpoint request timed out'}"), Code::ServerError,
            Code::OutcomeUnknown, place, true);
        row("nothing took it", 503, "", Code::ServerError, Code::ServerError, place, true);
        row("page instead of JSON", 200, "<html><body>Sign in</body></html>", Code::BadAnswer, Code::OutcomeUnknown,
            u"body"_s, true);
        row("nothing at all", 200, "", Code::BadAnswer, Code::OutcomeUnknown, u"body"_s, true);
        row("half of it", 200, q("{'success':true,'resu"), Code::BadAnswer, Code::OutcomeUnknown, u"body"_s, true);
        row("redirect", 302, "", Code::BadAnswer, Code::BadAnswer, u"redirect"_s, false);
    }
    void tellsWhatWentWrong()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, read);
        QFETCH(int, change);
        QFETCH(QString, subject);
        QFETCH(bool, retryable);
        const auto reading = judgeAnswer(answer(status, body), context(false));
        QVERIFY(!reading);
        QCOMPARE(errorCodeName(reading.error().code), errorCodeName(static_cast<Code>(read)));
        QCOMPARE(reading.error().subject, subject);
        QCOMPARE(reading.error().httpStatus, status);
        QCOMPARE(reading.error().retryable, retryable);

        const auto changing = judgeAnswer(answer(status, body), context(true));
        QVERIFY(!changing);
        QCOMPARE(errorCodeName(changing.error().code), errorCodeName(static_cast<Code>(change)));
        if (changing.error().code == Code::OutcomeUnknown) {
            QVERIFY(!changing.error().retryable);
            QCOMPARE(changing.error().subject, u"p1/Production"_s);
        }
    }

    void keepsTheWordsOfTheServer()
    {
        const QByteArray body = q("{'success':false,'errors':['One.','Two.'],'result':null}");
        QCOMPARE(judgeAnswer(answer(400, body), context()).error().detail, u"One.; Two."_s);
    }

    void honoursRetryAfter()
    {
        HttpResponse limited = answer(429, "");
        limited.retryAfter = 17s;
        QCOMPARE(judgeAnswer(limited, context()).error().retryAfter, 17s);
        HttpResponse down = answer(503, "");
        down.retryAfter = 5s;
        QCOMPARE(judgeAnswer(down, context()).error().retryAfter, 5s);
    }

    void aWrongClockIsNamedAsTheCause_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("ahead");
        QTest::addColumn<bool>("skew");
        QTest::newRow("ten minutes ahead") << 403 << 600 << true;
        QTest::newRow("an hour behind") << 401 << -3600 << true;
        QTest::newRow("two minutes are tolerated") << 403 << 120 << false;
        QTest::newRow("a second more is not") << 403 << 121 << true;
        QTest::newRow("not for other refusals") << 400 << 600 << false;
    }
    void aWrongClockIsNamedAsTheCause()
    {
        QFETCH(int, status);
        QFETCH(int, ahead);
        QFETCH(bool, skew);
        HttpResponse response = answer(status, refused("Access is denied."));
        response.serverDate = now().addSecs(-ahead);
        const Error error = judgeAnswer(response, context()).error();
        QCOMPARE(error.code == Code::ClockSkew, skew);
        if (skew) {
            QCOMPARE(error.detail, QString::number(ahead));
            QCOMPARE(error.subject, u"p1/Production"_s);
        }
    }

    void onlyALostAnswerToAChangeIsUnknown_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("unknown");
        const auto row = [](Code code, bool unknown) {
            QTest::newRow(qPrintable(errorCodeName(code))) << int(code) << unknown;
        };
        row(Code::ConnectionLost, true);
        row(Code::Timeout, true);
        row(Code::Stalled, true);
        row(Code::TooLarge, true);
        row(Code::Internal, true);
        row(Code::ConnectionRefused, false);
        row(Code::HostNotFound, false);
        row(Code::TlsUntrusted, false);
        row(Code::TlsWrongHost, false);
        row(Code::ProxyFailed, false);
        row(Code::Offline, false);
        row(Code::Cancelled, false);
        row(Code::BadInput, false);
    }
    void onlyALostAnswerToAChangeIsUnknown()
    {
        QFETCH(int, code);
        QFETCH(bool, unknown);
        const Error lost{.code = static_cast<Code>(code), .subject = u"s"_s, .detail = u"why"_s, .retryable = true};
        QCOMPARE(judgeFailure(lost, context(false)), lost);
        const Error changed = judgeFailure(lost, context(true));
        QCOMPARE(changed.code == Code::OutcomeUnknown, unknown);
        if (unknown) {
            QCOMPARE(changed.subject, u"p1/Production"_s);
            QCOMPARE(changed.detail, QString(errorCodeName(lost.code) + u": why"_s));
            QVERIFY(!changed.retryable);
        } else {
            QCOMPARE(changed, lost);
        }
    }

    void whatAServerSaysIsMadeHarmless_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"Try again later."_s << u"Try again later."_s;
        QTest::newRow("page")
            << u"<html><head><style>b{}</style><script>x()</script></head>\n<b>Bad</b> gateway</html>"_s
            << u"Bad gateway"_s;
        QTest::newRow("link") << u"see https://a.example/b?sig=canary&se=1 now"_s
                              << u"see https://a.example/b?hidden now"_s;
        QTest::newRow("signature in a page") << u"<p>got epi-hmac key:1:n:canary</p>"_s << u"got epi-hmac hidden"_s;
        QTest::newRow("query alone") << u"/b?sp=r&sig=canary"_s << u"/b?sp=r&sig=hidden"_s;
        QTest::newRow("control bytes") << u"a\x1b[31mb\r\nc"_s << u"a [31mb c"_s;
    }
    void whatAServerSaysIsMadeHarmless()
    {
        QFETCH(QString, text);
        QTEST(harmlessText(text), "shown");
    }

    void aLongPageBecomesAShortDetail()
    {
        const Error error = judgeAnswer(answer(200, QByteArray(100'000, 'x')), context()).error();
        QCOMPARE(error.code, Code::BadAnswer);
        QVERIFY(error.detail.size() <= 301);
    }
};

QTEST_GUILESS_MAIN(TestOptimizelyAnswer)
#include "tst_optimizelyanswer.moc"
