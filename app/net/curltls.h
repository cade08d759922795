#pragma once

#include <QByteArray>
#include <QString>
#include <chrono>
#include <curl/curl.h>
#include <memory>

struct x509_store_st;

namespace longshore {

/// Which certificate authorities are believed: the system's, and those of one more PEM file.
class TrustedRoots final
{
public:
    /// Reads the file; a missing one is logged and the system's authorities stay alone.
    void load(const QString& caFile);
    [[nodiscard]] const QString& caFile() const { return m_caFile; }
    void applyTo(CURL* easy);
    /// All of them, made once; none where libcurl reads them by itself, which takes it 20 ms for each connection.
    [[nodiscard]] const std::shared_ptr<x509_store_st>& store() const { return m_store; }

private:
    void makeStore();

    QString m_caFile;
    QByteArray m_added; ///< what the file has
    QByteArray m_all; ///< where there is no store: with the system's; empty: libcurl's own default is right
    std::shared_ptr<x509_store_st> m_store;
    std::chrono::steady_clock::time_point m_storeMade{};
};

/// Learns who issued the certificate that was refused, which libcurl does not tell. Must outlive the handle.
class IssuerNote final
{
public:
    /// `store`: believed instead of what libcurl read; may be none.
    void attachTo(CURL* easy, const std::shared_ptr<x509_store_st>& store);
    [[nodiscard]] const QString& issuer() const { return m_issuer; }
    [[nodiscard]] x509_store_st* store() const { return m_store.get(); }
    void note(const QString& issuer) { m_issuer = issuer; }

private:
    QString m_issuer;
    std::shared_ptr<x509_store_st> m_store;
};

} // namespace longshore
