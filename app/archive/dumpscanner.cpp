#include "app/archive/dumpscanner.h"

#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

using Kind = Finding::Kind;
using Severity = Finding::Severity;

constexpr qsizetype longestWord = 40; ///< that means anything
constexpr qsizetype mostOptions = 2000;

bool is(const SqlToken& token, QByteArrayView word)
{
    return token.kind == SqlToken::Kind::Word && token.text.size() == word.size()
           && token.text.compare(word, Qt::CaseInsensitive) == 0;
}

bool isOneOf(const SqlToken& token, std::initializer_list<QByteArrayView> words)
{
    return std::any_of(words.begin(), words.end(), [&token](QByteArrayView word) { return is(token, word); });
}

bool isValue(const SqlToken& token)
{
    return token.kind == SqlToken::Kind::Word || token.kind == SqlToken::Kind::Text;
}

/// A text without its escapes; good enough for addresses.
QString plainText(QByteArrayView text)
{
    QByteArray plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '\\' && i + 1 < text.size();
        plain += text[escape ? ++i : i];
    }
    return QString::fromUtf8(plain);
}

/// How often one kind is worth telling; the first is the one to look at.
int enoughOf(Kind kind)
{
    switch (kind) {
    case Kind::UsesDatabase:
    case Kind::CreatesDatabase:
    case Kind::DropsDatabase:
    case Kind::DefinerUsed:
    case Kind::SandboxLine:
    case Kind::OtherEngine:
        return 20;
    default:
        return 1;
    }
}

} // namespace

DumpScanner::DumpScanner(std::function<void(const Finding&)> tell) : m_tell(std::move(tell)), m_tokenizer(*this) { }

void DumpScanner::add(QByteArrayView block)
{
    m_facts.plainBytes += block.size();
    m_tokenizer.add(block);
}

void DumpScanner::tell(Severity severity, Kind kind, const Place& place, const QString& detail, const QString& subject)
{
    int& told = m_told[kind];
    if (told == enoughOf(kind)) {
        return;
    }
    ++told;
    const QString where = place.line > 0 ? u"line %1, byte %2"_s.arg(place.line).arg(place.offset) : QString();
    m_tell({severity, kind, where, detail, subject});
}

void DumpScanner::token(const SqlToken& token)
{
    if (m_readsOptions) {
        return optionToken(token);
    }
    if (token.kind == SqlToken::Kind::Comment) {
        return comment(token);
    }
    if (token.kind == SqlToken::Kind::VersionBegin || token.kind == SqlToken::Kind::VersionEnd) {
        return;
    }
    if (!m_inStatement) {
        beginStatement(token);
    } else if (m_verb == Verb::Insert) {
        insertToken(token);
    } else if (m_verb == Verb::Create) {
        createToken(token);
    } else if (m_verb == Verb::Set) {
        setToken(token);
    } else if (m_verb == Verb::Drop) {
        dropToken(token);
    } else if (m_verb == Verb::Use) {
        m_name.take(token);
    } else {
        return;
    }
    m_previous.resize(0);
    if (token.kind == SqlToken::Kind::Symbol) {
        m_previous.append(token.byte);
    } else if (token.kind == SqlToken::Kind::Word) {
        m_previous.append(token.text.first(std::min(token.text.size(), longestWord)));
        std::transform(m_previous.begin(), m_previous.end(), m_previous.begin(),
                       [](char letter) { return letter >= 'a' && letter <= 'z' ? char(letter - 32) : letter; });
    }
}

void DumpScanner::comment(const SqlToken& token)
{
    using Learned = DumpComments::Learned;
    const Place place{token.line, token.offset};
    switch (m_comments.read(token.text, m_facts)) {
    case Learned::Tool:
        return tell(Severity::Good, Kind::DumpRecognised, place, m_facts.tool);
    case Learned::Server:
        return tell(Severity::Note, Kind::DumpServer, place, m_facts.serverVersion);
    case Learned::Sandbox:
        return tell(Severity::Warning, Kind::SandboxLine, place);
    case Learned::Trailer:
        m_trailerPlace = place;
        break;
    case Learned::Postgres:
        m_postgres = true;
        break;
    case Learned::Nothing:
        break;
    }
}

void DumpScanner::beginStatement(const SqlToken& token)
{
    m_inStatement = true;
    m_place = {token.line, token.offset};
    m_object = Object::Unknown;
    m_name.reset();
    m_named = false;
    m_definerStep = 0;
    m_readsOptions = false;
    m_tuples = 0;
    m_verb = isOneOf(token, {"INSERT", "REPLACE"}) ? Verb::Insert
             : is(token, "CREATE")                 ? Verb::Create
             : is(token, "DROP")                   ? Verb::Drop
             : is(token, "SET")                    ? Verb::Set
             : is(token, "USE")                    ? Verb::Use
                                                   : Verb::Other;
}

