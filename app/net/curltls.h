#pragma once

#include <QByteArray>
#include <QString>
#include <curl/curl.h>

namespace longshore {

/// Which certificate authorities are believed: the system's, and those of one more PEM file.
class TrustedRoots final
{
public:
    /// Reads the file; a missing one is logged and the system's authorities stay alone.
    void load(const QString& caFile);
    [[nodiscard]] const QString& caFile() const { return m_caFile; }
    void applyTo(CURL* easy) const;

private:
    QString m_caFile;
    QByteArray m_blob; ///< empty: libcurl's own default is right
};

/// Learns who issued the certificate that was refused, which libcurl does not tell. Must outlive the handle.
class IssuerNote final
{
public:
    void attachTo(CURL* easy);
    [[nodiscard]] const QString& issuer() const { return m_issuer; }
    void note(const QString& issuer) { m_issuer = issuer; }

private:
    QString m_issuer;
};

} // namespace longshore
