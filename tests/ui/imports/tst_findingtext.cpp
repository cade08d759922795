#include "ui/imports/findingtext.h"

#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;
using Kind = Finding::Kind;
using Severity = Finding::Severity;

class TestFindingText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasASentence();
    void everyErrorAndWarningSaysWhatToDo();
    void onlyWarningsAreTicked();
    void sizesAndMomentsAreReadable();
    void aPlaceInADumpIsReadable();
    void anotherKindOfFileIsNamed();
    void summaryCounts();
    void reportKeepsTheReadersWords();
};

namespace {

const QDateTime now(QDate(2026, 1, 12), QTime(12, 0), Qt::UTC);
constexpr int lastKind = static_cast<int>(Kind::FromProduction);

Finding of(Kind kind, Severity severity)
{
    return {.severity = severity, .kind = kind, .place = u"model.xml"_s, .detail = u"2026-01-12T06:12:00Z"_s};
}

} // namespace

void TestFindingText::everyKindHasASentence()
{
    QSet<QString> sentences;
    for (int kind = 0; kind <= lastKind; ++kind) {
        const FindingText text = findingText(of(static_cast<Kind>(kind), Severity::Note), now);
        QVERIFY2(!text.sentence.isEmpty(), qPrintable(findingName(static_cast<Kind>(kind))));
        sentences.insert(text.sentence);
    }
    QCOMPARE(sentences.size(), lastKind + 1);
}

void TestFindingText::everyErrorAndWarningSaysWhatToDo()
{
    const QList<Kind> bad{Kind::FileUnreadable,
                          Kind::WrongFormat,
                          Kind::ZipDamaged,
                          Kind::PartMissing,
                          Kind::ModelChecksumWrong,
                          Kind::ExportedLongAgo,
                          Kind::NoData,
                          Kind::SchemaOnly,
                          Kind::DatabaseMixed,
                          Kind::DatabaseUnknown,
                          Kind::DatabaseDiffersFromTarget,
                          Kind::MuchSmallerThanUsual,
                          Kind::MuchLargerThanUsual,
                          Kind::OlderThanTarget,
                          Kind::FromProduction};
    for (const Kind kind : bad) {
        QVERIFY2(!findingText(of(kind, Severity::Error), now).remedy.isEmpty(), qPrintable(findingName(kind)));
        QVERIFY2(!findingText(of(kind, Severity::Warning), now).remedy.isEmpty(), qPrintable(findingName(kind)));
    }
}

void TestFindingText::onlyWarningsAreTicked()
{
    for (int kind = 0; kind <= lastKind; ++kind) {
        QVERIFY(!findingText(of(static_cast<Kind>(kind), Severity::Warning), now).tick.isEmpty());
        QVERIFY(findingText(of(static_cast<Kind>(kind), Severity::Error), now).tick.isEmpty());
        QVERIFY(findingText(of(static_cast<Kind>(kind), Severity::Good), now).tick.isEmpty());
    }
}

void TestFindingText::aPlaceInADumpIsReadable()
{
    const Finding finding{.severity = Severity::Warning,
                          .kind = Kind::UsesDatabase,
                          .place = u"line 1414, byte 99213"_s,
                          .subject = u"x"_s};
    QCOMPARE(findingText(finding, now).where, u"Line 1,414, byte 99,213."_s);
    QCOMPARE(findingText(of(Kind::PartMissing, Severity::Error), now).where, QString());
}

void TestFindingText::anotherKindOfFileIsNamed()
{
    const auto said = [](const QString& what) {
        return findingText({Severity::Error, Kind::WrongFormat, u"file"_s, what}, now).sentence;
    };
    QSet<QString> sentences;
    for (const QString& what :
         {u"is empty"_s, u"is a web page (HTML)"_s, u"is an SQLite database"_s, u"is a PostgreSQL dump"_s,
          u"is UTF-16 text; save it as UTF-8"_s, u"is a JSON document"_s, u"holds no SQL statement"_s,
          u"is an XML document, perhaps an error answer of the storage"_s,
          u"is a Git LFS pointer, not the file itself"_s, u"is not a ZIP"_s}) {
        sentences.insert(said(what));
    }
    QCOMPARE(sentences.size(), 10);
}

void TestFindingText::sizesAndMomentsAreReadable()
{
    const Finding small{.severity = Severity::Warning,
                        .kind = Kind::MuchSmallerThanUsual,
                        .place = u"18400000000"_s,
                        .detail = u"12000000"_s};
    const QString text = findingText(small, now).sentence;
    QVERIFY2(text.contains(u"12"_s) && text.contains(u"18.4"_s) && text.contains(u"GB"_s), qPrintable(text));
    const QString when = findingText(of(Kind::ExportedAt, Severity::Good), now).sentence;
    QVERIFY2(!when.contains(u"2026-01-12T"_s), qPrintable(when));
}

void TestFindingText::summaryCounts()
{
    QList<Finding> findings{of(Kind::FileReadable, Severity::Good)};
    QCOMPARE(findingsSummary(findings), u"Everything is as it should be"_s);
    findings << of(Kind::DatabaseUnknown, Severity::Warning) << of(Kind::ZipDamaged, Severity::Error);
    QVERIFY(findingsSummary(findings).contains(u"1 error"_s));
    QVERIFY(findingsSummary(findings).contains(u"1 warning"_s));
}

void TestFindingText::reportKeepsTheReadersWords()
{
    const Finding damage{.severity = Severity::Error,
                         .kind = Kind::ZipDamaged,
                         .place = u"Data/dbo.tblContent/0.bcp"_s,
                         .detail = u"CRC-32 differs"_s};
    const QString report = findingsReport({damage}, now);
    QVERIFY(report.contains(u"CRC-32 differs"_s));
    QVERIFY(report.contains(u"Data/dbo.tblContent/0.bcp"_s));
    QVERIFY(report.startsWith(u"Error"_s));
}

QTEST_GUILESS_MAIN(TestFindingText)
#include "tst_findingtext.moc"
