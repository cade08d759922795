#include "ui/jobs/jobmenu.h"

#include "app/domain/jobrecord.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/jobs/jobactions.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <algorithm>
#include <array>
#include <functional>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<qint64, 6> UsualLimits{1'000'000, 2'000'000, 5'000'000, 10'000'000, 25'000'000, 50'000'000};

/// The translation context of these menus.
class Entries
{
    Q_DECLARE_TR_FUNCTIONS(longshore::JobMenu)

public:
    static void limits(QMenu& menu, qint64 now, JobActions& actions, const std::function<void(qint64)>& set,
                       const std::function<void()>& other);
    static void priorities(QMenu& menu, const JobRecord& record, JobActions& actions);
};

/// Entries of which one is marked. The group belongs to its first entry and so goes when the menu is filled anew.
class Choices
{
public:
    explicit Choices(QMenu& menu) : m_menu(menu) { }

    QAction* add(const QString& text, bool isNow)
    {
        QAction* action = m_menu.addAction(text);
        if (m_group == nullptr) {
            m_group = new QActionGroup(action);
        }
        action->setCheckable(true);
        action->setActionGroup(m_group);
        action->setChecked(isNow);
        return action;
    }

private:
    QMenu& m_menu;
    QActionGroup* m_group = nullptr;
};

void Entries::limits(QMenu& menu, qint64 now, JobActions& actions, const std::function<void(qint64)>& set,
                     const std::function<void()>& other)
{
    Choices choices(menu);
    QList<qint64> values(UsualLimits.cbegin(), UsualLimits.cend());
    if (now > 0 && !values.contains(now)) {
        values.append(now);
        std::sort(values.begin(), values.end());
    }
    values.prepend(0);
    for (const qint64 value : std::as_const(values)) {
        //: Entry of a menu: no limit of the speed
        const QString text = value == 0 ? tr("No limit") : formatLimit(value);
        QObject::connect(choices.add(text, value == now), &QAction::triggered, &actions, [set, value] { set(value); });
    }
    //: Entry of a menu: asks for another limit of the speed
    QObject::connect(menu.addAction(tr("Another limit…")), &QAction::triggered, &actions, [other] { other(); });
}

void Entries::priorities(QMenu& menu, const JobRecord& record, JobActions& actions)
{
    Choices choices(menu);
    const std::array<std::pair<Priority, QString>, 3> rows{std::pair{Priority::High, tr("High priority")},
                                                           std::pair{Priority::Usual, tr("Usual priority")},
                                                           std::pair{Priority::Low, tr("Low priority")}};
    for (const auto& [priority, text] : rows) {
        QAction* action = choices.add(text, priority == record.priority);
        action->setToolTip(tr("Its share of the connections while other transfers run."));
        QObject::connect(action, &QAction::triggered, &actions,
                         [&actions, id = record.id, chosen = priority] { actions.setPriority(id, chosen); });
    }
}

} // namespace

void addSpeedEntries(QMenu& menu, const JobRecord& record, JobActions& actions)
{
    //: Heading in a menu
    menu.addSection(Entries::tr("Priority"));
    Entries::priorities(menu, record, actions);
    //: Heading in a menu: the limit of one transfer
    menu.addSection(Entries::tr("Speed limit"));
    Entries::limits(
        menu, record.bytesPerSecondLimit, actions,
        [&actions, id = record.id](qint64 limit) { actions.setLimit(id, limit); },
        [&actions, id = record.id] { actions.askLimit(id); });
}

void addJobEntries(QMenu& menu, const JobRecord& record, JobActions& actions)
{
    QList<JobVerb> verbs = verbsFor(record);
    if (allows(record, JobVerb::Pause) && !verbs.contains(JobVerb::Pause)) {
        verbs.prepend(JobVerb::Pause);
    }
    for (const JobVerb verb : std::as_const(verbs)) {
        QAction* action = menu.addAction(icon(verbIcon(verb)), verbTextFor(verb, record));
        action->setToolTip(verbHintFor(verb, record));
        action->setWhatsThis(action->toolTip());
        QObject::connect(action, &QAction::triggered, &actions,
                         [&actions, id = record.id, verb] { actions.run(id, verb); });
    }
    if (allows(record, JobVerb::SetLimit)) {
        QMenu* speed = menu.addMenu(icon(u"speed"_s), Entries::tr("Priority and limit"));
        addSpeedEntries(*speed, record, actions);
    }
    menu.setToolTipsVisible(true);
}

void addEntriesForAll(QMenu& menu, const QList<JobRecord>& records, qint64 limit, JobActions& actions)
{
    const auto any = [&records](JobVerb verb) {
        return std::any_of(records.begin(), records.end(),
                           [verb](const JobRecord& record) { return allows(record, verb); });
    };
    QAction* pause = menu.addAction(icon(u"pause"_s), Entries::tr("Pause all transfers"));
    pause->setToolTip(Entries::tr("Also those still to come; servers go on with their exports."));
    pause->setEnabled(any(JobVerb::Pause));
    QObject::connect(pause, &QAction::triggered, &actions, &JobActions::pauseAll);
    QAction* resume = menu.addAction(icon(u"resume"_s), Entries::tr("Resume all transfers"));
    resume->setEnabled(any(JobVerb::Resume));
    QObject::connect(resume, &QAction::triggered, &actions, &JobActions::resumeAll);
    //: Heading in a menu: the limit of all transfers together
    menu.addSection(Entries::tr("Limit for all together"));
    Entries::limits(
        menu, limit, actions, [&actions](qint64 value) { actions.setLimitOfAll(value); },
        [&actions] { actions.askLimitOfAll(); });
    menu.setToolTipsVisible(true);
}

} // namespace longshore
