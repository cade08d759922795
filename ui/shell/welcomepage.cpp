#include "ui/shell/welcomepage.h"

#include "ui/common/card.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {
constexpr int ChoiceWidth = 300;
constexpr QSize Emblem(64, 64);
constexpr QSize Symbol(28, 28);
} // namespace

WelcomePage::WelcomePage(QAction* connectProject, QAction* practice, QWidget* parent) : QWidget(parent)
{
    auto* emblem = new QLabel(this);
    emblem->setPixmap(icon(u"app"_s).pixmap(Emblem, devicePixelRatioF()));
    auto* heading = headingLabel(HeadingRank::Page, tr("Welcome to Longshore"), this);
    auto* sentence = quietLabel(this);
    sentence->setText(tr("Gets the databases of your hosted sites to this computer, checked to the last byte."));
    auto* choices = new QHBoxLayout;
    choices->setSpacing(16);
    choices->addStretch();
    choices->addWidget(
        makeChoice({u"connect"_s, tr("Connect a project or site"),
                    tr("Your own project of Optimizely DXP, with its API key, or sites of Vector Pro, with a token."),
                    tr("&Connect…"), connectProject, true}));
    choices->addWidget(
        makeChoice({u"practice"_s, tr("Try it first"),
                    tr("A practice server on this computer with made-up data. It cannot touch a real site."),
                    tr("Start &practice server"), practice, false}));
    choices->addStretch();

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(emblem, 0, Qt::AlignHCenter);
    layout->addSpacing(6);
    layout->addWidget(heading, 0, Qt::AlignHCenter);
    layout->addWidget(sentence, 0, Qt::AlignHCenter);
    layout->addSpacing(18);
    layout->addLayout(choices);
    layout->addStretch(3);
}

QWidget* WelcomePage::makeChoice(const Choice& choice)
{
    auto* card = new Card(this);
    card->setFixedWidth(ChoiceWidth);
    auto* symbol = new QLabel(card);
    symbol->setPixmap(icon(choice.iconName, Tone::Active).pixmap(Symbol, devicePixelRatioF()));
    auto* text = bodyLabel(choice.sentence, card);
    auto* button = new QPushButton(choice.buttonText, card);
    button->setObjectName(u"welcome_"_s + choice.action->objectName());
    button->setAccessibleDescription(choice.sentence);
    button->setDefault(choice.main);
    connect(button, &QPushButton::clicked, choice.action, &QAction::trigger);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(18, 16, 18, 16);
    layout->setSpacing(10);
    layout->addWidget(symbol);
    layout->addWidget(headingLabel(HeadingRank::Section, choice.heading, card));
    layout->addWidget(text, 1);
    layout->addSpacing(4);
    layout->addWidget(button);
    return card;
}

} // namespace longshore
