#pragma once

#include "app/core/backgroundtask.h"
#include "app/providers/provider.h"
#include "tests/support/fakedeployments.h"

#include <QList>
#include <deque>
#include <functional>

namespace longshore {

/// A task that ends with the given answer, or never.
template <class T>
class AnswerTask final : public ResultTask<T>
{
public:
    using Answer = std::function<Result<T>()>;
    AnswerTask(Answer answer, bool hangs, QObject* parent)
        : ResultTask<T>(parent), m_answer(std::move(answer)), m_hangs(hangs)
    { }

protected:
    void run() override
    {
        const Result<T> answer = m_answer();
        if (!m_hangs) {
            this->completeWith(answer);
        }
    }

private:
    Answer m_answer;
    bool m_hangs;
};

/// The far side of a provider, which outlives every run of the program in a test: what was asked, what it answers.
class FakeService
{
public:
    struct Export
    {
        ExportRequest request;
        QString id;
        int asked = 0;
    };

    QList<Export> exports; ///< that were started, in order
    int startCalls = 0;
    int statusCalls = 0;
    std::deque<Error> startErrors; ///< refusals, first
    bool losesAnswer = false; ///< starts the export and says nothing
    bool startHangs = false; ///< starts the export and never comes back
    std::deque<Result<ExportStatus>> nextStatus; ///< instead of what it knows, first
    int pollsUntilDone = 1;
    ExportStatus::Phase endsAs = ExportStatus::Phase::Succeeded;
    SignedUrl link;
    QString fileName = QStringLiteral("epicms_Integration_20260112140000.bacpac");
    bool listsExports = false; ///< the documented service does not
    int listCalls = 0;
    std::function<void()> beforeStart; ///< called when a start arrives
    FakeDeployments deployments;

    [[nodiscard]] Result<ExportStatus> start(const ExportRequest& request)
    {
        ++startCalls;
        if (beforeStart) {
            beforeStart();
        }
        if (!startErrors.empty()) {
            const Error error = startErrors.front();
            startErrors.pop_front();
            return fail(error);
        }
        const QString id =
            QStringLiteral("1b22aaf0-0000-4000-8000-%1").arg(exports.size() + 1, 12, 10, QLatin1Char('0'));
        exports.append({request, id, 0});
        if (losesAnswer) {
            return fail(Error::Code::OutcomeUnknown);
        }
        return status(id, ExportStatus::Phase::Working, QStringLiteral("Started"));
    }

    [[nodiscard]] Result<ExportStatus> ask(const QString& id)
    {
        ++statusCalls;
        if (!nextStatus.empty()) {
            Result<ExportStatus> answer = nextStatus.front();
            nextStatus.pop_front();
            return answer;
        }
        for (Export& known : exports) {
            if (known.id == id) {
                return ++known.asked <= pollsUntilDone
                           ? status(id, ExportStatus::Phase::Working, QStringLiteral("InProgress"))
                           : status(id, endsAs, wordOf(endsAs));
            }
        }
        return fail(Error::Code::NotFound, id);
    }

    [[nodiscard]] Result<QList<ExportStatus>> list()
    {
        ++listCalls;
        if (!listsExports) {
            return fail(Error::Code::NotFound, QStringLiteral("exports"));
        }
        QList<ExportStatus> all;
        for (const Export& known : exports) {
            all.append(status(known.id, ExportStatus::Phase::Working, QStringLiteral("InProgress")));
        }
        return all;
    }

    [[nodiscard]] ExportStatus status(const QString& id, ExportStatus::Phase phase, const QString& word) const
    {
        ExportStatus status;
        status.id = id;
        status.phase = phase;
        status.serverWord = word;
        if (phase == ExportStatus::Phase::Succeeded) {
            status.fileName = fileName;
            status.link = link;
        }
        return status;
    }

private:
    [[nodiscard]] static QString wordOf(ExportStatus::Phase phase)
    {
        switch (phase) {
        case ExportStatus::Phase::Failed:
            return QStringLiteral("ExportFailed");
        case ExportStatus::Phase::LinkExpired:
            return QStringLiteral("LinkExpired");
        default:
            return QStringLiteral("Succeeded");
        }
    }
};

class FakeProvider final : public Provider
{
public:
    explicit FakeProvider(FakeService& service) : m_service(service) { }

    [[nodiscard]] ResultTask<ExportStatus>* startExport(const ExportRequest& request, QObject* parent) override
    {
        return new AnswerTask<ExportStatus>([this, request] { return m_service.start(request); }, m_service.startHangs,
                                            parent);
    }
    [[nodiscard]] ResultTask<ExportStatus>* exportStatus(const QString&, Database, const QString& exportId,
                                                         QObject* parent) override
    {
        return new AnswerTask<ExportStatus>([this, exportId] { return m_service.ask(exportId); }, false, parent);
    }
    [[nodiscard]] ResultTask<QList<ExportStatus>>* exports(const QString&, Database, QObject* parent) override
    {
        return new AnswerTask<QList<ExportStatus>>([this] { return m_service.list(); }, false, parent);
    }
    [[nodiscard]] ResultTask<ConnectionTest>* test(const QStringList&, QObject* parent) override
    {
        return refused<ConnectionTest>(parent);
    }
    [[nodiscard]] ResultTask<UploadPlace>* openUpload(const UploadOffer& offer, QObject* parent) override
    {
        return new AnswerTask<UploadPlace>([this, offer] { return m_service.deployments.place(offer.fileName); }, false,
                                           parent);
    }
    [[nodiscard]] ResultTask<UploadPlace>* uploadPlace(const UploadOffer& offer, const QString&,
                                                       QObject* parent) override
    {
        return openUpload(offer, parent);
    }
    [[nodiscard]] ResultTask<ImportStatus>* startImport(const ImportOrder& start, QObject* parent) override
    {
        return new AnswerTask<ImportStatus>([this, start] { return m_service.deployments.start(start); },
                                            m_service.deployments.startHangs, parent);
    }
    [[nodiscard]] ResultTask<ImportStatus>* importStatus(const ImportRef& import, QObject* parent) override
    {
        return new AnswerTask<ImportStatus>([this, id = import.id] { return m_service.deployments.ask(id); }, false,
                                            parent);
    }
    [[nodiscard]] ResultTask<ImportStatus>* completeImport(const QString& id, QObject* parent) override
    {
        return new AnswerTask<ImportStatus>([this, id] { return m_service.deployments.complete(id); }, false, parent);
    }
    [[nodiscard]] ResultTask<ImportStatus>* resetImport(const QString& id, const ImportReset& how,
                                                        QObject* parent) override
    {
        return new AnswerTask<ImportStatus>([this, id, how] { return m_service.deployments.reset(id, how); }, false,
                                            parent);
    }
    [[nodiscard]] ResultTask<QList<ImportStatus>>* findImports(QObject* parent) override
    {
        return new AnswerTask<QList<ImportStatus>>([this] { return m_service.deployments.list(); }, false, parent);
    }

private:
    template <class T>
    [[nodiscard]] static ResultTask<T>* refused(QObject* parent)
    {
        return new AnswerTask<T>([] { return Result<T>(fail(Error::Code::ServerRefused)); }, false, parent);
    }

    FakeService& m_service;
};

} // namespace longshore
