#include "ui/shell/offlinebanner.h"

#include "app/core/clock.h"
#include "app/services.h"

#include <QLocale>

namespace longshore {

using namespace Qt::StringLiterals;

OfflineBanner::OfflineBanner(Services& services, QWidget* parent)
    : Banner(u"offline"_s, Tone::Caution, parent), m_services(services)
{
    connect(&services, &Services::onlineChanged, this, &OfflineBanner::refresh);
    refresh();
}

void OfflineBanner::refresh()
{
    const bool online = m_services.isOnline();
    setVisible(!online);
    if (online) {
        m_since = {};
    } else if (!m_since.isValid()) {
        m_since = m_services.clock().nowUtc();
        //: %1 is a clock time
        setText(tr("Offline since %1. Work at the server goes on; we check again when the network is back.")
                    .arg(QLocale().toString(m_since.toLocalTime().time(), u"HH:mm")));
    }
}

} // namespace longshore
