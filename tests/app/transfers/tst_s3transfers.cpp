#include "app/core/clock.h"
#include "app/core/storage.h"
#include "app/net/curlpump.h"
#include "app/transfers/downloadtask.h"
#include "app/transfers/partlinks.h"
#include "app/transfers/transferjournal.h"
#include "app/transfers/uploadtask.h"
#include "tests/app/practice/vectorclient.h"
#include "tests/support/await.h"
#include "tests/support/scriptedlinks.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace longshore {

namespace {

using FaultList = QList<std::pair<QString, QString>>;

/// One link of a record of the API, given anew with each look at it.
class RecordLinks final : public LinkSource
{
public:
    RecordLinks(VectorClient client, QByteArray path, QString member)
        : m_client(std::move(client)), m_path(std::move(path)), m_member(std::move(member))
    { }
    [[nodiscard]] SignedUrl current() const override { return first; }
    [[nodiscard]] ResultTask<SignedUrl>* renew(QObject* parent) override
    {
        ++asked;
        return new BackgroundTask<SignedUrl>(
            [client = m_client, path = m_path, member = m_member](const CancelFlag&) {
                return SignedUrl::parse(client.get(path).value(member).toString().toLatin1());
            },
            parent);
    }

    SignedUrl first;
    int asked = 0;

private:
    VectorClient m_client;
    QByteArray m_path;
    QString m_member;
};

/// Those of an import in parts, likewise.
class SessionLinks final : public PartLinkSource
{
public:
    SessionLinks(VectorClient client, QByteArray path) : m_client(std::move(client)), m_path(std::move(path)) { }

    [[nodiscard]] static PartLinks read(const QJsonObject& session)
    {
        PartLinks links{.session = session.value(u"id"_s).toString(), .count = session.value(u"part_count"_s).toInt()};
        const QJsonArray parts = session.value(u"upload_parts"_s).toArray();
        for (const QJsonValue& part : parts) {
            const auto link = SignedUrl::parse(part[u"url"_s].toString().toLatin1());
            links.links.insert(part[u"part_number"_s].toInt(), link.value_or(SignedUrl()));
        }
        return links;
    }
    [[nodiscard]] PartLinks current() const override { return first; }
    [[nodiscard]] ResultTask<PartLinks>* renew(QObject* parent) override
    {
        ++asked;
        return new BackgroundTask<PartLinks>(
            [client = m_client, path = m_path](const CancelFlag&) -> Result<PartLinks> {
                return read(client.get(path));
            },
            parent);
    }

    PartLinks first;
    int asked = 0;

private:
    VectorClient m_client;
    QByteArray m_path;
};

} // namespace

