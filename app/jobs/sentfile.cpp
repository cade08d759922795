#include "app/jobs/sentfile.h"

#include "app/core/sha256.h"
#include "app/jobs/importcheck.h"

#include <QFile>

namespace longshore {

using namespace Qt::StringLiterals;

SentFile sentFile(const JobRecord& import)
{
    if (import.prepared) {
        return {import.prepared->path, import.prepared->size, {}, import.prepared->sha256};
    }
    const CheckedFile& file = import.import->file;
    return {file.path, file.size, file.modifiedAt, file.sha256};
}

UploadOffer offerOf(const JobRecord& import)
{
    return {.environment = import.environment(),
            .database = import.database(),
            .fileName = import.packageName,
            .bytes = sentFile(import).size,
            .options = import.import->options};
}

Result<void> checkStillThere(const SentFile& file)
{
    CheckedFile checked;
    checked.path = file.path;
    checked.size = file.size;
    checked.modifiedAt = file.modifiedAt;
    return checkStillThere(checked);
}

Result<QByteArray> readSentFile(const SentFile& file)
{
    if (const Result<void> same = checkStillThere(file); !same) {
        return fail(same.error());
    }
    QFile source(file.path);
    if (!source.open(QIODevice::ReadOnly)) {
        return fail(Error::Code::FileAccess, file.path, source.errorString());
    }
    QByteArray contents = source.readAll();
    Sha256 hash;
    hash.add(contents);
    const bool same = contents.size() == file.size
                      && (file.sha256.isEmpty() || QString::fromLatin1(hash.result().toHex()) == file.sha256);
    if (!same) {
        return fail(Error::Code::SourceChanged, file.path, u"contents"_s);
    }
    return contents;
}

} // namespace longshore
