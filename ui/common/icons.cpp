#include "ui/common/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

// Outside of any namespace, as Q_INIT_RESOURCE demands.
static void initLongshoreResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

QColor colourFor(Tone tone, QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Disabled) {
        return palette.color(QPalette::Disabled, QPalette::Text);
    }
    if (mode == QIcon::Selected) {
        return palette.color(QPalette::HighlightedText);
    }
    return toneColor(tone, palette);
}

/// Renders a symbol whose lines say `currentColor` in the colour of the moment.
class SymbolEngine final : public QIconEngine
{
public:
    SymbolEngine(QString name, QByteArray svg, Tone tone) : m_name(std::move(name)), m_svg(std::move(svg)), m_tone(tone)
    { }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        QByteArray svg = m_svg;
        svg.replace("currentColor", colourFor(m_tone, mode).name().toLatin1());
        QSvgRenderer renderer(svg);
        const int side = qMin(rect.width(), rect.height());
        QRect square(0, 0, side, side);
        square.moveCenter(rect.center());
        renderer.render(painter, square);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        const QString key =
            u"longshore/%1/%2/%3x%4"_s.arg(m_name, colourFor(m_tone, mode).name()).arg(size.width()).arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap)) {
            return pixmap;
        }
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new SymbolEngine(*this); }
    [[nodiscard]] QString iconName() override { return m_name; }

private:
    QString m_name;
    QByteArray m_svg;
    Tone m_tone;
};

QString tierSymbol(Tier tier)
{
    switch (tier) {
    case Tier::Development:
        return u"development"_s;
    case Tier::Test:
        return u"test"_s;
    case Tier::Staging:
        return u"staging"_s;
    case Tier::Production:
        break;
    }
    return u"production"_s;
}

Tone ownTone(const QString& name)
{
    if (name == u"check"_s || name == u"verify"_s) {
        return Tone::Good;
    }
    if (name == u"warning"_s) {
        return Tone::Caution;
    }
    if (name == u"error"_s) {
        return Tone::Bad;
    }
    for (const Tier tier : {Tier::Development, Tier::Test, Tier::Staging, Tier::Production}) {
        if (name == tierSymbol(tier)) {
            return tierTone(tier);
        }
    }
    return Tone::Plain;
}

} // namespace

void registerResources()
{
    static const bool once = [] {
        initLongshoreResources();
        return true;
    }();
    Q_UNUSED(once)
}

QIcon icon(const QString& name)
{
    return icon(name, ownTone(name));
}

QIcon icon(const QString& name, Tone tone)
{
    registerResources();
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QIcon(new SymbolEngine(name, file.readAll(), tone));
}

QIcon tierIcon(Tier tier)
{
    return icon(tierSymbol(tier));
}

} // namespace longshore
