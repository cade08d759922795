#include "app/providers/vector/vectoranswer.h"

#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace longshore;
using namespace longshore::vector;
using namespace Qt::StringLiterals;

namespace {

using Code = Error::Code;

/// JSON written with single quotes. (moc loses slots behind raw string literals.)
QByteArray q(QByteArray text)
{
    return text.replace('\'', '"');
}

HttpResponse answer(int status, const QByteArray& body)
{
    HttpResponse response;
    response.status = status;
    response.body = q(body);
    return response;
}

Call asking()
{
    return {.place = u"12345"_s, .lookedFor = u"exp_1"_s};
}

Call changing()
{
    return {.method = "POST", .place = u"12345"_s};
}

Envelope envelope(const QByteArray& data)
{
    return {QJsonDocument::fromJson(q("{'data':" + data + "}"))["data"_L1], {}};
}

} // namespace

class TestVectorAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRefusalIsClassified_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Code>("code");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, int status, const QByteArray& body, Code code, const QString& subject,
                            const QString& detail) {
            QTest::newRow(name) << status << body << code << subject << detail;
        };
        row("unauthenticated", 401, "{'data':{},'message':'Unauthenticated','http_status':401}", Code::Unauthorized,
            u"12345"_s, u"Unauthenticated"_s);
        row("bare", 401, "{'message':'Unauthenticated.'}", Code::Unauthorized, u"12345"_s, u"Unauthenticated."_s);
        row("no right", 403, "{'data':{},'message':'Unauthorized','http_status':403}", Code::Unauthorized, u"12345"_s,
            u"Unauthorized"_s);
        row("unknown export", 404, "{'data':{},'message':'Export not found'}", Code::NotFound, u"exp_1"_s,
            u"Export not found"_s);
        row("validation", 422,
            "{'data':[],'message':'The given data was invalid.','errors':{'format':['The selected format is "
            "invalid.'],'x':['a','b']}}",
            Code::ServerRefused, u"format"_s, u"format: The selected format is invalid.; x: a; x: b"_s);
        row("session ended", 422,
            "{'message':'Import session has expired','errors':{'expires_at':['Please create a new import session']}}",
            Code::RetentionEnded, u"exp_1"_s, u"expires_at: Please create a new import session"_s);
        row("busy", 422, "{'message':'A promote is already in progress.'}", Code::ServerBusy, u"12345"_s,
            u"A promote is already in progress."_s);
        row("conflict", 409, "{'message':'Another operation is in progress'}", Code::ServerBusy, u"12345"_s,
            u"Another operation is in progress"_s);
        row("limited", 429, "{'message':'Too many log queries.'}", Code::RateLimited, u"12345"_s,
            u"Too many log queries."_s);
        row("trouble", 502, "<html><body>Bad gateway</body></html>", Code::ServerError, u"12345"_s, u"Bad gateway"_s);
        row("moved", 302, "", Code::BadAnswer, u"redirect"_s, {});
        row("failed SQL", 500,
            "{'data':{'success':false,'duration_ms':12,'error':'ERROR 1064 at line 3'},'message':'Import failed'}",
            Code::ServerJobFailed, u"12345"_s, u"ERROR 1064 at line 3"_s);
    }
    void everyRefusalIsClassified()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const Result<Envelope> judged = judgeAnswer(answer(status, body), asking());
        QVERIFY(!judged);
        QTEST(judged.error().code, "code");
        QTEST(judged.error().subject, "subject");
        QTEST(judged.error().detail, "detail");
        QCOMPARE(judged.error().httpStatus, status);
    }

    void aGatewaysPageAfterAStartLeavesTheOutcomeOpen()
    {
        QCOMPARE(judgeAnswer(answer(502, "<html>x</html>"), changing()).error().code, Code::OutcomeUnknown);
        QCOMPARE(judgeAnswer(answer(503, "<html>x</html>"), changing()).error().code, Code::ServerError);
        QCOMPARE(judgeAnswer(answer(200, "<html>Sign in to the hotel</html>"), changing()).error().code,
                 Code::OutcomeUnknown);
        QCOMPARE(judgeAnswer(answer(200, "<html>Sign in to the hotel</html>"), asking()).error().code, Code::BadAnswer);
        QCOMPARE(judgeFailure({.code = Code::Timeout}, changing()).code, Code::OutcomeUnknown);
        QCOMPARE(judgeFailure({.code = Code::ConnectionRefused}, changing()).code, Code::ConnectionRefused);
        QCOMPARE(judgeFailure({.code = Code::Timeout}, asking()).code, Code::Timeout);
    }

    void bothStylesOfIdsAreText()
    {
        QCOMPARE(operationFromJson(envelope("{'export_id':'exp_xyz789','status':'pending'}"))->id, u"exp_xyz789"_s);
        QCOMPARE(operationFromJson(envelope("{'id':12345,'status':'pending'}"))->id, u"12345"_s);
        QCOMPARE(operationFromJson(envelope("{'status':'pending'}")).error().subject, u"id"_s);
        QCOMPARE(idText(QJsonValue(9'007'199'254'740'991.0)), u"9007199254740991"_s);
    }

    void aFinishedExportHasItsLinkAndTimes()
    {
        const auto done =
            operationFromJson(envelope("{'id':'01h','status':'completed','status_label':'Done','size_bytes':5368709121,"
                                       "'download_url':'https://s3.example/"
                                       "a.sql?X-Amz-Signature=s','download_expires_at':'2026-01-24T13:00:00+00:00',"
                                       "'started_at':'2026-01-24T11:45:00.123456Z'}"));
        QVERIFY(done);
        QCOMPARE(done->phase, Operation::Phase::Completed);
        QCOMPARE(done->bytes, Q_INT64_C(5368709121));
        QCOMPARE(done->download.fileName(), u"a.sql"_s);
        QCOMPARE(done->linkEndsAt, QDateTime({2026, 1, 24}, {13, 0}, QTimeZone::utc()));
        QCOMPARE(done->startedAt.time(), QTime(11, 45, 0, 123));
    }

    void aWordNobodyDocumentedCountsAsRunning()
    {
        const auto odd = operationFromJson(envelope("{'id':'1','status':'paused','status_label':'Taking a break'}"));
        QCOMPARE(odd->phase, Operation::Phase::Working);
        QVERIFY(!odd->knownWord);
        QCOMPARE(odd->serverWord, u"paused"_s);
        QCOMPARE(odd->label, u"Taking a break"_s);
    }

    void partsComeInOrderWhateverTheServiceSent()
    {
        const auto session =
            importFromJson(envelope("{'id':'1','status':'pending','is_multipart':true,'part_count':3,'upload_parts':["
                                    "{'part_number':3,'url':'https://s/3'},{'part_number':1,'url':'https://s/1'},"
                                    "{'part_number':2,'url':'https://s/2'}]}"));
        QVERIFY(session);
        QVERIFY(session->isMultipart);
        QCOMPARE(session->parts.size(), 3);
        QCOMPARE(session->parts[0].number, 1);
        QCOMPARE(session->parts[2].link.exactBytes(), "https://s/3");
        QVERIFY(!importFromJson(envelope("{'id':'1','upload_parts':[{'part_number':1,'url':'https://s/1'},"
                                         "{'part_number':1,'url':'https://s/2'}]}")));
        QVERIFY(!importFromJson(envelope("{'id':'1','upload_parts':[{'part_number':0,'url':'https://s/1'}]}")));
    }

    void aPlainHttpLinkToTheWorldIsRefused()
    {
        QCOMPARE(importFromJson(envelope("{'id':'1','upload_url':'http://s3.example/x'}")).error().subject,
                 u"upload_url"_s);
    }

    void collectionsWithoutMetaAreOnePage()
    {
        const auto sites = sitesFromJson(envelope(
            "[{'id':1,'your_customer_id':null,'dev_domain':'a.vectorpages.com','environments':[{'id':9,'name':'prod',"
            "'is_production':true}]},{'id':2,'partner_customer_id':'shop'},{'id':3}]"));
        QVERIFY(sites);
        QCOMPARE(sites->last, 1);
        QCOMPARE(sites->items[0].label(), u"a.vectorpages.com"_s);
        QVERIFY(sites->items[0].environments[0].isProduction);
        QCOMPARE(sites->items[0].environments[0].siteId, u"1"_s);
        QCOMPARE(sites->items[1].label(), u"shop"_s);
        QCOMPARE(sites->items[2].label(), u"3"_s);
    }

    void abilitiesDecideWhatIsOffered()
    {
        const auto reader = identityFromJson(envelope("{'user':{'email':'a@b.c'},'token':{'abilities':['site:read'],'"
                                                      "expires_at':null},'account':{'name':'Agency'}}"));
        QVERIFY(reader->mayRead());
        QVERIFY(!reader->mayWrite());
        QCOMPARE(reader->account, u"Agency"_s);
        QVERIFY(identityFromJson(envelope("{'token':{'abilities':['*']}}"))->mayWrite());
        QVERIFY(!identityFromJson(envelope("{'user':{}}")));
    }
};

QTEST_GUILESS_MAIN(TestVectorAnswer)
#include "tst_vectoranswer.moc"
