#include "ui/copies/copytext.h"

#include "ui/common/formatting.h"
#include "ui/common/words.h"
#include "ui/imports/importtext.h"

#include <QCoreApplication>
#include <QDir>

namespace longshore {

namespace {

/// The translation context of the sentences about copies.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(longshore::CopyText)

public:
    static QString title(const CopyDraft& draft);
    static QString choice(const CopyChoice& choice);
    static QString bar(const CopyPlan& plan, const QString& target);
    static QStringList steps(const CopyDraft& draft, const ImportFacts& facts);
    static QString production(const CopyDraft& draft, const ImportFacts& facts);
    static QString problem(CopyProblem problem, const CopyDraft& draft, const ImportFacts& facts);
    static QString button(const CopyDraft& draft);

private:
    static QString source(const CopyDraft& draft, const ImportFacts& facts);
    static QString replacing(const CopyDraft& draft, const ImportFacts& facts);
    static QString undo(const CopyDraft& draft, const ImportFacts& facts);
};

QString Text::title(const CopyDraft& draft)
{
    return draft.isRestore() ? tr("Bring a backup back") : tr("Copy a database");
}

QString Text::choice(const CopyChoice& choice)
{
    const QString place = placeText(choice.connectionName, choice.place.environment);
    const QString why = bar(choice.plan, choice.place.environment);
    //: A row of a list: %1 is a place, %2 a sentence: why not
    return why.isEmpty() ? place : tr("%1 – %2").arg(place, why);
}

QString Text::bar(const CopyPlan& plan, const QString& target)
{
    switch (plan.bar) {
    case CopyBar::None:
        return {};
    case CopyBar::SamePlace:
        return tr("It would be copied to itself.");
    case CopyBar::OtherPlatform:
        return tr("It is of the other platform, whose databases do not fit.");
    case CopyBar::UnknownSource:
        return tr("The source does not belong to its project any more.");
    case CopyBar::NoRightAtSource:
        return tr("The key may not export the source.");
    case CopyBar::NoExportOfSource:
        return tr("The service gives no export of the source.");
    case CopyBar::Target:
        break;
    }
    return barText(plan.target, target);
}

QString Text::source(const CopyDraft& draft, const ImportFacts& facts)
{
    const std::optional<Connection> connection = sourceConnection(draft, facts);
    //: %1 is "CMS", "Commerce" or "MySQL", %2 a place ("Shop / staging")
    return connection ? tr("%1 database of %2")
                            .arg(databaseText(draft.database), placeText(connection->name, draft.from.environment))
                      : QString();
}

QString Text::replacing(const CopyDraft& draft, const ImportFacts& facts)
{
    const QString target = targetText(draft.into, facts);
    switch (wayOf(draft, facts)) {
    case ImportWay::Promote:
        //: %1 and %2 are databases of places
        return tr("Then the service itself REPLACES the %1 with the %2. No file comes to this computer.")
            .arg(target, source(draft, facts));
    case ImportWay::Restore:
        //: %1 is a database of a place, %2 a moment
        return tr("Then the service REPLACES the %1 with its own backup of %2.")
            .arg(target, formatMoment(draft.restoredFrom, facts.now));
    case ImportWay::Upload:
    case ImportWay::Quick:
        break;
    }
    //: %1 is a database of a place
    return tr("Then upload the file and REPLACE the %1 with it.").arg(target);
}

QString Text::undo(const CopyDraft& draft, const ImportFacts& facts)
{
    if (draft.into.backup != ImportRequest::Backup::First) {
        return tr("Undo: not possible, as no backup is made.");
    }
    const std::optional<Connection> target = facts.connection(draft.into);
    const bool restores = target && undoWay(*target, draft.into.target->environment) == ImportWay::Restore;
    return restores ? tr("Undo: the service restores that backup, with “Undo import” at the job.")
                    : tr("Undo: from the backup, with “Undo import” at the job.");
}

QStringList Text::steps(const CopyDraft& draft, const ImportFacts& facts)
{
    if (!facts.environment(draft.into)) {
        return {};
    }
    QStringList sentences;
    const QString folder = QDir::toNativeSeparators(draft.into.backupFolder);
    if (wayOf(draft, facts) == ImportWay::Upload) {
        //: %1 is a database of a place, %2 a folder
        sentences << tr("Export the %1 to %2 and look at the file. If it is not whole, nothing is sent.")
                         .arg(source(draft, facts), folder);
    }
    if (draft.into.backup == ImportRequest::Backup::First) {
        //: %1 is a database of a place, %2 a folder
        sentences << tr("Back up the %1 to %2. If that fails, nothing is replaced.")
                         .arg(targetText(draft.into, facts), folder);
    }
    sentences << replacing(draft, facts) << undo(draft, facts);
    return sentences;
}

QString Text::production(const CopyDraft& draft, const ImportFacts& facts)
{
    const std::optional<CopyPlan> plan = planOf(draft, facts);
    const std::optional<Connection> connection = sourceConnection(draft, facts);
    const std::optional<Connection> target = facts.connection(draft.into);
    if (!plan || !plan->productionData || !connection || !target) {
        return {};
    }
    //: %1 and %2 are places
    return tr("%1 holds data of real people: names, orders, addresses, passwords. The copy puts it on %2 and into your "
              "library. Make sure that both may hold it, and that the target sends no mail to customers.")
        .arg(placeText(connection->name, draft.from.environment),
             placeText(target->name, draft.into.target->environment));
}

QString Text::problem(CopyProblem problem, const CopyDraft& draft, const ImportFacts& facts)
{
    switch (problem) {
    case CopyProblem::NoTarget:
        return tr("Choose where it goes.");
    case CopyProblem::Impossible: {
        const std::optional<CopyPlan> plan = planOf(draft, facts);
        return plan ? bar(*plan, draft.into.target->environment) : QString();
    }
    case CopyProblem::ProductionData:
        return tr("Tick that the target may hold this data.");
    case CopyProblem::BackupFolder:
        return tr("Choose a folder for your library in the settings.");
    case CopyProblem::Phrase:
        break;
    }
    //: %1 is what has to be typed: "shop/staging"
    return tr("Type %1 to confirm.").arg(guardOf(draft.into, facts).phrase);
}

QString Text::button(const CopyDraft& draft)
{
    return draft.into.target
               //: Button that starts a copy. %1 is "CMS", "Commerce" or "MySQL", %2 an environment
               ? tr("Replace %1 database of %2").arg(databaseText(draft.database), draft.into.target->environment)
               : tr("Replace");
}

} // namespace

QString copyTitle(const CopyDraft& draft)
{
    return Text::title(draft);
}

QString copyChoiceText(const CopyChoice& choice)
{
    return Text::choice(choice);
}

QString copyBarText(const CopyPlan& plan, const QString& target)
{
    return Text::bar(plan, target);
}

QStringList copySentences(const CopyDraft& draft, const ImportFacts& facts)
{
    return Text::steps(draft, facts);
}

QString productionDataText(const CopyDraft& draft, const ImportFacts& facts)
{
    return Text::production(draft, facts);
}

QString copyProblemText(const CopyDraft& draft, const ImportFacts& facts)
{
    const std::optional<CopyProblem> problem = problemOf(draft, facts);
    return problem ? Text::problem(*problem, draft, facts) : QString();
}

QString copyButtonText(const CopyDraft& draft)
{
    return Text::button(draft);
}

} // namespace longshore
