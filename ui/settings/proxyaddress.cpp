#include "ui/settings/proxyaddress.h"

namespace longshore {

using namespace Qt::StringLiterals;

std::optional<QUrl> proxyFromText(const QString& typed)
{
    QString text = typed.trimmed();
    if (!text.contains(u"://"_s)) {
        text.prepend(u"http://"_s);
    }
    const QUrl url(text, QUrl::StrictMode);
    const bool bare = url.path().size() <= 1 && !url.hasQuery() && !url.hasFragment() && url.userInfo().isEmpty();
    if (!url.isValid() || url.scheme() != u"http"_s || url.host().isEmpty() || url.port() <= 0 || !bare) {
        return std::nullopt;
    }
    return url;
}

} // namespace longshore
