#include "app/net/gatheredsink.h"

#include "tests/support/testbodies.h"

#include <QTest>

using namespace longshore;

namespace {

constexpr qsizetype Piece = 16 * 1024;

/// Also counts in how many pieces the bytes came.
class CountingSink final : public BodySink
{
public:
    Result<bool> begin(int /*status*/, const HttpHeaders& /*headers*/) override { return true; }
    Result<void> write(QByteArrayView bytes) override
    {
        ++writes;
        got.append(bytes);
        return {};
    }

    int writes = 0;
    QByteArray got;
};

QByteArray piece(char letter, qsizetype size = Piece)
{
    return QByteArray(size, letter);
}

} // namespace

class TestGatheredSink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyPiecesAreOneWrite()
    {
        const auto target = std::make_shared<CountingSink>();
        const auto buffer = std::make_shared<GatherBuffer>();
        GatheredSink sink(target, buffer);
        QByteArray sent;
        for (const char letter : QByteArray("abcdefgh")) {
            QVERIFY(sink.write(piece(letter)));
            sent += piece(letter);
        }
        QCOMPARE(target->writes, 0);
        buffer->flush();
        QCOMPARE(target->writes, 1);
        QCOMPARE(target->got, sent);
    }

    void moreThanThereIsRoomForKeepsItsOrder()
    {
        const auto target = std::make_shared<CountingSink>();
        GatheredSink sink(target, std::make_shared<GatherBuffer>());
        QByteArray sent;
        for (const qsizetype size : {qsizetype(1), GatherBuffer::Room, Piece, GatherBuffer::Room - 1, qsizetype(7)}) {
            const QByteArray bytes = PatternSource::bytes(size);
            QVERIFY(sink.write(bytes));
            sent += bytes;
        }
        QVERIFY(sink.flush());
        QCOMPARE(target->got, sent);
    }

    void twoAnswersInTurnGetEachItsOwnBytes()
    {
        const auto one = std::make_shared<CountingSink>();
        const auto other = std::make_shared<CountingSink>();
        const auto buffer = std::make_shared<GatherBuffer>();
        GatheredSink first(one, buffer);
        GatheredSink second(other, buffer);
        QVERIFY(first.write(piece('a')));
        QVERIFY(second.write(piece('b')));
        QVERIFY(first.write(piece('c')));
        QVERIFY(second.flush());
        QVERIFY(first.flush());
        QCOMPARE(one->got, piece('a') + piece('c'));
        QCOMPARE(other->got, piece('b'));
    }

    void aDiskThatIsFullIsToldByTheNextCallOfItsOwnAnswer()
    {
        const auto full = std::make_shared<CollectingSink>();
        full->failAfter = 0;
        const auto fine = std::make_shared<CountingSink>();
        const auto buffer = std::make_shared<GatherBuffer>();
        GatheredSink first(full, buffer);
        GatheredSink second(fine, buffer);
        QVERIFY(first.write(piece('a')));
        QVERIFY(second.write(piece('b'))); // makes room, and is not to blame
        const Result<void> told = first.write(piece('c'));
        QVERIFY(!told);
        QCOMPARE(told.error().code, Error::Code::DiskFull);
        QVERIFY(!first.flush());
        QVERIFY(second.flush());
        QCOMPARE(fine->got, piece('b'));
    }

    void anAnswerThatWasGivenUpLeavesNothingToTheNext()
    {
        const auto given = std::make_shared<CountingSink>();
        const auto fine = std::make_shared<CountingSink>();
        const auto buffer = std::make_shared<GatherBuffer>();
        {
            GatheredSink first(given, buffer);
            QVERIFY(first.write(piece('a')));
        }
        GatheredSink second(fine, buffer);
        QVERIFY(second.write(piece('b')));
        QVERIFY(second.flush());
        QCOMPARE(given->writes, 0);
        QCOMPARE(fine->got, piece('b'));
    }
};

QTEST_GUILESS_MAIN(TestGatheredSink)

#include "tst_gatheredsink.moc"
