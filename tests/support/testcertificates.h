#pragma once

#include <QByteArray>
#include <QList>

namespace longshore {

/// A certificate with its key, both PEM, made while the test runs. Nothing of it is stored in the repository.
struct TestCertificate
{
    QByteArray certificate;
    QByteArray key;

    /// Signed by itself, for those names (an IPv4 address counts as one).
    [[nodiscard]] static TestCertificate selfSigned(const QList<QByteArray>& names);
    /// A certificate authority of that name.
    [[nodiscard]] static TestCertificate authority(const QByteArray& commonName);
    [[nodiscard]] static TestCertificate signedBy(const TestCertificate& authority, const QList<QByteArray>& names);
    [[nodiscard]] static TestCertificate expiredSignedBy(const TestCertificate& authority,
                                                         const QList<QByteArray>& names);
};

} // namespace longshore
