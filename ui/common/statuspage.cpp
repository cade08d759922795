#include "ui/common/statuspage.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace longshore {

using namespace Qt::StringLiterals;

StatusPage::StatusPage(QWidget* parent)
    : QWidget(parent),
      m_icon(new QLabel(this)),
      m_heading(headingLabel(HeadingRank::Page, this)),
      m_sentence(quietLabel(this)),
      m_actions(new QVBoxLayout)
{
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter);
    m_sentence->setMaximumWidth(460);
    m_actions->setSpacing(8);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_heading, 0, Qt::AlignHCenter);
    layout->addWidget(m_sentence, 0, Qt::AlignHCenter);
    layout->addSpacing(8);
    layout->addLayout(m_actions);
    layout->setAlignment(m_actions, Qt::AlignHCenter);
    layout->addStretch(3);
}

void StatusPage::setIcon(const QString& iconName)
{
    m_icon->setPixmap(icon(iconName).pixmap(QSize(56, 56), devicePixelRatioF()));
}

void StatusPage::setText(const QString& heading, const QString& sentence)
{
    m_heading->setText(heading);
    m_sentence->setText(sentence);
    // A wrapped label in a centring layout takes its width from here.
    m_sentence->setMinimumWidth(qMin(460, m_sentence->fontMetrics().horizontalAdvance(sentence) + 12));
}

void StatusPage::addAction(QAction* action)
{
    auto* button = new QPushButton(action->icon(), action->text(), this);
    button->setObjectName(u"status_"_s + action->objectName());
    button->setDefault(m_actions->count() == 0);
    button->setMinimumWidth(220);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    m_actions->addWidget(button);
}

} // namespace longshore
