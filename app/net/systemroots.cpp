#include "app/net/systemroots.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <curl/curl.h>
#include <memory>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>
#include <vector>

namespace longshore {

namespace {

struct Root
{
    std::unique_ptr<X509_NAME, decltype(&X509_NAME_free)> name;
    QByteArray der;
};

/// Past one value of DER, or into it.
bool pass(const unsigned char*& at, const unsigned char* end, bool into = false)
{
    long length = 0;
    int tag = 0;
    int kind = 0;
    if (at >= end || (ASN1_get_object(&at, &length, &tag, &kind, end - at) & 0x80) != 0) {
        return false;
    }
    at += into ? 0 : length;
    return true;
}

/// Whose certificate it is, without reading the rest (RFC 5280, 4.1); none when it is damaged.
X509_NAME* subjectOf(const QByteArray& der)
{
    const auto* at = reinterpret_cast<const unsigned char*>(der.constData());
    const unsigned char* const end = at + der.size();
    if (!pass(at, end, true) || !pass(at, end, true)) {
        return nullptr;
    }
    // Version, which the oldest lack; serial, algorithm, issuer, dates.
    const int before = at < end && *at == 0xA0 ? 5 : 4;
    for (int field = 0; field < before; ++field) {
        if (!pass(at, end)) {
            return nullptr;
        }
    }
    return d2i_X509_NAME(nullptr, &at, end - at);
}

std::vector<Root> rootsOf(const QByteArray& pem)
{
    std::vector<Root> roots;
    const std::unique_ptr<BIO, decltype(&BIO_free)> bytes(
        BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())), &BIO_free);
    char* kind = nullptr;
    char* header = nullptr;
    unsigned char* data = nullptr;
    long size = 0;
    while (PEM_read_bio(bytes.get(), &kind, &header, &data, &size) == 1) {
        Root root{{nullptr, &X509_NAME_free}, QByteArray(reinterpret_cast<const char*>(data), size)};
        root.name.reset(subjectOf(root.der));
        if (root.name) {
            roots.push_back(std::move(root));
        }
        OPENSSL_free(kind);
        OPENSSL_free(header);
        OPENSSL_free(data);
    }
    ERR_clear_error(); // of the end of the bytes
    return roots;
}

/// What the store keeps for us.
std::vector<Root>& keptBy(X509_LOOKUP* lookup)
{
    auto* kept = static_cast<std::vector<Root>*>(X509_LOOKUP_get_method_data(lookup));
    if (kept == nullptr) {
        kept = new std::vector<Root>(rootsOf(systemRoots()));
        X509_LOOKUP_set_method_data(lookup, kept);
    }
    return *kept;
}

void forget(X509_LOOKUP* lookup)
{
    delete static_cast<std::vector<Root>*>(X509_LOOKUP_get_method_data(lookup));
}

/// Adds those of the name. True when there is one that can be read.
bool addNamed(X509_STORE* store, const std::vector<Root>& roots, const X509_NAME* name)
{
    bool any = false;
    for (const Root& root : roots) {
        if (X509_NAME_cmp(root.name.get(), name) == 0) {
            const auto* bytes = reinterpret_cast<const unsigned char*>(root.der.constData());
            X509* certificate = d2i_X509_AUX(nullptr, &bytes, root.der.size());
            any |= certificate != nullptr && X509_STORE_add_cert(store, certificate) == 1;
            X509_free(certificate);
        }
    }
    ERR_clear_error(); // of one that cannot be read
    return any;
}

int find(X509_LOOKUP* lookup, X509_LOOKUP_TYPE type, const X509_NAME* name, X509_OBJECT* found)
{
    X509_STORE* store = X509_LOOKUP_get_store(lookup);
    if (type != X509_LU_X509 || !addNamed(store, keptBy(lookup), name)) {
        return 0;
    }
    X509_STORE_lock(store);
    X509* certificate =
        X509_OBJECT_get0_X509(X509_OBJECT_retrieve_by_subject(X509_STORE_get0_objects(store), type, name));
    X509_STORE_unlock(store);
    if (certificate == nullptr || X509_OBJECT_set1_X509(found, certificate) != 1) {
        return 0;
    }
    X509_free(certificate); // the store holds it, and who asked counts itself once more
    return 1;
}

} // namespace

QByteArray systemRoots()
{
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> easy(curl_easy_init(), &curl_easy_cleanup);
    const char* path = nullptr;
    if (curl_easy_getinfo(easy.get(), CURLINFO_CAINFO, &path) == CURLE_OK && path != nullptr) {
        QFile file(QFile::decodeName(path));
        const QByteArray pem = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        if (!pem.isEmpty()) {
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

void believeSystemRoots(X509_STORE* store)
{
    static X509_LOOKUP_METHOD* const method = [] {
        X509_LOOKUP_METHOD* made = X509_LOOKUP_meth_new("the system's authorities");
        X509_LOOKUP_meth_set_get_by_subject(made, find);
        X509_LOOKUP_meth_set_free(made, forget);
        return made;
    }();
    X509_STORE_add_lookup(store, method);
}

} // namespace longshore
