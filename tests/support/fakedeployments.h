#pragma once

#include "app/providers/provider.h"

#include <QList>
#include <QStringList>
#include <deque>
#include <functional>

namespace longshore {

/// The deployments of a scripted service: what was asked, what it answers.
class FakeDeployments
{
public:
    using Phase = ImportStatus::Phase;

    SignedUrl store; ///< of the container; a package's name is added to its path
    std::function<void()> beforePlace; ///< called when a place for a package is asked for
    int places = 0;
    int startCalls = 0;
    int listCalls = 0;
    int askCalls = 0;
    QStringList completed; ///< ids
    QStringList takenBack;
    QList<ImportStatus> started; ///< oldest first
    std::deque<Error> startErrors; ///< refusals, first
    std::deque<Error> listErrors;
    std::deque<Error> completeErrors;
    std::function<void()> beforeStart;
    bool losesAnswer = false; ///< starts it and says nothing
    bool dropsRequest = false; ///< does not start it and says nothing
    bool startHangs = false; ///< starts it and never comes back
    bool listIsBlind = false; ///< the list tells no parameters, as some answers of the service do
    int pollsUntilDone = 1;
    Phase endsAs = Phase::Succeeded;
    QStringList errors;
    QStringList warnings;
    std::deque<Result<ImportStatus>> nextStatus; ///< instead of what it knows, first

    [[nodiscard]] Result<UploadPlace> place(const QString& packageName)
    {
        ++places;
        if (beforePlace) {
            beforePlace();
        }
        QByteArray link = store.exactBytes();
        return SignedUrl::parse(link.insert(link.indexOf('?'), '/' + packageName.toUtf8()))
            .map([](const SignedUrl& parsed) { return UploadPlace{.link = parsed}; });
    }

    [[nodiscard]] Result<ImportStatus> start(const ImportOrder& request)
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
        if (dropsRequest) {
            return fail(Error::Code::OutcomeUnknown);
        }
        ImportStatus status;
        status.id = QStringLiteral("7d000000-0000-4000-8000-%1").arg(started.size() + 1, 12, 10, QLatin1Char('0'));
        status.targetEnvironment = request.environment;
        status.packages = {request.fileName};
        status.startedAt = QDateTime::currentDateTimeUtc();
        set(status, Phase::InProgress);
        started.append(status);
        if (losesAnswer) {
            return fail(Error::Code::OutcomeUnknown);
        }
        return status;
    }

    [[nodiscard]] Result<ImportStatus> ask(const QString& id)
    {
        ++askCalls;
        if (!nextStatus.empty()) {
            Result<ImportStatus> answer = nextStatus.front();
            nextStatus.pop_front();
            return answer;
        }
        ImportStatus* known = find(id);
        if (known == nullptr) {
            return fail(Error::Code::NotFound, id);
        }
        const bool runs = known->phase == Phase::InProgress;
        if (runs && m_polls++ >= pollsUntilDone) {
            set(*known, endsAs);
            known->errors = errors;
        } else if (known->phase == Phase::Completing) {
            set(*known, Phase::Succeeded);
        } else if (known->phase == Phase::Resetting) {
            set(*known, Phase::Reset);
        }
        known->percent = known->phase == Phase::InProgress ? 40 : 100;
        known->warnings = warnings;
        return *known;
    }

    [[nodiscard]] Result<ImportStatus> complete(const QString& id)
    {
        if (!completeErrors.empty()) {
            const Error error = completeErrors.front();
            completeErrors.pop_front();
            return fail(error);
        }
        completed.append(id);
        return turn(id, Phase::Completing);
    }

    [[nodiscard]] Result<ImportStatus> reset(const QString& id, const ImportReset&)
    {
        takenBack.append(id);
        return turn(id, Phase::Resetting);
    }

    [[nodiscard]] Result<QList<ImportStatus>> list()
    {
        ++listCalls;
        if (!listErrors.empty()) {
            const Error error = listErrors.front();
            listErrors.pop_front();
            return fail(error);
        }
        QList<ImportStatus> newestFirst;
        for (const ImportStatus& known : started) {
            ImportStatus status = known;
            if (listIsBlind) {
                status.packages.clear();
                status.targetEnvironment.clear();
            }
            newestFirst.prepend(status);
        }
        return newestFirst.first(std::min(newestFirst.size(), Provider::MostImports));
    }

private:
    static void set(ImportStatus& status, Phase phase)
    {
        status.phase = phase;
        switch (phase) {
        case Phase::AwaitingVerification:
            status.serverWord = QStringLiteral("AwaitingVerification");
            break;
        case Phase::Completing:
            status.serverWord = QStringLiteral("Completing");
            break;
        case Phase::Succeeded:
            status.serverWord = QStringLiteral("Succeeded");
            break;
        case Phase::Failed:
            status.serverWord = QStringLiteral("Failed");
            break;
        case Phase::Resetting:
            status.serverWord = QStringLiteral("Resetting");
            break;
        case Phase::Reset:
            status.serverWord = QStringLiteral("Reset");
            break;
        default:
            status.serverWord = QStringLiteral("InProgress");
            break;
        }
    }
    [[nodiscard]] Result<ImportStatus> turn(const QString& id, Phase phase)
    {
        ImportStatus* known = find(id);
        if (known == nullptr) {
            return fail(Error::Code::NotFound, id);
        }
        set(*known, phase);
        return *known;
    }
    [[nodiscard]] ImportStatus* find(const QString& id)
    {
        for (ImportStatus& status : started) {
            if (status.id == id) {
                return &status;
            }
        }
        return nullptr;
    }

    int m_polls = 0;
};

} // namespace longshore
