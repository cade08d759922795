#pragma once

#include "ui/shell/banner.h"

#include <QDateTime>

namespace longshore {

class Services;

/// Says since when there is no network, and hides while there is one.
class OfflineBanner final : public Banner
{
    Q_OBJECT

public:
    OfflineBanner(Services& services, QWidget* parent);

private:
    void refresh();

    Services& m_services;
    QDateTime m_since; ///< invalid: online
};

} // namespace longshore
