#include "ui/imports/gopage.h"

#include "ui/common/card.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/notice.h"
#include "ui/imports/importtext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace longshore {

using namespace Qt::StringLiterals;

GoPage::GoPage(QWidget* parent)
    : ImportPageFrame(ImportPage::Go, parent),
      m_sentences(new QVBoxLayout),
      m_notice(new Notice(this)),
      m_copy(new QPushButton(icon(u"terminal"_s), tr("&Copy as command"), this))
{
    m_notice->setObjectName(u"goNotice"_s);
    m_notice->hide();
    m_copy->setObjectName(u"goCopy"_s);
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(commandFor(m_plan, m_facts));
        m_notice->showText(Tone::Good, tr("Copied. Paste it into a terminal; it holds no secret."));
    });
    auto* card = new Card(this);
    m_sentences->setSpacing(8);
    card->setLayout(m_sentences);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_copy);
    foot->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    layout->addWidget(headingLabel(HeadingRank::Page, tr("What happens now"), this));
    layout->addWidget(card);
    layout->addWidget(m_notice);
    layout->addLayout(foot);
    layout->addStretch();
}

QString GoPage::title() const
{
    //: Last page of the import assistant
    return tr("Go");
}

QString GoPage::forwardText() const
{
    return replaceText(m_plan);
}

void GoPage::setStarting(bool starting)
{
    m_starting = starting;
    Q_EMIT completeChanged();
}

void GoPage::showError(const Error& error)
{
    m_notice->showError(error);
}

void GoPage::refresh()
{
    const QStringList sentences = whatHappens(m_plan, m_facts);
    while (m_labels.size() < sentences.size()) {
        QLabel* label = bodyLabel(QString(), this);
        label->setObjectName(u"happens%1"_s.arg(m_labels.size()));
        m_sentences->addWidget(label);
        m_labels << label;
    }
    for (qsizetype i = 0; i < m_labels.size(); ++i) {
        m_labels.at(i)->setText(sentences.value(i));
        m_labels.at(i)->setVisible(i < sentences.size());
    }
}

} // namespace longshore
