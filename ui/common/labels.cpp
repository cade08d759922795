#include "ui/common/labels.h"

#include "ui/common/tones.h"

#include <QEvent>
#include <QGuiApplication>
#include <QLabel>

namespace longshore {

namespace {

/// Keeps a label's colour in step with the palette, because a colour set once would not survive a change of theme.
class QuietColour final : public QObject
{
public:
    explicit QuietColour(QLabel* label) : QObject(label), m_label(label)
    {
        label->installEventFilter(this);
        apply();
    }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::Polish) {
            apply();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void apply()
    {
        QPalette palette;
        palette.setColor(QPalette::WindowText, toneColor(Tone::Muted, QGuiApplication::palette()));
        m_label->setPalette(palette);
    }
    QLabel* m_label;
};

} // namespace

void makeHeading(QLabel* label, HeadingRank rank)
{
    QFont font = label->font();
    const double factor = rank == HeadingRank::Page ? 1.55 : rank == HeadingRank::Place ? 1.25 : 1.08;
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setTextFormat(Qt::PlainText);
}

void makeQuiet(QLabel* label)
{
    new QuietColour(label);
}

QLabel* headingLabel(HeadingRank rank, QWidget* parent)
{
    auto* label = new QLabel(parent);
    makeHeading(label, rank);
    return label;
}

QLabel* headingLabel(HeadingRank rank, const QString& text, QWidget* parent)
{
    auto* label = headingLabel(rank, parent);
    label->setText(text);
    return label;
}

QLabel* quietLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    makeQuiet(label);
    return label;
}

QLabel* bodyLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace longshore
