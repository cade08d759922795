#include "app/net/curltls.h"

#include "app/core/log.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <cstring>
#include <openssl/ssl.h>

namespace longshore {

namespace {

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray systemRoots(CURL* easy)
{
    const char* path = nullptr;
    if (curl_easy_getinfo(easy, CURLINFO_CAINFO, &path) == CURLE_OK && path != nullptr) {
        if (const QByteArray pem = readAll(QFile::decodeName(path)); !pem.isEmpty()) {
            return pem;
        }
    }
    QByteArray pem;
    const QList<QSslCertificate> certificates = QSslConfiguration::systemCaCertificates();
    for (const QSslCertificate& certificate : certificates) {
        pem += certificate.toPem();
    }
    return pem;
}

/// Both OpenSSLs must be the same library for the callback below to be allowed to touch the context.
bool curlUsesOpenSsl()
{
    const char* name = curl_version_info(CURLVERSION_NOW)->ssl_version;
    return name != nullptr && std::strncmp(name, "OpenSSL/3", 9) == 0;
}

int noteIndex()
{
    static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return index;
}

QString nameOf(X509_NAME* name)
{
    for (const int field : {NID_commonName, NID_organizationName}) {
        const int at = X509_NAME_get_index_by_NID(name, field, -1);
        if (at < 0) {
            continue;
        }
        unsigned char* text = nullptr;
        const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
        if (size >= 0) {
            const QString result = QString::fromUtf8(reinterpret_cast<const char*>(text), size);
            OPENSSL_free(text);
            return result;
        }
    }
    return {};
}

/// Only listens: the verdict stays OpenSSL's.
int onVerify(int fine, X509_STORE_CTX* store)
{
    if (fine == 0) {
        auto* ssl = static_cast<SSL*>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
        auto* note = static_cast<IssuerNote*>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), noteIndex()));
        X509* certificate = X509_STORE_CTX_get_current_cert(store);
        if (note != nullptr && certificate != nullptr) {
            note->note(nameOf(X509_get_issuer_name(certificate)));
        }
    }
    return fine;
}

CURLcode onContext(CURL* /*easy*/, void* context, void* note)
{
    auto* ssl = static_cast<SSL_CTX*>(context);
    SSL_CTX_set_ex_data(ssl, noteIndex(), note);
    SSL_CTX_set_verify(ssl, SSL_VERIFY_PEER, onVerify);
    // A kept connection outlives the note: no second handshake on it.
    SSL_CTX_set_options(ssl, SSL_OP_NO_RENEGOTIATION);
    return CURLE_OK;
}

} // namespace

void TrustedRoots::load(const QString& caFile)
{
    m_caFile = caFile;
    m_blob.clear();
    if (caFile.isEmpty()) {
        return;
    }
    const QByteArray added = readAll(caFile);
    if (!added.contains("-----BEGIN CERTIFICATE-----")) {
        qCWarning(lcNet) << "no certificate in the added CA file; only the system's authorities are trusted";
        return;
    }
    CURL* easy = curl_easy_init();
    m_blob = systemRoots(easy) + '\n' + added;
    curl_easy_cleanup(easy);
}

void TrustedRoots::applyTo(CURL* easy) const
{
#ifdef Q_OS_WIN
    curl_easy_setopt(easy, CURLOPT_SSL_OPTIONS, static_cast<long>(CURLSSLOPT_NATIVE_CA));
#endif
    if (m_blob.isEmpty()) {
        return;
    }
    // libcurl compares blobs by content before it uses a kept connection again.
    curl_blob blob{const_cast<char*>(m_blob.constData()), static_cast<size_t>(m_blob.size()), CURL_BLOB_COPY};
    curl_easy_setopt(easy, CURLOPT_CAINFO_BLOB, &blob);
}

void IssuerNote::attachTo(CURL* easy)
{
    static const bool possible = curlUsesOpenSsl();
    if (possible) {
        curl_easy_setopt(easy, CURLOPT_SSL_CTX_DATA, this);
        curl_easy_setopt(easy, CURLOPT_SSL_CTX_FUNCTION, onContext);
    }
}

} // namespace longshore
