#include "app/core/md5kernel.h"
#include "app/core/md5lanes.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTest>

namespace longshore {

class TestMd5Lanes final : public QObject
{
    Q_OBJECT

    static QByteArray randomBytes(QRandomGenerator& random, qsizetype size)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        std::generate(bytes.begin(), bytes.end(), [&random] { return static_cast<char>(random.generate()); });
        return bytes;
    }
    /// In slices, as a file is read.
    static std::vector<QByteArray> inSlices(const std::vector<QByteArray>& messages, qsizetype slice)
    {
        Md5Lanes lanes(static_cast<int>(messages.size()));
        std::vector<QByteArrayView> pieces(messages.size());
        for (qsizetype offset = 0;; offset += slice) {
            bool more = false;
            for (std::size_t i = 0; i < messages.size(); ++i) {
                const QByteArrayView whole(messages[i]);
                pieces[i] = offset < whole.size() ? whole.sliced(offset, std::min(slice, whole.size() - offset))
                                                  : QByteArrayView();
                more = more || !pieces[i].isEmpty();
            }
            if (!more) {
                return lanes.results();
            }
            lanes.add(pieces);
        }
    }

private Q_SLOTS:
    void hashesLikeEverybodyElse_data()
    {
        QTest::addColumn<int>("messages");
        for (const int messages : {1, 2, 3, 7, 8, 9, 15, 16}) {
            QTest::addRow("%d", messages) << messages;
        }
    }
    void hashesLikeEverybodyElse()
    {
        QFETCH(const int, messages);
        QRandomGenerator random(static_cast<quint32>(messages));
        for (int round = 0; round < 40; ++round) {
            std::vector<QByteArray> all;
            for (int i = 0; i < messages; ++i) {
                all.push_back(randomBytes(random, random.bounded(round < 20 ? 300 : 20'000)));
            }
            const std::vector<QByteArray> got = inSlices(all, 64 * (1 + random.bounded(20)));
            QCOMPARE(got.size(), all.size());
            for (std::size_t i = 0; i < all.size(); ++i) {
                QCOMPARE(got[i].toHex(), QCryptographicHash::hash(all[i], QCryptographicHash::Md5).toHex());
            }
        }
    }

    void knowsTheLengthsAtWhichPaddingNeedsAnotherBlock()
    {
        std::vector<QByteArray> all;
        for (const int length : {0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 128}) {
            all.emplace_back(length, 'x');
        }
        const std::vector<QByteArray> got = inSlices(all, 64);
        for (std::size_t i = 0; i < all.size(); ++i) {
            QCOMPARE(got[i].toHex(), QCryptographicHash::hash(all[i], QCryptographicHash::Md5).toHex());
        }
    }

    void everyWidthOfVectorGivesTheSame_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {4, 8, 16}) {
            QTest::addRow("%d", width) << width;
        }
    }
    void everyWidthOfVectorGivesTheSame()
    {
        QFETCH(const int, width);
        const Md5Kernel kernel = md5Kernel(width);
        if (kernel.lanes == 0) {
            QSKIP("this processor has no such vectors");
        }
        QRandomGenerator random(3);
        std::vector<QByteArray> messages;
        std::vector<const unsigned char*> data;
        for (int i = 0; i < width; ++i) {
            messages.push_back(randomBytes(random, 128));
            data.push_back(reinterpret_cast<const unsigned char*>(messages.back().constData()));
        }
        const auto lanes = static_cast<std::size_t>(width);
        std::vector<std::uint32_t> state(lanes * 4, 0x01234567);
        std::vector<std::uint32_t> narrow(state);
        kernel.run(state.data(), data.data(), 2);
        // Four lanes at a time by the plain kernel.
        const Md5Kernel plain = md5Kernel(4);
        for (std::size_t first = 0; first < lanes; first += 4) {
            std::vector<std::uint32_t> four(16, 0x01234567);
            plain.run(four.data(), data.data() + first, 2);
            for (std::size_t row = 0; row < 4; ++row) {
                std::copy_n(four.begin() + static_cast<std::ptrdiff_t>(row * 4), 4,
                            narrow.begin() + static_cast<std::ptrdiff_t>(row * lanes + first));
            }
        }
        QCOMPARE(state, narrow);
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestMd5Lanes)
#include "tst_md5lanes.moc"
