#include "ui/common/card.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/notice.h"
#include "ui/common/tierband.h"
#include "ui/copies/copysheet.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace longshore {

using namespace Qt::StringLiterals;

void CopySheet::build()
{
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(18, 16, 18, 10);
    column->setSpacing(10);
    buildPlaces(column);
    auto* card = new Card(content);
    auto* steps = new QVBoxLayout(card);
    steps->addWidget(headingLabel(HeadingRank::Section, tr("What will happen"), card));
    m_steps->setObjectName(u"copySteps"_s);
    steps->addWidget(m_steps);
    column->addWidget(card);
    buildOptions(column);
    buildConsent(column);
    column->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(u"copyScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(scroll, 1);
    buildButtons(outer);
}

void CopySheet::buildPlaces(QVBoxLayout* column)
{
    m_targets->setObjectName(u"copyTarget"_s);
    m_databases->setObjectName(u"copyDatabase"_s);
    m_toLabel->setBuddy(m_targets);
    m_databaseLabel->setBuddy(m_databases);
    m_targets->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_targets->setMinimumContentsLength(30);
    column->addWidget(m_from);
    auto* fields = new QGridLayout;
    fields->setHorizontalSpacing(10);
    fields->setColumnStretch(1, 1);
    fields->addWidget(m_databaseLabel, 0, 0);
    fields->addWidget(m_databases, 0, 1);
    fields->addWidget(m_toLabel, 1, 0);
    fields->addWidget(m_targets, 1, 1);
    column->addLayout(fields);
    column->addWidget(m_to);
}

void CopySheet::buildOptions(QVBoxLayout* column)
{
    m_dropTables->setText(tr("Delete the target’s tables &first, also those that the source does not have"));
    m_foreignKeys->setText(tr("Switch the check of foreign &keys off meanwhile"));
    m_warnings->setText(tr("Go on if the check of the file &warns, for example because it is unusually small"));
    for (QCheckBox* option : {m_backup, m_address, m_dropTables, m_foreignKeys, m_warnings}) {
        column->addWidget(option);
    }
}

void CopySheet::buildConsent(QVBoxLayout* column)
{
    //: Box to tick: the target may hold the data of production
    m_mayTake->setText(tr("The target may hold this &data"));
    m_phrase->setObjectName(u"copyPhrase"_s);
    m_phraseLabel->setBuddy(m_phrase);
    column->addWidget(m_production);
    column->addWidget(m_mayTake);
    auto* inner = new QVBoxLayout(m_phraseCard);
    inner->addWidget(m_why);
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_phraseLabel);
    row->addWidget(m_phrase, 1);
    inner->addLayout(row);
    column->addWidget(m_phraseCard);
    column->addWidget(m_noWayBack);
    m_error->hide();
    column->addWidget(m_error);
}

void CopySheet::buildButtons(QVBoxLayout* column)
{
    m_start->setObjectName(u"copyStart"_s);
    m_start->setIcon(icon(u"warning"_s));
    m_cancel->setObjectName(u"copyCancel"_s);
    m_hint->setObjectName(u"copyHint"_s);
    m_hint->setWordWrap(true);
    // Enter starts nothing here.
    m_start->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(18, 4, 18, 14);
    row->setSpacing(10);
    row->addWidget(m_hint, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_start);
    column->addLayout(row);
}

} // namespace longshore
