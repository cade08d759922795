#pragma once

#include "app/core/backoff.h"
#include "app/core/progress.h"
#include "app/transfers/transfercontext.h"

#include <QElapsedTimer>
#include <QString>
#include <optional>

namespace CLI {
class App;
}

namespace longshore::cli {

class Output;

/// What `upload` and `download` take beside an address and a file. Zero and empty: as the program thinks best.
struct TransferArguments
{
    int streams = 0;
    qint64 partSize = 0;
    qint64 bytesPerSecond = 0;
    QString caFile{}; ///< absolute
};

/// `--streams`, `--part-size`, `--limit` and `--ca`. `into` must live as long as the line is parsed.
void addTransferOptions(CLI::App& command, TransferArguments& into);

/// "8M" and "8MiB" count by 1024, "8MB" by 1000, "65536" is bytes.
[[nodiscard]] std::optional<qint64> sizeFromText(const QString& text);
/// Bytes a second of a number of MB/s such as "12.5".
[[nodiscard]] std::optional<qint64> paceFromText(const QString& text);

[[nodiscard]] TransferOptions transferOptions(const TransferArguments& arguments);
/// `--streams` is what this run may use in all, whatever the settings say.
void useTypedStreams(const TransferArguments& arguments, StreamBudget& budget);
/// Of `verified` in the JSON: "store" or "transport".
[[nodiscard]] QString vouchedWord(Vouched vouched);
/// Tries again for that long; bytes that move start the time anew.
[[nodiscard]] Backoff patientBackoff(std::chrono::milliseconds patience);

/// How far a transfer is: a line for people, and with --json one JSON line a second.
class TransferProgress final
{
public:
    TransferProgress(Output& output, const QString& transfer) : m_output(output), m_transfer(transfer) { }
    void show(const Progress& progress);

private:
    Output& m_output;
    QString m_transfer; ///< "upload" or "download"
    QElapsedTimer m_sinceJson;
};

} // namespace longshore::cli
