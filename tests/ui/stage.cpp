#include "tests/ui/stage.h"

#include "app/core/clock.h"
#include "app/core/storage.h"
#include "app/jobs/enginelock.h"
#include "app/jobs/jobs.h"
#include "app/jobs/jobstore.h"
#include "app/library/library.h"
#include "app/settings/connections.h"

#include <QAbstractScrollArea>
#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

void await(Task* task)
{
    QSignalSpy finished(task, &Task::finished);
    task->start();
    QVERIFY(finished.count() > 0 || finished.wait(20'000));
}

} // namespace

Stage::Stage() : m_lock(std::make_unique<EngineLock>(m_home.path(), nullptr)) { }

Stage::~Stage() = default;

void Stage::start()
{
    QSignalSpy settled(m_lock.get(), &EngineLock::settled);
    m_lock->start();
    QVERIFY(settled.count() > 0 || settled.wait(20'000));
    QVERIFY(m_lock->isOurs());
    {
        Storage storage(m_home.filePath(u"state.sqlite"_s));
        QObject owner;
        for (const JobRecord& job : std::as_const(jobs)) {
            await(storage.run<JobRecord>([job](QSqlDatabase& database) { return jobstore::insert(database, job, 0); },
                                         &owner));
        }
        Connections known(storage);
        for (const Connection& connection : std::as_const(connections)) {
            await(known.save(connection, &owner));
        }
        const SystemClock clock;
        Library library(storage, clock);
        for (const LibraryEntry& file : std::as_const(files)) {
            await(library.add(file, &owner));
        }
    }
    ServicesOptions options;
    options.home = m_home.path();
    options.useKeychain = false;
    m_services = std::make_unique<Services>(options);
    QSignalSpy ready(m_services.get(), &Services::ready);
    m_services->start();
    QVERIFY(ready.count() > 0 || ready.wait(20'000));
    QVERIFY(!m_services->ownsEngine());
}

Connection contoso()
{
    Connection connection;
    connection.id = u"c1"_s;
    connection.name = u"Contoso"_s;
    connection.baseUrl = QUrl(u"https://127.0.0.1:9/api/v1.0/"_s);
    connection.projectId = u"2372b396-6fd2-40ca-a955-57871fc497c9"_s;
    connection.clientKey = u"clientKey123456789"_s;
    connection.environments = {{.name = u"Integration"_s, .tier = Tier::Test, .access = Access::Allowed},
                               {.name = u"Preproduction"_s, .tier = Tier::Staging, .access = Access::Denied},
                               {.name = u"Production"_s, .tier = Tier::Production, .access = Access::Allowed}};
    return connection;
}

Connection lanternBakery()
{
    Connection connection;
    connection.id = u"v1"_s;
    connection.name = u"lantern-bakery"_s;
    connection.platform = Platform::VectorPro;
    connection.baseUrl = QUrl(u"https://127.0.0.1:9/"_s);
    connection.projectId = u"01jk"_s;
    connection.dialect = VectorDialect::D;
    connection.environments = {{.name = u"development"_s,
                                .tier = Tier::Development,
                                .access = Access::Allowed,
                                .domain = u"lantern.example"_s},
                               {.name = u"staging"_s,
                                .tier = Tier::Staging,
                                .access = Access::Allowed,
                                .id = u"e1"_s,
                                .domain = u"staging.lantern.example"_s},
                               {.name = u"production"_s,
                                .tier = Tier::Production,
                                .access = Access::Allowed,
                                .id = u"e2"_s,
                                .domain = u"www.lantern.example"_s}};
    return connection;
}

JobRecord jobAt(JobStep step, Database database)
{
    static int number = 0;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    JobRecord record;
    record.id = u"job-%1"_s.arg(++number);
    record.sequence = number;
    record.request.connectionId = u"c1"_s;
    record.request.environment = u"Production"_s;
    record.request.database = database;
    record.request.folder = u"/home/anna/Databases"_s;
    record.connectionName = u"Contoso"_s;
    record.tier = Tier::Production;
    record.step = step;
    record.createdAt = now.addSecs(-30 * 60);
    const QList<JobStep> way{JobStep::Queued,    JobStep::Asking, JobStep::ServerWorking, JobStep::Downloading,
                             JobStep::Verifying, JobStep::Filing, JobStep::Done};
    const qint64 until = isFinal(step) && step != JobStep::Done ? 3 : qMax<qint64>(0, way.indexOf(step));
    for (qint64 i = 0; i <= until; ++i) {
        record.timeline << StepRecord{.step = way.at(i),
                                      .startedAt = record.createdAt.addSecs(i * 240),
                                      .endedAt = i < until ? record.createdAt.addSecs((i + 1) * 240) : QDateTime()};
    }
    if (step >= JobStep::ServerWorking) {
        record.serverId = u"1b22aaf0-7c52-4a6f-9f5e-0f1d1d3a0b77"_s;
    }
    if (isFinal(step)) {
        record.finishedAt = now.addSecs(-60);
    }
    return record;
}

QStringList unnamedFocusTargets(const QWidget& page)
{
    QStringList unnamed;
    const QList<QWidget*> widgets = page.findChildren<QWidget*>();
    const QList<QLabel*> labels = page.findChildren<QLabel*>();
    for (QWidget* widget : widgets) {
        const bool inner = widget->isHidden() || widget->window() != page.window() // a list that pops up
                           || widget->objectName().startsWith(u"qt_"_s)
                           || qobject_cast<QAbstractScrollArea*>(widget->parentWidget()) != nullptr
                           || qobject_cast<QHeaderView*>(widget) != nullptr;
        if (inner || (widget->focusPolicy() & Qt::TabFocus) == 0) {
            continue;
        }
        const bool hasBuddy = std::any_of(labels.begin(), labels.end(),
                                          [widget](const QLabel* label) { return label->buddy() == widget; });
        if (!hasBuddy && widget->accessibleName().isEmpty() && widget->property("text").toString().isEmpty()) {
            unnamed << QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        }
    }
    return unnamed;
}

} // namespace longshore
