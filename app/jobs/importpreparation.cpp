#include "app/jobs/importpreparation.h"

#include "app/archive/dumpwriter.h"
#include "app/domain/importchoice.h"
#include "app/jobs/importcheck.h"
#include "app/transfers/partfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace longshore {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 RoomToSpare = 64'000'000;

/// Whether the step may still send the file.
bool needsFile(JobStep step)
{
    switch (step) {
    case JobStep::Preparing:
    case JobStep::Uploading:
    case JobStep::Starting:
    case JobStep::Asking:
    case JobStep::Unknown:
        return true;
    default:
        return false;
    }
}

bool isThere(const PreparedFile& file)
{
    const QFileInfo info(file.path);
    return file.size >= 0 && info.isFile() && info.size() == file.size;
}

Result<void> makeFolder(const QString& path)
{
    const QString folder = QFileInfo(path).absolutePath();
    const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, owner)) {
        return fail(Error::Code::FileAccess, folder, u"cannot be made"_s);
    }
    return {};
}

/// Compressed it is never larger than it is now by much; unpacked the look has told.
qint64 roomFor(const CheckedFile& file, DumpFormat format)
{
    const qint64 plain = std::max(file.facts.uncompressedBytes, file.size);
    return (format == DumpFormat::Plain ? plain : std::min(plain, 2 * file.size)) + RoomToSpare;
}

Result<PreparedFile> prepare(const CheckedFile& from, PreparedFile file, const InspectionWatch& watch)
{
    if (isThere(file)) {
        return file;
    }
    if (const Result<void> same = checkStillThere(from); !same) {
        return fail(same.error());
    }
    if (const Result<void> made = makeFolder(file.path); !made) {
        return fail(made.error());
    }
    if (const Result<void> room = checkSpace(file.path, roomFor(from, file.format)); !room) {
        return fail(room.error());
    }
    const Result<WrittenDump> written = repackDump(from.path, file.path, file.format, watch);
    if (!written) {
        return fail(written.error());
    }
    if (const Result<void> same = checkStillThere(from); !same) {
        QFile::remove(file.path);
        return fail(same.error());
    }
    file.size = written->size;
    file.sha256 = QString::fromLatin1(written->sha256.toHex());
    return file;
}

/// The person's file is at fault, not what we do with it.
bool isOfFile(const Error& error, const QString& path)
{
    return error.code == Error::Code::SourceChanged || error.code == Error::Code::FormatInvalid
           || (error.code == Error::Code::FileAccess && error.subject == path);
}

} // namespace

ImportPreparation::ImportPreparation(JobHandle& job, QObject* parent)
    : QObject(parent), m_job(job), m_done(std::make_shared<std::atomic<qint64>>(0))
{
    m_timer.setInterval(250ms);
    connect(&m_timer, &QTimer::timeout, this, &ImportPreparation::showProgress);
}

void ImportPreparation::enter()
{
    const JobRecord record = m_job.record();
    if (m_task != nullptr || record.step != JobStep::Preparing || !record.prepared) {
        return;
    }
    m_done->store(0);
    auto* task = new BackgroundTask<PreparedFile>(
        [from = record.import->file, file = *record.prepared, done = m_done](const CancelFlag& cancel) {
            InspectionWatch watch;
            watch.cancel = cancel;
            watch.progressed = [done](qint64 bytes) { done->store(bytes); };
            return prepare(from, file, watch);
        },
        this);
    m_task = task;
    connect(task, &Task::finished, this, [this, task] {
        m_task = nullptr;
        m_timer.stop();
        if (m_job.step() == JobStep::Preparing) {
            ended(task->result());
        }
        Q_EMIT idle();
    });
    m_timer.start();
    task->start();
    if (record.waiting != WaitReason::None) {
        m_job.waitFor(WaitReason::None);
    }
}

void ImportPreparation::ended(const Result<PreparedFile>& result)
{
    if (!result) {
        const Error error = result.error();
        if (error.code == Error::Code::DiskFull) {
            (void)m_job.countFailure(error.code);
            m_job.waitFor(WaitReason::Space, error);
            return;
        }
        const bool ofFile = isOfFile(error, m_job.record().import->file.path);
        m_job.move(ofFile ? ImportEvent::FileRefused : ImportEvent::PrepareFailed, [this, &error](JobRecord& record) {
            record.error = error;
            addLogLine(record, m_job.now(), u"the file could not be prepared: "_s + describe(error));
        });
        return;
    }
    m_job.forgetFailures();
    m_job.move(ImportEvent::Prepared, [this, &result](JobRecord& record) {
        record.prepared = *result;
        record.progress = {};
        addLogLine(record, m_job.now(),
                   u"prepared as %1, %2 bytes"_s.arg(dumpSuffix(result->format), QString::number(result->size)));
    });
}

void ImportPreparation::showProgress()
{
    const JobRecord record = m_job.record();
    if (record.step == JobStep::Preparing) {
        m_job.showProgress({m_done->load(), record.import->file.size, 0});
    }
}

void ImportPreparation::halt()
{
    if (m_task != nullptr) {
        m_task->cancel();
    }
}

void ImportPreparation::discard()
{
    const JobRecord record = m_job.record();
    if (!record.prepared || record.prepared->size < 0) {
        return;
    }
    m_job.change([](JobRecord& now) { now.prepared->size = -1; });
    auto* task = new BackgroundTask<void>(
        [path = record.prepared->path](const CancelFlag&) -> Result<void> {
            QFile::remove(path);
            return {};
        },
        &m_job.parts().book); // this job may be gone before
    task->start();
}

void planSending(JobRecord& import, const Connection& connection, const QString& packing, const QString& workFolder)
{
    const CheckedFile& file = import.import->file;
    const std::optional<DumpFormat> form = formToSend(connection.dialect, import.import->way, packing);
    import.packageName = sentDumpName(file.path, packing, form);
    if (!form) {
        import.prepared.reset();
        return;
    }
    const PreparedFile planned{
        .format = *form, .path = QDir(workFolder).filePath(import.id + dumpSuffix(*form)), .size = -1, .sha256 = {}};
    if (!import.prepared || import.prepared->path != planned.path) {
        import.prepared = planned;
    }
}

void sweepPrepared(const QString& workFolder, const QList<JobRecord>& jobs, QObject* parent)
{
    if (workFolder.isEmpty()) {
        return;
    }
    QSet<QString> needed;
    for (const JobRecord& job : jobs) {
        if (job.prepared && needsFile(job.step)) {
            needed.insert(job.prepared->path);
        }
    }
    auto* task = new BackgroundTask<void>(
        [workFolder, needed](const CancelFlag&) -> Result<void> {
            const QFileInfoList files = QDir(workFolder).entryInfoList(QDir::Files);
            for (const QFileInfo& file : files) {
                if (!needed.contains(file.filePath())) {
                    QFile::remove(file.filePath());
                }
            }
            return {};
        },
        parent);
    task->start();
}

} // namespace longshore

#include "moc_importpreparation.cpp"
