#include "app/providers/vector/vectorprovider.h"

#include "app/core/settledtask.h"
#include "app/providers/vector/vectorexports.h"
#include "app/providers/vector/vectorimports.h"
#include "app/providers/vector/vectorsites.h"

namespace longshore {

using namespace Qt::StringLiterals;
using namespace vector;

namespace {

class TestTask final : public ResultTask<ConnectionTest>
{
public:
    TestTask(std::shared_ptr<const Client> client, Connection connection, QObject* parent)
        : ResultTask<ConnectionTest>(parent), m_client(std::move(client)), m_connection(std::move(connection))
    { }

protected:
    void run() override
    {
        ProbeWish wish{.siteId = m_connection.projectId};
        if (m_connection.dialectByHand) {
            wish.dialect = m_connection.dialect;
        }
        auto* probed = probe(m_client, wish, this);
        connect(probed, &Task::finished, this, [this, probed] {
            completeWith(probed->result().map([this](const Probe& found) { return toTest(found); }));
        });
        probed->start();
    }

private:
    [[nodiscard]] ConnectionTest toTest(const Probe& found) const
    {
        ConnectionTest test;
        test.environments =
            found.sites.isEmpty() ? QList<Environment>{} : environmentsOf(found.sites.first(), m_connection);
        test.dialect = found.dialect;
        test.readOnly = found.identity && !found.identity->mayWrite();
        test.account = found.identity ? found.identity->account : QString();
        return test;
    }

    std::shared_ptr<const Client> m_client;
    Connection m_connection;
};

class FindSites final : public ResultTask<VectorAccount>
{
public:
    FindSites(std::shared_ptr<const Client> client, QUrl baseUrl, std::optional<VectorDialect> dialect, QObject* parent)
        : ResultTask<VectorAccount>(parent),
          m_client(std::move(client)),
          m_baseUrl(std::move(baseUrl)),
          m_dialect(dialect)
    { }

protected:
    void run() override
    {
        auto* probed = probe(m_client, {.siteId = {}, .dialect = m_dialect}, this);
        connect(probed, &Task::finished, this, [this, probed] {
            completeWith(probed->result().map([this](const Probe& found) { return toAccount(found); }));
        });
        probed->start();
    }

private:
    [[nodiscard]] VectorAccount toAccount(const Probe& found) const
    {
        VectorAccount account;
        account.name = found.identity ? found.identity->account : QString();
        account.readOnly = found.identity && !found.identity->mayWrite();
        account.dialect = found.dialect;
        account.dialectIsSure = found.dialectIsSure;
        account.sites = connectionsOf(found, m_baseUrl);
        for (Connection& site : account.sites) {
            site.dialectByHand = m_dialect.has_value();
        }
        return account;
    }

    std::shared_ptr<const Client> m_client;
    QUrl m_baseUrl;
    std::optional<VectorDialect> m_dialect;
};

/// What this platform has not.
template <class T>
ResultTask<T>* notOffered(const QString& what, QObject* parent)
{
    return new SettledTask<T>(fail(Error::Code::NotFound, what), parent);
}

class VectorProvider final : public Provider
{
public:
    VectorProvider(std::shared_ptr<const Client> client, Connection connection)
        : m_client(std::move(client)), m_connection(std::move(connection))
    { }

    ResultTask<ConnectionTest>* test(const QStringList&, QObject* parent) override
    {
        return new TestTask(m_client, m_connection, parent);
    }

    ResultTask<ExportStatus>* startExport(const ExportRequest& request, QObject* parent) override
    {
        return vector::startExport(m_client, m_connection.dialect, targetOf(request.environment), parent);
    }

    ResultTask<ExportStatus>* exportStatus(const QString& environment, Database, const QString& exportId,
                                           QObject* parent) override
    {
        return vector::exportStatus(m_client, m_connection.dialect, targetOf(environment), exportId, parent);
    }

    ResultTask<QList<ExportStatus>>* exports(const QString&, Database, QObject* parent) override
    {
        return notOffered<QList<ExportStatus>>(u"exports"_s, parent); // no dialect lists them
    }

    ResultTask<UploadPlace>* openUpload(const UploadOffer& offer, QObject* parent) override
    {
        return vector::openUpload(m_client, m_connection.dialect, targetOf(offer.environment), offer, parent);
    }
    ResultTask<UploadPlace>* uploadPlace(const UploadOffer& offer, const QString& session, QObject* parent) override
    {
        return vector::uploadPlace(m_client, m_connection.dialect, targetOf(offer.environment), session, parent);
    }
    ResultTask<ImportStatus>* startImport(const ImportOrder& order, QObject* parent) override
    {
        return vector::startImport(m_client, m_connection.dialect, targetOf(order.environment), order, parent);
    }
    ResultTask<ImportStatus>* importStatus(const ImportRef& import, QObject* parent) override
    {
        return vector::importStatus(m_client, m_connection.dialect, targetOf(import.environment), import, parent);
    }
    // An import is live when it is done, and no dialect lists them.
    ResultTask<ImportStatus>* completeImport(const QString&, QObject* parent) override
    {
        return notOffered<ImportStatus>(u"complete"_s, parent);
    }
    ResultTask<ImportStatus>* resetImport(const QString&, const ImportReset&, QObject* parent) override
    {
        return notOffered<ImportStatus>(u"reset"_s, parent);
    }
    ResultTask<QList<ImportStatus>>* findImports(QObject* parent) override
    {
        return notOffered<QList<ImportStatus>>(u"imports"_s, parent);
    }

private:
    [[nodiscard]] Target targetOf(const QString& environment) const
    {
        const std::optional<Environment> known = m_connection.environment(environment);
        const bool development = environment.compare(developmentName, Qt::CaseInsensitive) == 0;
        return {m_connection.projectId, development ? QString() : known ? known->id : environment};
    }

    std::shared_ptr<const Client> m_client;
    Connection m_connection;
};

} // namespace

ResultTask<VectorAccount>* findVectorSites(const QUrl& baseUrl, const Secret& token,
                                           std::optional<VectorDialect> dialect, HttpTransport& transport,
                                           QObject* parent)
{
    return new FindSites(std::make_shared<const Client>(baseUrl.host(), baseUrl, token, transport), baseUrl, dialect,
                         parent);
}

QString tokenProblem(const QByteArray& typed)
{
    if (typed.isEmpty()) {
        return u"empty"_s;
    }
    const bool blank = std::any_of(typed.begin(), typed.end(), [](char c) { return c <= ' ' || c == '\x7f'; });
    return blank ? u"blank"_s : QString();
}

std::unique_ptr<Provider> makeVectorProvider(const Connection& connection, const Secret& token,
                                             HttpTransport& transport)
{
    return std::make_unique<VectorProvider>(
        std::make_shared<const Client>(connection.name, connection.baseUrl, token, transport), connection);
}

} // namespace longshore
