#include "tests/support/testcertificates.h"

#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace longshore {

namespace {

template <auto Free>
struct Freed
{
    template <class T>
    void operator()(T* pointer) const
    {
        Free(pointer);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;

QByteArray textOf(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, size);
}

Bio reading(const QByteArray& pem)
{
    return Bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

void addExtension(X509* certificate, X509* issuer, int nid, const QByteArray& value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

QByteArray alternativeNames(const QList<QByteArray>& names)
{
    QList<QByteArray> all;
    for (const QByteArray& name : names) {
        const bool address = !name.isEmpty() && name.back() >= '0' && name.back() <= '9';
        all.append((address ? "IP:" : "DNS:") + name);
    }
    return all.join(',');
}

struct Wish
{
    QByteArray commonName = {};
    QList<QByteArray> names = {};
    bool authority = false;
    bool expired = false;
};

TestCertificate make(const Wish& wish, const TestCertificate* issuer)
{
    static long serial = 1000;
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    X509* raw = certificate.get();
    X509_set_version(raw, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(raw), ++serial);
    constexpr long Day = 24L * 3600;
    X509_gmtime_adj(X509_getm_notBefore(raw), -3 * Day);
    X509_gmtime_adj(X509_getm_notAfter(raw), wish.expired ? -Day : Day);
    X509_set_pubkey(raw, key.get());
    X509_NAME* name = X509_get_subject_name(raw);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(wish.commonName.constData()), -1, -1, 0);

    Certificate parent;
    Key parentKey;
    if (issuer != nullptr) {
        parent.reset(PEM_read_bio_X509(reading(issuer->certificate).get(), nullptr, nullptr, nullptr));
        parentKey.reset(PEM_read_bio_PrivateKey(reading(issuer->key).get(), nullptr, nullptr, nullptr));
    }
    X509* signer = parent ? parent.get() : raw;
    X509_set_issuer_name(raw, X509_get_subject_name(signer));
    addExtension(raw, signer, NID_basic_constraints, wish.authority ? "critical,CA:TRUE" : "CA:FALSE");
    addExtension(raw, signer, NID_subject_key_identifier, "hash");
    if (!wish.names.isEmpty()) {
        addExtension(raw, signer, NID_subject_alt_name, alternativeNames(wish.names));
    }
    X509_sign(raw, parentKey ? parentKey.get() : key.get(), EVP_sha256());

    const Bio certificateOut(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(certificateOut.get(), raw);
    const Bio keyOut(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(keyOut.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return {textOf(certificateOut.get()), textOf(keyOut.get())};
}

} // namespace

TestCertificate TestCertificate::selfSigned(const QList<QByteArray>& names)
{
    return make({.commonName = names.value(0), .names = names}, nullptr);
}

TestCertificate TestCertificate::authority(const QByteArray& commonName)
{
    return make({.commonName = commonName, .authority = true}, nullptr);
}

TestCertificate TestCertificate::signedBy(const TestCertificate& authority, const QList<QByteArray>& names)
{
    return make({.commonName = names.value(0), .names = names}, &authority);
}

TestCertificate TestCertificate::expiredSignedBy(const TestCertificate& authority, const QList<QByteArray>& names)
{
    return make({.commonName = names.value(0), .names = names, .expired = true}, &authority);
}

} // namespace longshore