void DumpScanner::insertToken(const SqlToken& token)
{
    if (!m_named) {
        const bool word = isOneOf(token, {"INTO", "IGNORE", "LOW_PRIORITY", "HIGH_PRIORITY", "DELAYED"});
        if ((word && !m_name.isThere()) || m_name.take(token)) {
            return;
        }
        m_named = true;
    }
    if (!isOneOf(token, {"VALUES", "VALUE"})) {
        return;
    }
    m_readsOptions = m_name.name().toLower().endsWith("options");
    m_depth = 0;
    m_tupleMayBegin = true;
    m_option.clear();
    if (!m_readsOptions) {
        m_tokenizer.skipTuples();
    }
}

/// The tuples of a table of options: two of them are the site's addresses.
void DumpScanner::optionToken(const SqlToken& token)
{
    if (token.kind == SqlToken::Kind::Symbol) {
        m_tuples += token.byte == '(' && m_depth == 0 && m_tupleMayBegin ? 1 : 0;
        m_depth = std::max(0, m_depth + (token.byte == '(' ? 1 : token.byte == ')' ? -1 : 0));
        m_tupleMayBegin = token.byte == ',';
        if (token.byte == ')') {
            m_option.resize(0);
        }
        return;
    }
    if (token.kind != SqlToken::Kind::Text) {
        m_tupleMayBegin = m_tupleMayBegin && token.kind == SqlToken::Kind::Comment;
        return;
    }
    if (m_option.isEmpty()) {
        if (token.text == "siteurl" || token.text == "home") {
            m_option = token.text.toByteArray();
        }
        return;
    }
    const QString key = QString::fromUtf8(m_name.name() + ' ' + m_option);
    if (m_options.size() < mostOptions && !m_options.contains(key)) {
        m_options.insert(key, {plainText(token.text), {token.line, token.offset}});
    }
    m_option.clear();
}

void DumpScanner::createToken(const SqlToken& token)
{
    if (m_object == Object::Table) {
        return createTableToken(token);
    }
    if (m_object == Object::Database) {
        if (!isOneOf(token, {"IF", "NOT", "EXISTS"}) || m_name.isThere()) {
            m_name.take(token);
        }
        return;
    }
    if (m_object != Object::Unknown) {
        return;
    }
    definerToken(token);
    if (is(token, "TABLE")) {
        m_object = Object::Table;
    } else if (isOneOf(token, {"DATABASE", "SCHEMA"})) {
        m_object = Object::Database;
    } else if (isOneOf(token, {"VIEW", "TRIGGER", "PROCEDURE", "FUNCTION", "EVENT"})) {
        m_object = Object::Code;
        m_objectWord = token.text.toByteArray().toLower();
        endDefiner();
    } else if (isOneOf(token, {"USER", "ROLE", "INDEX", "SERVER", "TABLESPACE"})) {
        m_object = Object::Other;
    }
}

/// DEFINER = user [@ host], in whatever comment it stands.
void DumpScanner::definerToken(const SqlToken& token)
{
    const bool name = isValue(token) || token.kind == SqlToken::Kind::Name;
    if (m_definerStep == 0 && is(token, "DEFINER")) {
        m_definerPlace = {token.line, token.offset};
        m_definerStep = 1;
    } else if (m_definerStep == 1) {
        m_definerStep = token.byte == '=' ? 2 : 0; // else it is SQL SECURITY DEFINER
    } else if (m_definerStep == 2 && name) {
        m_definer = token.text.toByteArray();
        m_definerStep = 3;
    } else if (m_definerStep == 3) {
        m_definerStep = token.byte == '@' ? 4 : 5;
    } else if (m_definerStep == 4 && name) {
        m_definer += '@' + token.text.toByteArray();
        m_definerStep = 5;
    }
}

void DumpScanner::endDefiner()
{
    const bool known = m_definerStep >= 3 && !m_definer.toUpper().startsWith("CURRENT_USER");
    const QByteArray once = m_objectWord + ' ' + m_definer;
    if (!known || m_definers.size() == enoughOf(Kind::DefinerUsed) || m_definers.contains(once)) {
        return;
    }
    m_definers.insert(once);
    tell(Severity::Warning, Kind::DefinerUsed, m_definerPlace, QString::fromLatin1(m_objectWord),
         QString::fromUtf8(m_definer));
}

void DumpScanner::createTableToken(const SqlToken& token)
{
    if (!m_named) {
        const bool word = isOneOf(token, {"IF", "NOT", "EXISTS"});
        if ((word && !m_name.isThere()) || m_name.take(token)) {
            return;
        }
        m_named = true;
        m_tables.noteCreated(m_name.name());
        (void)m_tables.table(m_name.name());
    }
    if (token.byte == '=' && token.kind == SqlToken::Kind::Symbol) {
        m_key = m_previous;
    } else if (is(token, "KEY") && m_previous == "FOREIGN") {
        ++m_foreignKeys;
    } else if (isValue(token)) {
        noteTableOption(token);
    }
}

