#pragma once

#include <QByteArray>

struct x509_store_st;

namespace longshore {

/// The certificates of the authorities that libcurl or, where it has none, Qt finds on this system, as PEM.
[[nodiscard]] QByteArray systemRoots();

/// Makes the store trust them as well. They are looked at when it is asked for somebody whom it does not know, and only
/// those of that name are read: a connection needs one of about 140, and each takes 0.15 ms.
void believeSystemRoots(x509_store_st* store);

} // namespace longshore
