#include "app/net/curltls.h"

#include "app/core/log.h"
#include "app/net/systemroots.h"

#include <QFile>
#include <cstring>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

namespace longshore {

namespace {

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Both OpenSSLs must be the same library for the callback below to be allowed to touch the context.
bool curlUsesOpenSsl()
{
    static const bool uses = [] {
        const char* name = curl_version_info(CURLVERSION_NOW)->ssl_version;
        return name != nullptr && std::strncmp(name, "OpenSSL/3", 9) == 0;
    }();
    return uses;
}

/// On Windows the system is asked about each certificate, which a list does not replace.
bool canUseStore()
{
#ifdef Q_OS_WIN
    return false;
#else
    return curlUsesOpenSsl();
#endif
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

std::shared_ptr<X509_STORE> storeOf(const QByteArray& added)
{
    const std::shared_ptr<X509_STORE> store(X509_STORE_new(), &X509_STORE_free);
    const std::unique_ptr<BIO, decltype(&BIO_free)> bytes(
        BIO_new_mem_buf(added.constData(), static_cast<int>(added.size())), &BIO_free);
    while (X509* certificate = PEM_read_bio_X509_AUX(bytes.get(), nullptr, nullptr, nullptr)) {
        X509_STORE_add_cert(store.get(), certificate);
        X509_free(certificate);
    }
    ERR_clear_error(); // of the end of the bytes
    believeSystemRoots(store.get());
    // As libcurl does: a certificate that was added by itself is enough, its issuer need not be there.
    X509_STORE_set_flags(store.get(), X509_V_FLAG_TRUSTED_FIRST | X509_V_FLAG_PARTIAL_CHAIN);
    return store;
}

CURLcode onContext(CURL* /*easy*/, void* context, void* note)
{
    auto* ssl = static_cast<SSL_CTX*>(context);
    if (X509_STORE* store = static_cast<IssuerNote*>(note)->store()) {
        SSL_CTX_set1_cert_store(ssl, store);
    }
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
    m_added.clear();
    m_all.clear();
    m_store.reset();
    if (caFile.isEmpty()) {
        return;
    }
    const QByteArray added = readAll(caFile);
    if (!added.contains("-----BEGIN CERTIFICATE-----")) {
        qCWarning(lcNet) << "no certificate in the added CA file; only the system's authorities are trusted";
        return;
    }
    m_added = added;
}

void TrustedRoots::makeStore()
{
    using namespace std::chrono_literals;
    const auto now = std::chrono::steady_clock::now();
    if (canUseStore()) {
        if (!m_store || now - m_storeMade >= 24h) {
            m_store = storeOf(m_added);
            m_storeMade = now;
        }
    } else if (!m_added.isEmpty() && m_all.isEmpty()) {
        m_all = systemRoots() + '\n' + m_added;
    }
}

void TrustedRoots::applyTo(CURL* easy)
{
#ifdef Q_OS_WIN
    curl_easy_setopt(easy, CURLOPT_SSL_OPTIONS, static_cast<long>(CURLSSLOPT_NATIVE_CA));
#endif
    makeStore();
    if (m_store) {
        curl_easy_setopt(easy, CURLOPT_CAINFO, nullptr);
        curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);
    }
    // libcurl compares blobs by content before it uses a kept connection again: beside a store the added file alone
    // tells the trust of before from that of now.
    const QByteArray& told = m_store ? m_added : m_all;
    if (!told.isEmpty()) {
        curl_blob blob{const_cast<char*>(told.constData()), static_cast<size_t>(told.size()), CURL_BLOB_COPY};
        curl_easy_setopt(easy, CURLOPT_CAINFO_BLOB, &blob);
    }
}

void IssuerNote::attachTo(CURL* easy, const std::shared_ptr<X509_STORE>& store)
{
    if (curlUsesOpenSsl()) {
        m_store = store;
        curl_easy_setopt(easy, CURLOPT_SSL_CTX_DATA, this);
        curl_easy_setopt(easy, CURLOPT_SSL_CTX_FUNCTION, onContext);
    }
}

} // namespace longshore
