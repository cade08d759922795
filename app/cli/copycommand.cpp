#include "app/cli/copycommand.h"

#include "app/domain/importchoice.h"
#include "app/domain/targetfindings.h"

#include <QJsonObject>

namespace longshore::cli {

using namespace Qt::StringLiterals;

void CopyCommand::run()
{
    if (const Result<void> planned = plan(); !planned) {
        endWith(planned.error());
        return;
    }
    if (const std::optional<Error> no = refusal()) {
        endWith(*no);
        return;
    }
    tellPlan();
    acceptProductionData();
}

Result<void> CopyCommand::plan()
{
    const Result<NamedTarget> from = namedTarget(services(), arguments().source, u"--from"_s);
    if (!from) {
        return fail(from.error());
    }
    const Result<NamedTarget> to = namedTarget(services(), arguments().target);
    if (!to) {
        return fail(to.error());
    }
    m_from = {from->connection, from->environment};
    m_to = {to->connection, to->environment};
    m_plan = planCopy(m_from, m_to);
    if (m_plan.bar != CopyBar::None) {
        return {}; // refusal() says why
    }
    const Result<Database> database = wantedDatabase();
    if (!database) {
        return fail(database.error());
    }
    const Result<ImportOptions> options = wantedOptions();
    if (!options) {
        return fail(options.error());
    }
    m_request.connectionId = m_to.connection.id;
    m_request.environment = m_to.environment;
    m_request.database = *database;
    m_request.way = m_plan.way;
    m_request.options = *options;
    m_request.source = CopySource{.connectionId = m_from.connection.id,
                                  .environment = m_from.environment,
                                  .database = *database,
                                  .mayTakeProductionData = arguments().acceptProductionData,
                                  .acceptWarnings = arguments().acceptWarnings};
    m_request.backup = arguments().backup ? ImportRequest::Backup::First : ImportRequest::Backup::None;
    m_request.backupFolder = backupFolder();
    return {};
}

Result<Database> CopyCommand::wantedDatabase() const
{
    const QList<Database> there = databasesOf(m_from.connection.platform);
    const auto typed = databaseFromName(arguments().database);
    if (arguments().database.isEmpty() && there.size() == 1) {
        return there.first();
    }
    if (!typed || !there.contains(*typed)) {
        return fail(Error::Code::BadInput, u"--database"_s,
                    there.size() == 1 ? databaseApiName(there.first()) : u"epicms or epicommerce"_s);
    }
    return *typed;
}

Result<ImportOptions> CopyCommand::wantedOptions() const
{
    ImportOptions options{.dropTables = arguments().dropTables,
                          .foreignKeysOff = arguments().foreignKeysOff,
                          .searchFor = arguments().searchFor,
                          .replaceBy = arguments().replaceBy};
    const auto domainOf = [](const CopyEnd& end) {
        const std::optional<Environment> known = end.connection.environment(end.environment);
        return known ? known->domain : QString();
    };
    if (arguments().replaceAddress) {
        const auto pair = suggestedReplacement(domainOf(m_from), domainOf(m_to));
        if (!pair) {
            return fail(Error::Code::BadInput, u"--replace-address"_s,
                        u"the domains of the two are not known; use --search-for and --replace-by"_s);
        }
        options.searchFor = pair->searchFor;
        options.replaceBy = pair->replaceBy;
    }
    if (const QString field = invalidField(options); !field.isEmpty()) {
        return fail(Error::Code::BadInput, field == "searchFor"_L1 ? u"--search-for"_s : u"--replace-by"_s,
                    u"both or none, of at most %1 letters"_s.arg(LongestReplacement));
    }
    if (!takesOptions(m_to.connection, m_to.environment, options, m_plan.way)) {
        const QString option = options.isReplacing() ? u"--search-for"_s
                               : options.dropTables  ? u"--check-foreign-keys"_s
                                                     : u"--keep-tables"_s;
        return fail(Error::Code::BadInput, option, u"the service cannot be told that there"_s);
    }
    return options;
}

std::optional<Error> CopyCommand::refusal() const
{
    const QString phrase = targetPhrase(m_to.connection.name, m_to.environment);
    if (m_plan.bar == CopyBar::Target) {
        return Error{.code = Error::Code::GuardRefused, .subject = phrase, .detail = importBarName(m_plan.target)};
    }
    if (m_plan.bar != CopyBar::None) {
        return Error{.code = Error::Code::GuardRefused,
                     .subject = targetPhrase(m_from.connection.name, m_from.environment),
                     .detail = copyBarName(m_plan.bar)};
    }
    return confirmationRefusal(phrase);
}

void CopyCommand::tellPlan()
{
    const QString from = targetPhrase(m_from.connection.name, m_from.environment);
    const QString to = targetPhrase(m_to.connection.name, m_to.environment);
    output().json(QJsonObject{{u"type"_s, u"copy"_s},
                              {u"from"_s, from},
                              {u"to"_s, to},
                              {u"database"_s, databaseApiName(m_request.database)},
                              {u"way"_s, importWayName(m_plan.way)},
                              {u"productionData"_s, m_plan.productionData}});
    output().note(m_plan.way == ImportWay::Promote
                      ? u"%1 to %2: the platform copies by itself"_s.arg(from, to)
                      : u"%1 to %2: exported to the library, checked, then imported"_s.arg(from, to));
}

/// A tick of its own: data of real people leaves the place that is guarded for it.
void CopyCommand::acceptProductionData()
{
    const auto goOn = [this] { confirmAndStart(m_to.connection, m_request); };
    if (!m_plan.productionData || arguments().acceptProductionData) {
        goOn();
        return;
    }
    const QString from = targetPhrase(m_from.connection.name, m_from.environment);
    askForYes(u"%1 holds data of real people, which then also lies in %2 and in your library."_s.arg(
                  from, targetPhrase(m_to.connection.name, m_to.environment)),
              {.code = Error::Code::GuardRefused, .subject = from, .detail = u"productionDataNotAccepted"_s},
              [this, goOn] {
                  m_request.source->mayTakeProductionData = true;
                  goOn();
              });
}

} // namespace longshore::cli

#include "moc_copycommand.cpp"
