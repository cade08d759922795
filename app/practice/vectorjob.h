#pragma once

#include "app/practice/vectorsites.h"

#include <QJsonObject>

namespace longshore::practice {

enum class VectorState {
    Pending, ///< an import: waits for its upload and its run
    Uploaded,
    Working,
    Completed,
    Failed,
};

/// One record of the API: an export, an import, a promote, a backup, its download or a restore.
struct VectorJob
{
    using Replacements = QList<std::pair<QByteArray, QByteArray>>;

    QString id;
    VectorKind kind = VectorKind::Export;
    VectorPlace place; ///< the database it reads or writes
    VectorState state = VectorState::Pending;
    QString parent; ///< the backup of a download or restore
    QString type; ///< of a backup: manual or scheduled
    QString scope; ///< of an import or backup; empty: null
    QString description;
    QString error;

    // Times of the machine; 0: not yet.
    qint64 createdMs = 0;
    qint64 uploadedMs = 0;
    qint64 startedMs = 0;
    qint64 completedMs = 0;
    qint64 expiresMs = 0; ///< of the session or the file

    QByteArray key; ///< of its object in the store
    qint64 sizeBytes = -1;

    // An import.
    QString filename;
    qint64 contentLength = -1; ///< as it was announced; -1: not
    QByteArray contentMd5; ///< hex
    QByteArray uploadId; ///< empty: one PUT
    int partCount = 0;
    QByteArray etag; ///< of the upload, once it was run
    bool dropTables = true;
    bool disableForeignKeys = true;
    Replacements replacements;

    bool willFail = false; ///< by a fault
    bool worked = false; ///< what there is to do was done in this run of the server; not stored

    [[nodiscard]] bool isOver() const { return state == VectorState::Completed || state == VectorState::Failed; }
    [[nodiscard]] QJsonObject toStored() const;
    [[nodiscard]] static VectorJob fromStored(const QJsonObject& object);
};

} // namespace longshore::practice