/// Uploads and downloads against an object store that checks each signature, and the platform that signs and completes.
class TestS3Transfers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = startPractice({.timeScale = 100, .vectorStore = VectorStore::Embedded});
        QVERIFY(m_server);
        m_client = std::make_unique<VectorClient>(m_server->access());
        m_folder = std::make_unique<QTemporaryDir>();
        reopen();
        m_dump = "CREATE TABLE `t` (`a` int, `b` text);\n";
        for (int row = 0; m_dump.size() < 600'000; ++row) {
            m_dump += "INSERT INTO `t` VALUES (" + QByteArray::number(row) + ",'caf\xc3\xa9 \xf0\x9f\xa5\x90');\n";
        }
        m_dump += "-- Dump completed\n";
        write(m_dump);
    }
    void cleanup()
    {
        m_owner.reset();
        m_pump.reset();
        m_storage.reset();
    }

    // --- uploads in parts ---

    void partsBecomeTheDumpOnlyWhole_data()
    {
        QTest::addColumn<FaultList>("faults");
        QTest::addColumn<bool>("vouched");
        QTest::newRow("as it should be") << FaultList{} << true;
        QTest::newRow("slow down") << FaultList{{u"s3-slowdown"_s, u"12"_s}} << true;
        QTest::newRow("errors inside") << FaultList{{u"s3-500"_s, u"9"_s}} << true;
        QTest::newRow("cut") << FaultList{{u"s3-cut-upload"_s, u"6"_s}} << true;
        QTest::newRow("answers lost") << FaultList{{u"s3-lost-put"_s, u"6"_s}} << true;
        QTest::newRow("a key of its own") << FaultList{{u"s3-kms-etag"_s, u"*"_s}} << false;
        QTest::newRow("type not signed") << FaultList{{u"s3-plain-link"_s, u"*"_s}, {u"s3-strict-type"_s, u"*"_s}}
                                         << true;
        QTest::newRow("signed ahead, once") << FaultList{{u"s3-future-link"_s, u"10"_s}} << true;
    }
    void partsBecomeTheDumpOnlyWhole()
    {
        QFETCH(const FaultList, faults);
        QFETCH(const bool, vouched);
        set(faults);
        begin(Parts);
        const auto sent = upload();
        QVERIFY2(sent, qPrintable(troubleOf(sent)));
        QCOMPARE(sent->vouched == Vouched::ByStore, vouched);
        QCOMPARE(run(*sent), u"completed"_s);
        QVERIFY(delivered() == m_dump);
    }

    void linksThatEndedAreAskedForOnce_data()
    {
        QTest::addColumn<FaultList>("faults");
        QTest::newRow("in the store's words") << FaultList{};
        QTest::newRow("without a word") << FaultList{{u"s3-empty-message"_s, u"*"_s}};
        QTest::newRow("by a clock ahead of ours")
            << FaultList{{u"s3-empty-message"_s, u"*"_s}, {u"clock-skew"_s, u"7200"_s}};
        QTest::newRow("by a clock behind ours")
            << FaultList{{u"s3-empty-message"_s, u"*"_s}, {u"clock-skew"_s, u"-7200"_s}};
    }
    void linksThatEndedAreAskedForOnce()
    {
        QFETCH(const FaultList, faults);
        set(faults);
        m_client->fault(u"expire-link-after"_s, u"1"_s);
        begin(Parts);
        const QString link = QString::fromLatin1(m_parts->first.links.first().exactBytes());
        QTRY_COMPARE(m_client->object("PUT", link, "x", {{"Content-Type", "application/sql"}}).status, 403);
        m_client->fault(u"expire-link-after"_s, {});
        const auto sent = upload();
        QVERIFY2(sent, qPrintable(troubleOf(sent)));
        QCOMPARE(m_parts->asked, 1);
        QCOMPARE(run(*sent), u"completed"_s);
        QVERIFY(delivered() == m_dump);
    }

    void whatCannotBeHelpedIsSaid_data()
    {
        QTest::addColumn<FaultList>("faults");
        QTest::addColumn<Error::Code>("code");
        QTest::addColumn<QString>("words");
        using Code = Error::Code;
        QTest::newRow("upload gone") << FaultList{{u"s3-no-upload"_s, u"*"_s}} << Code::SessionLost
                                     << u"NoSuchUpload"_s;
        QTest::newRow("too large") << FaultList{{u"s3-largest-put"_s, u"1000"_s}} << Code::TooLarge
                                   << u"MaxSizeAllowed 1000"_s;
        QTest::newRow("signed ahead") << FaultList{{u"s3-future-link"_s, u"*"_s}} << Code::LinkRefused
                                      << u"the link is not yet valid"_s;
        QTest::newRow("slow for ever") << FaultList{{u"s3-slowdown"_s, u"*"_s}} << Code::ServerError << u"SlowDown"_s;
    }
    void whatCannotBeHelpedIsSaid()
    {
        QFETCH(const FaultList, faults);
        set(faults);
        begin(Parts);
        const auto sent = upload();
        QVERIFY(!sent);
        QTEST(sent.error().code, "code");
        QFETCH(const QString, words);
        QVERIFY2(sent.error().detail.contains(words), qPrintable(sent.error().detail));
        QVERIFY2(sent.error().detail.contains(u"request "_s), qPrintable(sent.error().detail));
        QVERIFY(!sent.error().detail.contains(u"Signature="_s));
    }

    void aSpoiltSignatureIsRefusedAndAnotherLinkIsAskedFor()
    {
        begin(Parts);
        for (SignedUrl& link : m_parts->first.links) {
            QByteArray bytes = link.exactBytes();
            bytes.back() = bytes.back() == '0' ? '1' : '0';
            link = *SignedUrl::parse(bytes);
        }
        const auto sent = upload();
        QVERIFY2(sent, qPrintable(troubleOf(sent)));
        QCOMPARE(m_parts->asked, 1);
        QVERIFY(m_notes.join(u'\n').contains(u"SignatureDoesNotMatch"_s));
        QVERIFY(!m_notes.join(u'\n').contains(u"Signature="_s) || m_notes.join(u'\n').contains(u"Signature=hidden"_s));
    }

    void killedAndBegunAgainThroughEverythingItIsTheDumpOrNothing()
    {
        const QList<FaultList> rounds{
            {{u"shuffle-parts"_s, u"1"_s}},
            {{u"s3-slowdown"_s, u"3"_s}, {u"s3-cut-upload"_s, u"1"_s}},
            {{u"shuffle-parts"_s, u"1"_s}, {u"expire-link-after"_s, u"1"_s}, {u"s3-lost-put"_s, u"1"_s}},
            {{u"expire-link-after"_s, {}}, {u"s3-empty-message"_s, u"*"_s}, {u"s3-500"_s, u"3"_s}},
            {{u"s3-future-link"_s, u"11"_s}, {u"s3-slowdown"_s, u"2"_s}},
        };
        begin(Parts);
        qint64 there = 0;
        for (const FaultList& faults : rounds) {
            set(faults);
            const QPointer<UploadTask> task = start();
            QSignalSpy finished(task.data(), &Task::finished);
            QTRY_VERIFY_WITH_TIMEOUT(journalled() > there || finished.size() == 1, 40'000);
            if (task) { // gone when it is over already
                task->cancel();
            }
            QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 40'000);
            reopen();
            QVERIFY(journalled() >= there);
            there = journalled();
            m_parts->first = {}; // a new program asks the platform first
        }
        const auto sent = upload();
        QVERIFY2(sent, qPrintable(troubleOf(sent)));
        set({{u"s3-future-link"_s, {}}, {u"s3-slowdown"_s, {}}, {u"s3-500"_s, {}}}); // the look at it is not disturbed
        QCOMPARE(run(*sent), u"completed"_s);
        QVERIFY(delivered() == m_dump);
    }

    // --- one PUT ---

    void onePutBecomesTheDump_data()
    {
        QTest::addColumn<FaultList>("faults");
        QTest::newRow("as it should be") << FaultList{};
        QTest::newRow("slow down") << FaultList{{u"s3-slowdown"_s, u"3"_s}};
        QTest::newRow("cut") << FaultList{{u"s3-cut-upload"_s, u"2"_s}};
        QTest::newRow("answer lost") << FaultList{{u"s3-lost-put"_s, u"1"_s}};
        QTest::newRow("a key of its own") << FaultList{{u"s3-kms-etag"_s, u"1"_s}};
        QTest::newRow("type not signed") << FaultList{{u"s3-plain-link"_s, u"*"_s}, {u"s3-strict-type"_s, u"*"_s}};
        QTest::newRow("signed ahead, once") << FaultList{{u"s3-future-link"_s, u"1"_s}};
    }
    void onePutBecomesTheDump()
    {
        QFETCH(const FaultList, faults);
        set(faults);
        begin(Put);
        const auto sent = upload();
        QVERIFY2(sent, qPrintable(troubleOf(sent)));
        QVERIFY(sent->parts.isEmpty());
        QCOMPARE(run(*sent), u"completed"_s);
        QVERIFY(delivered() == m_dump);
    }

    void theLinkOfOnePutIsRenewedToo()
    {
        m_client->fault(u"expire-link-after"_s, u"1"_s);
        begin(Put);
        const QString link = QString::fromLatin1(m_put->first.exactBytes());
        QTRY_COMPARE(m_client->object("PUT", link, "x", {{"Content-Type", "application/sql"}}).status, 403);
        m_client->fault(u"expire-link-after"_s, {});
        const auto sent = upload();
        QVERIFY2(sent, qPrintable(troubleOf(sent)));
        QCOMPARE(m_put->asked, 1);
        QCOMPARE(run(*sent), u"completed"_s);
    }

    // --- downloads ---

    void aDownloadIsExactOrRefused_data()
    {
        QTest::addColumn<FaultList>("faults");
        QTest::addColumn<QString>("code");
        QTest::newRow("as it should be") << FaultList{} << QString();
        QTest::newRow("slow down") << FaultList{{u"s3-slowdown"_s, u"4"_s}} << QString();
        QTest::newRow("cut") << FaultList{{u"cut-body"_s, u"7"_s}} << QString();
        QTest::newRow("200 for a range") << FaultList{{u"ignore-range"_s, u"1"_s}} << QString();
        QTest::newRow("200 for each range") << FaultList{{u"ignore-range"_s, u"*"_s}} << QString();
        QTest::newRow("another object meanwhile") << FaultList{{u"change-object"_s, u"3"_s}} << QString();
        QTest::newRow("gone") << FaultList{{u"s3-gone"_s, u"*"_s}} << u"NotFound"_s;
        QTest::newRow("signed ahead") << FaultList{{u"s3-future-link"_s, u"*"_s}} << u"LinkRefused"_s;
    }
    void aDownloadIsExactOrRefused()
    {
        QFETCH(const FaultList, faults);
        begin(Put); // so that there is something of a size
        const auto sent = upload();
        QVERIFY2(sent, qPrintable(troubleOf(sent)));
        QCOMPARE(run(*sent), u"completed"_s);
        const QByteArray begun = m_client->post(m_client->site() + "/db/export").value(u"id"_s).toString().toLatin1();
        const QByteArray path = m_client->site() + "/db/exports/" + begun;
        QCOMPARE(m_client->await(path).value(u"status"_s).toString(), u"completed"_s);
        set(faults);
        const auto got = download(std::make_shared<RecordLinks>(*m_client, path, u"download_url"_s));
        QTEST(got ? QString() : errorCodeName(got.error().code), "code");
        if (got) {
            QFile file(m_folder->filePath(u"export.sql.part"_s));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(file.readAll() == m_dump);
            QCOMPARE(got->sha256, QCryptographicHash::hash(m_dump, QCryptographicHash::Sha256));
        }
    }

private:
    enum Way { Put, Parts };

    void set(const FaultList& faults) const
    {
        for (const auto& [name, value] : faults) {
            m_client->fault(name, value);
        }
    }
    void write(const QByteArray& bytes) const
    {
        QFile file(m_folder->filePath(u"dump.sql"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    /// As a new run of the program.
    void reopen()
    {
        m_owner = std::make_unique<QObject>();
        m_pump = std::make_unique<CurlPump>();
        m_storage.reset();
        m_storage = std::make_unique<Storage>(m_folder->filePath(u"state.sqlite"_s));
    }
    /// An import session at the platform.
    void begin(Way way)
    {
        m_way = way;
        m_client->fault(u"multipart-threshold"_s, way == Parts ? u"1000"_s : u"100000000"_s);
        m_client->fault(u"part-size"_s, u"60000"_s);
        m_client->fault(u"shuffle-parts"_s, u"1"_s);
        const QJsonObject session = m_client->post(
            m_client->site() + "/imports",
            {{u"scope"_s, u"database"_s}, {u"filename"_s, u"dump.sql"_s}, {u"content_length"_s, m_dump.size()}});
        m_path = m_client->site() + "/imports/" + session.value(u"id"_s).toString().toLatin1();
        QCOMPARE(session.value(u"is_multipart"_s).toBool(), way == Parts);
        m_parts = std::make_shared<SessionLinks>(*m_client, m_path);
        m_put = std::make_shared<RecordLinks>(*m_client, m_path, u"upload_url"_s);
        if (way == Parts) {
            m_parts->first = SessionLinks::read(session);
            QCOMPARE(m_parts->first.count, 11);
        } else {
            m_put->first = *SignedUrl::parse(session.value(u"upload_url"_s).toString().toLatin1());
        }
    }
    UploadTask* start()
    {
        UploadRequest request{.transferId = u"t1"_s,
                              .path = m_folder->filePath(u"dump.sql"_s),
                              .link = m_way == Put ? m_put : nullptr,
                              .partLinks = m_way == Parts ? m_parts : nullptr,
                              .kind = m_way == Parts ? UploadKind::PresignedParts : UploadKind::PresignedPut};
        request.backoff =
            Backoff({.first = std::chrono::milliseconds(5), .longest = std::chrono::milliseconds(20), .tries = 5});
        auto* task = new UploadTask(request, TransferContext{*m_pump, *m_storage, m_clock}, m_owner.get());
        connect(task, &UploadTask::noted, this, [this](const QString& text) { m_notes.append(text); });
        task->start();
        return task;
    }
    Result<UploadedFile> upload() { return awaitResult(start()); }
    Result<DownloadedFile> download(const std::shared_ptr<LinkSource>& link)
    {
        DownloadRequest request{
            .transferId = u"d1"_s, .partPath = m_folder->filePath(u"export.sql.part"_s), .link = link};
        request.options.partSize = 100'000;
        request.backoff =
            Backoff({.first = std::chrono::milliseconds(5), .longest = std::chrono::milliseconds(20), .tries = 5});
        return awaitResult(new DownloadTask(request, TransferContext{*m_pump, *m_storage, m_clock}, m_owner.get()));
    }
    qint64 journalled()
    {
        const auto journal = awaitResult(m_storage->run<TransferJournal>(
            [](QSqlDatabase& database) { return readJournal(database, u"t1"_s); }, m_owner.get()));
        return journal ? journal->writtenBytes() : -1;
    }
    /// The platform takes what was uploaded; the state it ends in.
    QString run(const UploadedFile& sent)
    {
        QJsonArray parts;
        for (const StoredPart& part : sent.parts) {
            parts.append(QJsonObject{{u"part_number"_s, part.number}, {u"etag"_s, QString::fromLatin1(part.etag)}});
        }
        const QJsonObject body = parts.isEmpty() ? QJsonObject() : QJsonObject{{u"parts"_s, parts}};
        (void)m_client->call("POST", m_path + "/run", body);
        return m_client->await(m_path).value(u"status"_s).toString();
    }
    QByteArray delivered() const
    {
        return m_client->exported(m_client->site() + "/db/export", m_client->site() + "/db/exports");
    }
    template <class T>
    static QString troubleOf(const Result<T>& result)
    {
        return result ? QString() : QString(errorCodeName(result.error().code) + u' ' + result.error().detail);
    }

    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<VectorClient> m_client;
    std::unique_ptr<QTemporaryDir> m_folder;
    SystemClock m_clock;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<CurlPump> m_pump;
    std::unique_ptr<QObject> m_owner; ///< of the tasks, which die before what they use
    QByteArray m_dump;
    Way m_way = Put;
    QByteArray m_path; ///< of the session
    std::shared_ptr<SessionLinks> m_parts;
    std::shared_ptr<RecordLinks> m_put;
    QStringList m_notes;
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestS3Transfers)
#include "tst_s3transfers.moc"
