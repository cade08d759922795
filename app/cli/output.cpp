#include "app/cli/output.h"

#include "app/cli/format.h"
#include "app/cli/terminal.h"

#include <QJsonDocument>
#include <cstdio>

namespace longshore::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int Schema = 1;
constexpr qint64 ProgressEveryMs = 10'000;

void put(FILE* stream, const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

Output::Output(bool json) : m_json(json), m_terminal(isTerminal(Stream::Error)) { }

void Output::json(QJsonObject object)
{
    if (m_json) {
        object.insert(u"schema"_s, Schema);
        put(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    }
}

void Output::text(const QString& line)
{
    if (!m_json) {
        endProgress();
        put(stdout, line.toUtf8() + '\n');
    }
}

void Output::table(const QStringList& header, const QList<QStringList>& rows)
{
    const QStringList lines = formatTable(header, rows);
    for (const QString& line : lines) {
        text(line);
    }
}

void Output::note(const QString& line)
{
    endProgress();
    put(stderr, line.toUtf8() + '\n');
}

void Output::progress(const QString& line)
{
    if (m_terminal) {
        put(stderr, "\r\x1b[K" + line.left(terminalWidth() - 1).toUtf8());
        m_progressShown = true;
        return;
    }
    if (!m_sinceProgress.isValid() || m_sinceProgress.hasExpired(ProgressEveryMs)) {
        m_sinceProgress.start();
        put(stderr, line.toUtf8() + '\n');
    }
}

void Output::error(const Error& error, const ErrorContext& context, Exit code)
{
    const ErrorText text = errorText(error, context);
    note(u"error: "_s + text.what);
    note(u"       "_s + text.safe);
    note(u"       "_s + text.next);
    QJsonObject object{{u"type"_s, u"error"_s},      {u"code"_s, errorCodeName(error.code)},
                       {u"exit"_s, exitValue(code)}, {u"what"_s, text.what},
                       {u"safe"_s, text.safe},       {u"next"_s, text.next}};
    if (!context.job.isEmpty()) {
        object.insert(u"job"_s, context.job);
    }
    if (error.httpStatus != 0) {
        object.insert(u"httpStatus"_s, error.httpStatus);
    }
    json(object);
}

void Output::endProgress()
{
    if (std::exchange(m_progressShown, false)) {
        put(stderr, "\n");
    }
}

} // namespace longshore::cli
