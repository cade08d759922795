#include "app/cli/uploadtarget.h"

#include "app/cli/typedlink.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace longshore::cli {

/// Where the file goes, read from what was typed.
class TestUploadTarget final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsThePlaceOfTheFile_data()
    {
        QTest::addColumn<QByteArray>("link");
        QTest::addColumn<QString>("as");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<UploadKind>("kind");
        const QByteArray azure = "https://a.blob.core.windows.net/deploymentpackages";
        const QByteArray sas = "?sv=2023-01-03&sr=c&sp=rwl&sig=a%2bB%2F%3D";
        const auto Blocks = UploadKind::AzureBlocks;
        QTest::newRow("container, own name")
            << azure + sas << QString() << QString() << azure + "/b%20c.bacpac" + sas << Blocks;
        QTest::newRow("container, slash")
            << azure + '/' + sas << QString() << QString() << azure + "/b%20c.bacpac" + sas << Blocks;
        QTest::newRow("container, name") << azure + sas << QString() << u"x/cms?1.bacpac"_s
                                         << azure + "/x/cms%3F1.bacpac" + sas << Blocks;
        QTest::newRow("blob") << azure + "/x.bacpac?sr=b&sig=1" << QString() << QString()
                              << azure + "/x.bacpac?sr=b&sig=1" << Blocks;
        QTest::newRow("blob under a container's SAS")
            << azure + "/x.bacpac" + sas << QString() << QString() << azure + "/x.bacpac" + sas << Blocks;
        QTest::newRow("emulator's container")
            << QByteArray("http://127.0.0.1:10000/account/c?sig=1") << QString() << QString()
            << QByteArray("http://127.0.0.1:10000/account/c/b%20c.bacpac?sig=1") << Blocks;
        QTest::newRow("emulator's blob") << QByteArray("http://127.0.0.1:10000/account/c/x?sig=1") << QString()
                                         << QString() << QByteArray("http://127.0.0.1:10000/account/c/x?sig=1")
                                         << Blocks;
        const QByteArray s3 = "https://b.s3.amazonaws.com/d.sql?X-Amz-Date=20260101T000000Z&X-Amz-Signature=ab";
        QTest::newRow("presigned") << s3 << QString() << QString() << s3 << UploadKind::PresignedPut;
        QTest::newRow("old presigned") << QByteArray("https://s.example/d?AWSAccessKeyId=k&Signature=s") << QString()
                                       << QString() << QByteArray("https://s.example/d?AWSAccessKeyId=k&Signature=s")
                                       << UploadKind::PresignedPut;
        QTest::newRow("told") << QByteArray("https://s.example/d/e?token=1") << u"s3"_s << QString()
                              << QByteArray("https://s.example/d/e?token=1") << UploadKind::PresignedPut;
    }
    void findsThePlaceOfTheFile()
    {
        QFETCH(const QByteArray, link);
        QFETCH(const QString, as);
        QFETCH(const QString, name);
        const auto target = uploadTarget(link, as, name, u"b c.bacpac"_s);
        QVERIFY2(target, qPrintable(target ? QString() : target.error().detail));
        QTEST(target->url.exactBytes(), "url");
        QTEST(target->kind, "kind");
    }

    void refusesWhatCannotBeMeant_data()
    {
        QTest::addColumn<QByteArray>("link");
        QTest::addColumn<QString>("name");
        QTest::newRow("no signature") << QByteArray("https://s.example/c/x") << QString();
        QTest::newRow("plain http") << QByteArray("http://s.example/c/x?sig=1") << QString();
        QTest::newRow("name for a blob") << QByteArray("https://s.example/c/x?sr=b&sig=1") << u"y"_s;
        QTest::newRow("name for S3") << QByteArray("https://s.example/x?X-Amz-Signature=1") << u"y"_s;
        QTest::newRow("nothing") << QByteArray() << QString();
    }
    void refusesWhatCannotBeMeant()
    {
        QFETCH(const QByteArray, link);
        QFETCH(const QString, name);
        const auto target = uploadTarget(link, {}, name, u"b.bacpac"_s);
        QVERIFY(!target);
        QCOMPARE(target.error().code, Error::Code::BadInput);
        QVERIFY(!target.error().detail.isEmpty());
    }

    void anotherLinkToTheSamePlaceIsTheSameTransfer()
    {
        const auto id = [](const QByteArray& link, const QString& path) {
            return typedTransferId(u"upload"_s, SignedUrl::parse(link).value_or(SignedUrl()), path);
        };
        QCOMPARE(id("https://h.example/c/x?sig=1", u"/f"_s), id("https://h.example/c/x?sig=2", u"/f"_s));
        QVERIFY(id("https://h.example/c/x?sig=1", u"/f"_s) != id("https://h.example/c/y?sig=1", u"/f"_s));
        QVERIFY(id("https://h.example/c/x?sig=1", u"/f"_s) != id("https://h.example/c/x?sig=1", u"/g"_s));
        QVERIFY(id("https://h.example/c/x", u"/f"_s) != id("https://h.example/c/y", u"/f"_s));
    }
};

} // namespace longshore::cli

QTEST_GUILESS_MAIN(longshore::cli::TestUploadTarget)
#include "tst_uploadtarget.moc"
