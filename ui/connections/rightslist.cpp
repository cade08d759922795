#include "ui/connections/rightslist.h"

#include "ui/common/card.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/tierbadge.h"

#include <QGridLayout>
#include <QLabel>

namespace longshore {

using namespace Qt::StringLiterals;

RightsList::RightsList(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"rights"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    hide();
}

void RightsList::clear()
{
    hide();
    if (m_content != nullptr) {
        m_content->deleteLater();
        m_content = nullptr;
    }
}

void RightsList::setEnvironments(const QList<Environment>& environments)
{
    clear();
    m_content = new Card(this);
    auto* grid = new QGridLayout(m_content);
    grid->setContentsMargins(12, 8, 12, 8);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(3, 1);
    int row = 0;
    for (const Environment& environment : environments) {
        const bool allowed = environment.access == Access::Allowed;
        const bool denied = environment.access == Access::Denied;
        auto* symbol = new QLabel(m_content);
        symbol->setPixmap(icon(allowed  ? u"check"_s
                               : denied ? u"warning"_s
                                        : u"info"_s)
                              .pixmap(QSize(16, 16), devicePixelRatioF()));
        auto* words = quietLabel(m_content);
        words->setText(allowed ? tr("may export") : denied ? tr("no right with this key") : tr("not tested"));
        grid->addWidget(symbol, row, 0);
        auto* name = new QLabel(environment.name, m_content);
        name->setTextFormat(Qt::PlainText);
        grid->addWidget(name, row, 1);
        grid->addWidget(new TierBadge(environment.tier, m_content), row, 2);
        grid->addWidget(words, row, 3);
        ++row;
    }
    layout()->addWidget(m_content);
    show();
}

} // namespace longshore
