#pragma once

#include "app/archive/dumpcomments.h"
#include "app/archive/dumptables.h"
#include "app/archive/sqlname.h"
#include "app/archive/sqltokenizer.h"
#include "app/domain/finding.h"

#include <functional>

namespace longshore {

/// Takes the plain bytes of a dump in blocks and says what there is to know before it is imported. Memory is flat.
class DumpScanner final : private SqlTokenHandler
{
public:
    explicit DumpScanner(std::function<void(const Finding&)> tell);

    void add(QByteArrayView block);
    /// After the last byte: what only the whole shows.
    void finish();
    [[nodiscard]] const DumpFacts& facts() const { return m_facts; }
    /// Statements that a dump has came by; a text of another kind has none.
    [[nodiscard]] bool isSql() const { return m_known > 0; }
    [[nodiscard]] bool isPostgres() const { return m_postgres; }

private:
    enum class Verb { Other, Insert, Create, Drop, Set, Use };
    enum class Object { Unknown, Table, Database, Code, Other }; ///< Code: what has a definer
    struct Place
    {
        qint64 line = 0;
        qint64 offset = 0;
    };

    void token(const SqlToken& token) override;
    void statementEnded(const SqlStatement& statement) override;
    void comment(const SqlToken& token);
    void beginStatement(const SqlToken& token);
    void insertToken(const SqlToken& token);
    void optionToken(const SqlToken& token);
    void createToken(const SqlToken& token);
    void createTableToken(const SqlToken& token);
    void definerToken(const SqlToken& token);
    void dropToken(const SqlToken& token);
    void setToken(const SqlToken& token);
    void noteTableOption(const SqlToken& token);
    void endDefiner();
    void finishTables();
    void finishSite();
    void finishStatements(SqlTokenizer::Open open);
    void tell(Finding::Severity severity, Finding::Kind kind, const Place& place, const QString& detail = {},
              const QString& subject = {});

    std::function<void(const Finding&)> m_tell;
    SqlTokenizer m_tokenizer;
    DumpComments m_comments;
    DumpTables m_tables;
    DumpFacts m_facts;
    QHash<Finding::Kind, int> m_told;
    QSet<QByteArray> m_definers;
    qint64 m_known = 0;
    bool m_postgres = false;

    // the statement
    bool m_inStatement = false;
    Verb m_verb = Verb::Other;
    Object m_object = Object::Unknown;
    QByteArray m_objectWord;
    Place m_place;
    QByteArray m_previous; ///< the word before, in capitals; or a symbol
    QByteArray m_key; ///< the word before the last "="
    SqlName m_name;
    bool m_named = false;
    int m_definerStep = 0;
    Place m_definerPlace;
    QByteArray m_definer;
    // INSERT INTO …options
    bool m_readsOptions = false;
    int m_depth = 0;
    bool m_tupleMayBegin = false;
    qint64 m_tuples = 0;
    QByteArray m_option;

    struct Option
    {
        QString value;
        Place place;
    };
    QHash<QString, Option> m_options; ///< "wp_options siteurl"
    qint64 m_foreignKeys = 0;
    bool m_foreignKeysOff = false;
    qint64 m_questionTexts = 0;
    Place m_questionPlace;
    QString m_questionTable;
    Place m_trailerPlace;
    Place m_largestPlace;
    QString m_largestTable;
};

} // namespace longshore
