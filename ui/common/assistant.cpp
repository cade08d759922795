#include "ui/common/assistant.h"

#include "ui/common/labels.h"
#include "ui/common/tones.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

bool isEnter(const QKeyEvent* event)
{
    return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
}

} // namespace

Assistant::Assistant(QWidget* parent)
    : QDialog(parent),
      m_pages(new QStackedWidget(this)),
      m_steps(new QHBoxLayout),
      m_hint(quietLabel(this)),
      m_back(new QPushButton(this)),
      m_forward(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_steps->setSpacing(22);
    m_steps->addStretch();
    m_back->setObjectName(u"assistantBack"_s);
    m_back->setText(tr("&Back"));
    m_back->setAutoDefault(false);
    m_forward->setObjectName(u"assistantForward"_s);
    m_forward->setDefault(true);
    m_forward->installEventFilter(this);
    m_hint->setObjectName(u"assistantHint"_s);
    m_hint->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_hint->setWordWrap(true);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"assistantCancel"_s);
    cancel->setAutoDefault(false);
    connect(m_back, &QPushButton::clicked, this, [this] { showPage(pageFrom(currentPage(), -1)); });
    connect(m_forward, &QPushButton::clicked, this, [this] { page()->tryAdvance(); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addWidget(cancel);
    buttons->addWidget(m_hint, 1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_forward);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 18, 24, 18);
    layout->setSpacing(16);
    layout->addLayout(m_steps);
    layout->addWidget(m_pages, 1);
    layout->addLayout(buttons);
}

void Assistant::addPage(AssistantPage* newPage)
{
    m_pages->addWidget(newPage);
    auto* label = new QLabel(this);
    m_steps->insertWidget(static_cast<int>(m_stepLabels.size()), label);
    m_stepLabels.append(label);
    connect(newPage, &AssistantPage::advanced, this, &Assistant::goOn);
    connect(newPage, &AssistantPage::completeChanged, this, &Assistant::updateButtons);
    updateButtons();
    updateSteps();
}

void Assistant::setFirstPage(int index)
{
    m_first = index;
    updateButtons();
}

void Assistant::setSkipped(int index, bool skipped)
{
    if (skipped == m_skipped.contains(index)) {
        return;
    }
    if (skipped) {
        m_skipped.insert(index);
    } else {
        m_skipped.remove(index);
    }
    updateSteps();
}

int Assistant::pageFrom(int index, int step) const
{
    do {
        index += step;
    } while (m_skipped.contains(index));
    return index;
}

void Assistant::showPage(int index)
{
    if (index < m_first || index >= m_pages->count()) {
        return;
    }
    m_pages->setCurrentIndex(index);
    page()->enter();
    updateButtons();
    updateSteps();
    Q_EMIT pageShown(index);
}

int Assistant::currentPage() const
{
    return m_pages->currentIndex();
}

AssistantPage* Assistant::page() const
{
    return static_cast<AssistantPage*>(m_pages->currentWidget());
}

void Assistant::goOn()
{
    if (sender() != page()) {
        return;
    }
    if (const int following = pageFrom(currentPage(), 1); following < m_pages->count()) {
        showPage(following);
        return;
    }
    Q_EMIT completed();
}

void Assistant::updateButtons()
{
    const bool last = currentPage() + 1 == m_pages->count();
    m_back->setEnabled(currentPage() > m_first);
    m_forward->setEnabled(page()->isComplete());
    const QString text = page()->forwardText();
    m_forward->setText(!text.isEmpty() ? text : last ? tr("&Finish") : tr("&Next"));
    m_hint->setText(page()->isComplete() ? QString() : page()->hint());
    updateForward();
}

void Assistant::updateForward()
{
    const bool dangerous = page()->isDangerous();
    if (m_forward->property("dangerous").toBool() != dangerous) {
        m_forward->setProperty("dangerous", dangerous); // LongshoreStyle draws it with a red border
        m_forward->update();
    }
    m_forward->setAutoDefault(!dangerous);
    m_forward->setDefault(!dangerous);
}

void Assistant::setBanner(QWidget* banner)
{
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, banner);
}

void Assistant::keyPressEvent(QKeyEvent* event)
{
    if (page()->isDangerous() && isEnter(event)) {
        event->accept();
        return;
    }
    if (page()->isDangerous() && event->key() == Qt::Key_Escape) {
        showPage(pageFrom(currentPage(), -1));
        return;
    }
    QDialog::keyPressEvent(event);
}

/// A button that has the focus would take Enter by itself.
bool Assistant::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey = event->type() == QEvent::KeyPress && watched == m_forward;
    if (isKey && page()->isDangerous() && isEnter(static_cast<QKeyEvent*>(event))) {
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void Assistant::updateSteps()
{
    int number = 0;
    for (int i = 0; i < m_stepLabels.size(); ++i) {
        QLabel* label = m_stepLabels.at(i);
        label->setVisible(!m_skipped.contains(i));
        number += m_skipped.contains(i) ? 0 : 1;
        //: A step on top of an assistant: its number and its name
        label->setText(tr("%1  %2").arg(number).arg(static_cast<AssistantPage*>(m_pages->widget(i))->title()));
        const bool here = i == currentPage();
        QFont font = label->font();
        font.setWeight(here ? QFont::DemiBold : QFont::Normal);
        label->setFont(font);
        QPalette colours;
        colours.setColor(QPalette::WindowText, toneColor(here ? Tone::Active : Tone::Muted, colours));
        label->setPalette(colours);
    }
}

} // namespace longshore
