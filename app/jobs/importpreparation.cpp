#include "app/jobs/importpreparation.h"

#include "app/archive/dumpwriter.h"
#include "app/domain/importchoice.h"
#include "app/jobs/importcheck.h"
#include "app/jobs/importupload.h"
#include "app/transfers/fileidentity.h"
#include "app/transfers/partfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QUuid>
#include <filesystem>

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

/// In the names of the unfinished files of this run of the program, and of no other.
const QString& runName()
{
    static const QString name = QUuid::createUuid().toString(QUuid::Id128);
    return name;
}

/// Another one each time: a preparation that was halted may not have noticed yet, and removes what it wrote.
QString partName(const QString& path)
{
    static std::atomic<int> last = 0;
    return u"%1.%2.%3"_s.arg(path, runName()).arg(++last);
}

Result<void> giveName(const QString& part, const QString& path, const InspectionWatch& watch)
{
    if (watch.cancel->load()) {
        return fail(Error::Code::Cancelled);
    }
    std::error_code why;
    std::filesystem::rename(part.toStdU16String(), path.toStdU16String(), why);
    return why ? Result<void>(fail(Error::Code::FileAccess, path, QString::fromStdString(why.message())))
               : Result<void>();
}

Result<MadeFile> prepare(const CheckedFile& from, PreparedFile file, const InspectionWatch& watch)
{
    if (isThere(file)) {
        return MadeFile{file};
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
    const QString part = partName(file.path);
    const Result<WrittenDump> written = repackDump(from.path, part, file.format, watch);
    if (!written) {
        return fail(written.error());
    }
    Result<void> good = checkStillThere(from).and_then([&] { return giveName(part, file.path, watch); });
    const Result<FileIdentity> identity =
        good ? FileIdentity::read(file.path) : Result<FileIdentity>(fail(good.error()));
    if (!identity) {
        QFile::remove(part);
        return fail(identity.error());
    }
    file.size = written->size;
    file.sha256 = QString::fromLatin1(written->sha256.toHex());
    return MadeFile{file, identity->toBytes()};
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
    if (isBusy() || record.step != JobStep::Preparing || !record.prepared) {
        return;
    }
    m_done->store(0);
    auto* task = new BackgroundTask<MadeFile>(
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

void ImportPreparation::ended(const Result<MadeFile>& result)
{
    if (!result) {
        const Error error = result.error();
        if (error.code == Error::Code::Cancelled) {
            enter(); // wanted again before the halted one had stopped
            return;
        }
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
    made(*result);
}

/// What was sent of an earlier one still counts when this one has the same bytes.
void ImportPreparation::made(const MadeFile& file)
{
    const bool isNew = !file.identity.isEmpty();
    const bool same = !isNew || m_job.record().prepared->sha256 == file.file.sha256;
    JobBook::Along along;
    along.dropJournal = !same;
    if (isNew && same) {
        along.renewedSource = file.identity;
    }
    m_job.move(
        ImportEvent::Prepared,
        [this, &file, same](JobRecord& record) {
            if (!same) {
                forgetSession(record);
            }
            record.prepared = file.file;
            record.progress = {};
            addLogLine(
                record, m_job.now(),
                u"prepared as %1, %2 bytes"_s.arg(dumpSuffix(file.file.format), QString::number(file.file.size)));
        },
        along);
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
    m_removal = task;
    connect(task, &Task::finished, this, [this] {
        m_removal = nullptr;
        enter(); // wanted again meanwhile
        Q_EMIT idle();
    });
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
                if (!needed.contains(file.filePath()) && !file.fileName().contains(runName())) {
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
