#include "ui/common/notice.h"

#include "app/core/error.h"
#include "ui/common/errortext.h"
#include "ui/common/icons.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

QString symbolFor(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return u"check"_s;
    case Tone::Caution:
        return u"warning"_s;
    case Tone::Bad:
        return u"error"_s;
    case Tone::Plain:
    case Tone::Muted:
    case Tone::Active:
        break;
    }
    return u"info"_s;
}

QLabel* wrappingLabel(QWidget* parent, const QString& name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

Notice::Notice(QWidget* parent)
    : QWidget(parent),
      m_icon(new QLabel(this)),
      m_headline(wrappingLabel(this, u"noticeHeadline"_s)),
      m_text(wrappingLabel(this, u"noticeText"_s)),
      m_fold(new QToolButton(this)),
      m_details(new QPlainTextEdit(this)),
      m_action(new QPushButton(this)),
      m_close(new QToolButton(this))
{
    m_fold->setObjectName(u"noticeFold"_s);
    m_fold->setAutoRaise(true);
    m_fold->setCheckable(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_details->setObjectName(u"noticeDetails"_s);
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setAccessibleName(tr("Details of the message"));
    m_details->setMaximumHeight(fontMetrics().lineSpacing() * 6);
    m_action->setObjectName(u"noticeAction"_s);
    m_action->hide();
    m_close->setObjectName(u"noticeClose"_s);
    m_close->setAutoRaise(true);
    m_close->setIcon(icon(u"close"_s));
    m_close->setAccessibleName(tr("Close the message"));
    m_close->setToolTip(m_close->accessibleName());
    m_close->hide();

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 9, 12, 9);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(3);
    grid->addWidget(m_icon, 0, 0, 2, 1, Qt::AlignTop);
    grid->addWidget(m_headline, 0, 1);
    grid->addWidget(m_text, 1, 1);
    grid->addWidget(m_action, 0, 2, 2, 1, Qt::AlignVCenter);
    grid->addWidget(m_close, 0, 3, 2, 1, Qt::AlignVCenter);
    grid->addWidget(m_fold, 2, 1, Qt::AlignLeading);
    grid->addWidget(m_details, 3, 1, 1, 2);
    grid->setColumnStretch(1, 1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);

    connect(m_fold, &QToolButton::toggled, this, &Notice::unfold);
    connect(m_close, &QAbstractButton::clicked, this, &QWidget::hide);
    connect(m_action, &QAbstractButton::clicked, this, &Notice::actionTriggered);
    unfold(false);
}

void Notice::showText(Tone tone, const QString& headline, const QString& text, const QString& details)
{
    m_tone = tone;
    QFont headlineFont = font();
    headlineFont.setBold(!text.isEmpty()); // one sentence alone needs no heading
    m_headline->setFont(headlineFont);
    m_headline->setText(headline);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_details->setPlainText(details);
    m_fold->setVisible(!details.isEmpty());
    m_fold->setChecked(false);
    setAccessibleName(plainText());
    updateIcon();
    show();
    update();
}

void Notice::showError(const Error& error)
{
    const ErrorText text = errorText(error);
    showText(error.code == Error::Code::Cancelled ? Tone::Active : Tone::Bad, text.what, text.safe + u' ' + text.next,
             text.details);
}

void Notice::setAction(const QString& text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void Notice::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

QString Notice::plainText() const
{
    return m_text->text().isEmpty() ? m_headline->text() : m_headline->text() + u' ' + m_text->text();
}

void Notice::unfold(bool open)
{
    m_details->setVisible(open);
    m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_fold->setText(open ? tr("Hide details") : tr("Show details"));
}

void Notice::updateIcon()
{
    m_icon->setPixmap(icon(symbolFor(m_tone), m_tone == Tone::Plain ? Tone::Active : m_tone).pixmap(20, 20));
}

void Notice::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        updateIcon();
    }
    QWidget::changeEvent(event);
}

void Notice::paintEvent(QPaintEvent*)
{
    const Tone tone = m_tone == Tone::Plain ? Tone::Active : m_tone;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneTint(tone, palette()));
    painter.drawRoundedRect(rect(), 5, 5);
}

} // namespace longshore
