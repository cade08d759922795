#pragma once

#include "app/jobs/providersource.h"
#include "app/transfers/linksource.h"

namespace longshore {

/// The link of one export: asking for the export again gives a fresh one while the service keeps the file.
class ExportLink final : public LinkSource
{
public:
    /// `source` outlives every use of this object.
    ExportLink(ProviderSource& source, ExportRequest request, QString exportId)
        : m_source(source), m_request(std::move(request)), m_exportId(std::move(exportId))
    { }

    void set(const SignedUrl& link) { m_link = link; }
    [[nodiscard]] SignedUrl current() const override { return m_link; }
    [[nodiscard]] ResultTask<SignedUrl>* renew(QObject* parent) override;

private:
    ProviderSource& m_source;
    ExportRequest m_request;
    QString m_exportId;
    SignedUrl m_link;
};

/// A question about one export.
[[nodiscard]] ResultTask<ExportStatus>* askStatus(ProviderSource& source, const ExportRequest& request,
                                                  const QString& exportId, QObject* parent);

} // namespace longshore