/// ENGINE=InnoDB, CHARSET=utf8mb4, CHARACTER SET utf8mb4, COLLATE utf8mb4_general_ci, with or without "=".
void DumpScanner::noteTableOption(const SqlToken& token)
{
    const QByteArray& key = m_previous == "=" ? m_key : m_previous;
    if (key != "ENGINE" && key != "CHARSET" && key != "SET" && key != "COLLATE") {
        return;
    }
    DumpTable* table = m_tables.table(m_name.name());
    const QString name = QString::fromUtf8(m_name.name());
    const QString value = QString::fromUtf8(token.text);
    const Place place{token.line, token.offset};
    if (key == "ENGINE") {
        if (table != nullptr) {
            table->engine = value;
        }
        if (value.compare("InnoDB"_L1, Qt::CaseInsensitive) != 0) {
            tell(Severity::Warning, Kind::OtherEngine, place, value, name);
        }
        return;
    }
    if (value.startsWith("utf8mb4_uca1400"_L1, Qt::CaseInsensitive)) {
        tell(Severity::Warning, Kind::CollationOfMariaDb, place, value, name);
    }
    const QString names = m_facts.charset.toLower();
    const bool narrow = !names.isEmpty() && names != "utf8mb4"_L1 && names != "binary"_L1;
    if (narrow && value.startsWith("utf8mb4"_L1, Qt::CaseInsensitive)) {
        tell(Severity::Warning, Kind::CharsetNarrow, place, m_facts.charset, name);
    }
    if (key == "CHARSET" && table != nullptr) {
        table->charset = value;
    }
}

void DumpScanner::dropToken(const SqlToken& token)
{
    if (m_object == Object::Unknown) {
        m_object = is(token, "TABLE")                       ? Object::Table
                   : isOneOf(token, {"DATABASE", "SCHEMA"}) ? Object::Database
                   : is(token, "TEMPORARY")                 ? Object::Unknown
                                                            : Object::Other;
    } else if (m_object == Object::Table && token.kind == SqlToken::Kind::Symbol && token.byte == ',') {
        m_tables.noteDropped(m_name.name());
        m_name.reset();
    } else if (!isOneOf(token, {"IF", "EXISTS"})) {
        m_name.take(token);
    }
}

void DumpScanner::setToken(const SqlToken& token)
{
    const Place place{token.line, token.offset};
    if (token.kind == SqlToken::Kind::Symbol && token.byte == '=') {
        m_key = m_previous;
        if (m_key == "GTID_PURGED") {
            tell(Severity::Warning, Kind::SetsGtidPurged, m_place);
        } else if (m_key == "SQL_LOG_BIN") {
            tell(Severity::Warning, Kind::SetsSqlLogBin, m_place);
        }
    } else if (m_previous == "NAMES" && isValue(token) && m_facts.charset.isEmpty()) {
        m_facts.charset = QString::fromUtf8(token.text);
        tell(Severity::Note, Kind::DumpCharset, place, m_facts.charset);
    } else if (m_previous == "=" && m_key == "FOREIGN_KEY_CHECKS") {
        m_foreignKeysOff = m_foreignKeysOff || isOneOf(token, {"0", "OFF", "FALSE"});
    }
}

void DumpScanner::statementEnded(const SqlStatement& statement)
{
    m_inStatement = false;
    m_known += m_verb == Verb::Other ? 0 : 1;
    const QByteArray& name = m_name.name();
    const QString subject = QString::fromUtf8(name);
    const bool ofTable = m_verb == Verb::Insert || (m_verb == Verb::Create && m_object == Object::Table);
    if (ofTable && m_name.isThere()) {
        const qint64 rows = statement.tuples + m_tuples;
        m_facts.rows += rows;
        if (DumpTable* table = m_tables.table(name); table != nullptr) {
            table->rows += rows;
            table->bytes += statement.length;
        }
    } else if (m_verb == Verb::Drop && m_object == Object::Table) {
        m_tables.noteDropped(name);
    } else if (m_verb == Verb::Use && m_name.isThere()) {
        tell(Severity::Warning, Kind::UsesDatabase, m_place, {}, subject);
    } else if (m_object == Object::Database && (m_verb == Verb::Create || m_verb == Verb::Drop)) {
        const Kind kind = m_verb == Verb::Create ? Kind::CreatesDatabase : Kind::DropsDatabase;
        tell(Severity::Warning, kind, m_place, {}, subject);
    }
    if (statement.questionRuns > 0 && m_questionTexts == 0) {
        m_questionPlace = m_place;
        m_questionTable = subject;
    }
    m_questionTexts += statement.questionRuns;
    if (statement.length > m_facts.largestStatement) {
        m_facts.largestStatement = statement.length;
        m_largestPlace = {statement.line, statement.offset};
        m_largestTable = ofTable ? subject : QString();
    }
    m_verb = Verb::Other;
    m_readsOptions = false;
}

} // namespace longshore
