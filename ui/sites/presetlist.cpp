#include "ui/sites/presetlist.h"

#include "ui/common/card.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/words.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace longshore {

using namespace Qt::StringLiterals;

PresetList::PresetList(QWidget* parent) : QWidget(parent), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins({});
    m_rows->addWidget(headingLabel(HeadingRank::Section, tr("Presets"), this));
    hide();
}

void PresetList::setPresets(const QList<ExportPreset>& presets, const Place& place)
{
    QList<ExportPreset> here;
    std::copy_if(presets.begin(), presets.end(), std::back_inserter(here), [&place](const ExportPreset& preset) {
        return preset.request.connectionId == place.connectionId
               && preset.request.environment.compare(place.environment, Qt::CaseInsensitive) == 0;
    });
    if (here == m_presets) {
        return;
    }
    m_presets = here;
    rebuild();
}

void PresetList::rebuild()
{
    if (m_content != nullptr) {
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = new Card(this);
    auto* layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(10, 6, 10, 6);
    int number = 0;
    for (const ExportPreset& preset : std::as_const(m_presets)) {
        layout->addWidget(makeRow(preset, ++number));
    }
    m_rows->addWidget(m_content);
    setVisible(!m_presets.isEmpty());
}

QWidget* PresetList::makeRow(const ExportPreset& preset, int number)
{
    const QString suffix = u'_' + QString::number(number);
    auto* row = new QWidget(m_content);
    auto* about = quietLabel(row);
    const bool isDump = preset.request.database == Database::MySql;
    //: %1 is a database, %2 the ending of a file's name: ".sql.gz"
    about->setText(
        isDump ? tr("%1, as %2").arg(databaseText(preset.request.database), dumpSuffix(preset.request.dumpFormat))
               //: %1 is a database, %n a number of hours
               : tr("%1, kept %n hours on the server", nullptr, static_cast<int>(preset.request.retention.count()))
                     .arg(databaseText(preset.request.database)));
    auto* run = new QPushButton(icon(u"resume"_s), tr("Run"), row);
    run->setObjectName(u"presetRun"_s + suffix);
    //: Read aloud. %1 is the name of a preset
    run->setAccessibleName(tr("Run preset %1").arg(preset.name));
    connect(run, &QPushButton::clicked, this, [this, preset] { Q_EMIT runRequested(preset.request); });
    auto* menu = new QMenu(row);
    menu->addAction(icon(u"export"_s), tr("Open in the export wizard"), this,
                    [this, preset] { Q_EMIT openRequested(preset.request); });
    menu->addAction(icon(u"trash"_s), tr("Remove preset"), this,
                    [this, preset] { Q_EMIT removeRequested(preset.name); });
    auto* more = new QToolButton(row);
    more->setObjectName(u"presetMore"_s + suffix);
    more->setIcon(icon(u"more"_s));
    //: Read aloud. %1 is the name of a preset
    more->setAccessibleName(tr("More for preset %1").arg(preset.name));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setMenu(menu);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(4, 2, 0, 2);
    auto* name = new QLabel(preset.name, row);
    name->setTextFormat(Qt::PlainText);
    layout->addWidget(name);
    layout->addWidget(about, 1);
    layout->addWidget(run);
    layout->addWidget(more);
    return row;
}

} // namespace longshore
