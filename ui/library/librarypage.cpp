#include "ui/library/librarypage.h"

#include "app/core/clock.h"
#include "app/library/library.h"
#include "app/services.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/filemanager.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/prompts.h"
#include "ui/common/tierbadge.h"
#include "ui/common/words.h"
#include "ui/library/librarymodel.h"
#include "ui_librarypage.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>

namespace longshore {

using namespace Qt::StringLiterals;

LibraryPage::LibraryPage(Services& services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_ui(std::make_unique<Ui::LibraryPage>()),
      m_dialogs(std::make_unique<DialogPrompts>()),
      m_prompts(m_dialogs.get()),
      m_model(new LibraryModel(services.clock(), this)),
      m_proxy(new LibraryProxy(this))
{
    m_ui->setupUi(this);
    makeHeading(m_ui->heading, HeadingRank::Page);
    makeQuiet(m_ui->count);
    makeQuiet(m_ui->kept);
    m_ui->notice->hide();
    m_ui->progress->hide();
    m_ui->progressText->hide();
    makeQuiet(m_ui->progressText);
    m_ui->empty->setIcon(u"library"_s);
    m_ui->empty->setText(tr("Nothing here yet"),
                         tr("Every database you export is filed here after it was downloaded and verified. Choose an "
                            "environment and press Ctrl+E."));
    m_ui->nothingFound->setIcon(u"filter"_s);
    m_ui->nothingFound->setText(tr("No file matches"), tr("Change or clear the filter to see the files again."));
    buildTable();
    buildFacts();
    buildActions();
    connectLibrary();
    refresh();
}

LibraryPage::~LibraryPage() = default;

void LibraryPage::buildTable()
{
    m_proxy->setSourceModel(m_model);
    m_ui->table->setModel(m_proxy);
    m_ui->table->sortByColumn(LibraryModel::Date, Qt::DescendingOrder);
    QHeaderView* header = m_ui->table->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(LibraryModel::Name, QHeaderView::Stretch);
    header->setMinimumSectionSize(64);
    m_ui->table->setTextElideMode(Qt::ElideMiddle);
    m_ui->table->setDragEnabled(true);
    m_ui->table->setDragDropMode(QAbstractItemView::DragOnly);
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 0);
    m_ui->splitter->setSizes({820, 200});
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::currentChanged, this, &LibraryPage::refreshFacts);
    connect(m_ui->table, &QWidget::customContextMenuRequested, this, &LibraryPage::showMenu);
    connect(m_ui->table, &QTreeView::doubleClicked, this, [this] { m_reveal->trigger(); });
    connect(m_ui->filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_proxy->setFilterText(text);
        refresh();
    });
}

void LibraryPage::buildFacts()
{
    m_tier = new TierBadge(Tier::Production, this);
    m_ui->tierRow->addWidget(m_tier);
    m_ui->tierRow->addStretch();
    makeHeading(m_ui->place, HeadingRank::Place);
    const QStringList captions{//: Caption of a fact about a file: its path
                               tr("File"),
                               //: Caption of a fact about a file: its fingerprint
                               tr("SHA-256"),
                               //: Caption of a fact about a file: its name at the service
                               tr("Name at the service"),
                               //: Caption of a fact about a file: when
                               tr("Exported"),
                               //: Caption of a fact about a file
                               tr("Size")};
    for (const QString& caption : captions) {
        QLabel* label = quietLabel(this);
        label->setText(caption);
        auto* value = new ElidedLabel(this);
        value->setAccessibleName(caption);
        m_ui->lines->addSpacing(6);
        m_ui->lines->addWidget(label);
        m_ui->lines->addWidget(value);
        m_facts << value;
    }
}

QAction* LibraryPage::action(const QString& name, const QString& iconName, const QString& text)
{
    auto* made = new QAction(icon(iconName), text, this);
    made->setObjectName(name);
    m_ui->actions->addAction(made);
    return made;
}

void LibraryPage::buildActions()
{
    m_ui->actions->setIconSize({16, 16});
    //: Opens the import assistant with this file
    m_import = action(u"importTo"_s, u"import"_s, tr("Import to…"));
    m_reveal = action(u"reveal"_s, u"folder"_s, tr("Show in folder"));
    m_verify = action(u"verify"_s, u"verify"_s, tr("Verify again"));
    m_copy = action(u"copyRow"_s, u"copy"_s, tr("Copy as text"));
    m_pin = action(u"pin"_s, u"pin"_s, tr("Pin"));
    m_trash = action(u"trash"_s, u"trash"_s, tr("Move to trash…"));
    m_trash->setShortcut(QKeySequence::Delete);
    m_trash->setShortcutContext(Qt::WidgetShortcut);
    m_ui->table->addAction(m_trash);
    m_stop = action(u"stopVerify"_s, u"stop"_s, tr("Stop the check"));

    connect(m_reveal, &QAction::triggered, this, [this] {
        if (const std::optional<LibraryEntry> entry = selected()) {
            revealInFileManager(entry->path, this);
        }
    });
    connect(m_copy, &QAction::triggered, this, [this] {
        if (const std::optional<LibraryEntry> entry = selected()) {
            QGuiApplication::clipboard()->setText(Library::asText(*entry));
        }
    });
    connect(m_import, &QAction::triggered, this, [this] {
        if (const std::optional<LibraryEntry> entry = selected()) {
            Q_EMIT importRequested(*entry);
        }
    });
    connect(m_pin, &QAction::triggered, this, &LibraryPage::togglePinned);
    connect(m_verify, &QAction::triggered, this, &LibraryPage::verifySelected);
    connect(m_trash, &QAction::triggered, this, &LibraryPage::askToTrash);
    connect(m_stop, &QAction::triggered, this, [this] {
        if (m_verifying) {
            m_verifying->cancel();
        }
    });
}

void LibraryPage::connectLibrary()
{
    Library& library = m_services.library();
    connect(&library, &Library::ready, this, [this] {
        m_model->setEntries(m_services.library().entries());
        refresh();
    });
    connect(&library, &Library::entryChanged, this, [this](const LibraryEntry& entry) {
        m_model->put(entry);
        refresh();
        if (entry.id == m_selectWhenKnown) {
            selectEntry(entry.id);
        }
    });
    connect(&library, &Library::entryRemoved, this, [this](const QString& id) {
        m_model->remove(id);
        refresh();
    });
    if (library.isReady()) {
        m_model->setEntries(library.entries());
    }
}

void LibraryPage::selectEntry(const QString& id)
{
    const QModelIndex index = m_proxy->mapFromSource(m_model->indexOf(id));
    m_selectWhenKnown = index.isValid() ? QString() : id;
    if (index.isValid()) {
        m_ui->table->setCurrentIndex(index);
        m_ui->table->scrollTo(index);
    }
}

void LibraryPage::focusFilter()
{
    m_ui->filter->setFocus(Qt::ShortcutFocusReason);
    m_ui->filter->selectAll();
}

std::optional<LibraryEntry> LibraryPage::selected() const
{
    const QString id = m_ui->table->currentIndex().siblingAtColumn(0).data(LibraryModel::IdRole).toString();
    return id.isEmpty() ? std::nullopt : m_services.library().entry(id);
}

void LibraryPage::refresh()
{
    const bool any = m_model->rowCount() > 0;
    QWidget* page = !any                       ? static_cast<QWidget*>(m_ui->empty)
                    : m_proxy->rowCount() == 0 ? static_cast<QWidget*>(m_ui->nothingFound)
                                               : m_ui->files;
    m_ui->stack->setCurrentWidget(page);
    m_ui->filter->setVisible(any);
    qint64 bytes = 0;
    const QList<LibraryEntry> entries = m_services.library().entries();
    for (const LibraryEntry& entry : entries) {
        bytes += qMax<qint64>(0, entry.size);
    }
    //: %1 is a size
    m_ui->count->setText(any ? tr("%n file(s), %1", nullptr, m_model->rowCount()).arg(formatSize(bytes)) : QString());
    if (!m_ui->table->currentIndex().isValid() && m_proxy->rowCount() > 0) {
        m_ui->table->setCurrentIndex(m_proxy->index(0, 0));
    }
    refreshFacts();
}

void LibraryPage::refreshFacts()
{
    const std::optional<LibraryEntry> entry = selected();
    m_ui->facts->setVisible(entry.has_value());
    refreshActions();
    if (!entry) {
        return;
    }
    const QDateTime now = m_services.clock().nowUtc();
    m_tier->setTier(entry->tier);
    //: %1 is a place ("Contoso / Production"), %2 a database ("CMS")
    m_ui->place->setText(
        tr("%1 %2").arg(placeText(entry->connectionName, entry->environment), databaseText(entry->database)));
    m_ui->kept->setText(pinnedReason(*entry));
    m_ui->kept->setVisible(!m_ui->kept->text().isEmpty());
    m_ui->health->setText(healthText(*entry, now));
    m_ui->healthIcon->setPixmap(
        icon(healthIcon(entry->health), healthTone(entry->health)).pixmap(QSize(18, 18), devicePixelRatioF()));
    const QStringList values{QDir::toNativeSeparators(entry->path), entry->sha256, entry->serverFileName,
                             QLocale().toString(entry->exportedAt.toLocalTime().date(), QLocale::ShortFormat) + u' '
                                 + formatClock(entry->exportedAt),
                             //: %1 is a size ("18.4 GB"), %2 the exact number of bytes
                             entry->size < 0
                                 ? QString()
                                 : tr("%1 (%2 bytes)").arg(formatSize(entry->size), QLocale().toString(entry->size))};
    for (qsizetype i = 0; i < values.size(); ++i) {
        m_facts.at(i)->setText(values.at(i).isEmpty() ? u"–"_s : values.at(i));
    }
}

void LibraryPage::refreshActions()
{
    const std::optional<LibraryEntry> entry = selected();
    const bool one = entry.has_value();
    for (QAction* each : {m_reveal, m_copy, m_pin, m_trash}) {
        each->setEnabled(one);
    }
    m_import->setEnabled(entry && entry->health != LibraryEntry::Health::Missing
                         && entry->health != LibraryEntry::Health::Damaged);
    //: Keep a file until it is unpinned, or no longer
    m_pin->setText(entry && entry->pinned ? tr("Unpin") : tr("Pin"));
    m_verify->setEnabled(one && !m_verifying);
    m_stop->setVisible(m_verifying);
}

void LibraryPage::showMenu(const QPoint& position)
{
    if (!selected()) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_import);
    menu->addSeparator();
    menu->addActions({m_reveal, m_verify, m_copy, m_pin});
    menu->addSeparator();
    menu->addAction(m_trash);
    menu->popup(m_ui->table->viewport()->mapToGlobal(position));
}

void LibraryPage::verifySelected()
{
    const std::optional<LibraryEntry> entry = selected();
    if (!entry || m_verifying) {
        return;
    }
    m_ui->notice->hide();
    ResultTask<LibraryEntry>* task = m_services.library().verify(entry->id, this);
    m_verifying = task;
    connect(task, &Task::progressChanged, this, &LibraryPage::showProgress);
    connect(task, &Task::finished, this, [this, task, before = *entry] {
        m_verifying.clear();
        endVerify(before, task->result());
    });
    task->start();
    m_ui->progress->setValue(0);
    m_ui->progress->show();
    m_ui->progressText->setText(QFileInfo(entry->path).fileName());
    m_ui->progressText->show();
    refreshActions();
}

void LibraryPage::showProgress(const Progress& progress)
{
    if (!progress.total || *progress.total <= 0) {
        return;
    }
    const double part = static_cast<double>(progress.done) / static_cast<double>(*progress.total);
    m_ui->progress->setValue(static_cast<int>(part * 1000));
    //: %1 and %2 are sizes
    m_ui->progressText->setText(tr("Checked %1 of %2").arg(formatSize(progress.done), formatSize(*progress.total)));
}

void LibraryPage::endVerify(const LibraryEntry& before, const Result<LibraryEntry>& result)
{
    m_ui->progress->hide();
    m_ui->progressText->hide();
    const QString name = QFileInfo(before.path).fileName();
    if (result) {
        //: %1 is the name of a file
        m_ui->notice->showText(Tone::Good, tr("%1 is complete and unchanged.").arg(name));
    } else if (result.error().code == Error::Code::Cancelled) {
        //: %1 is the name of a file
        m_ui->notice->showText(Tone::Active, tr("The check of %1 was stopped. Nothing was changed.").arg(name));
    } else {
        m_ui->notice->showError(result.error());
    }
    refresh();
}

void LibraryPage::togglePinned()
{
    const std::optional<LibraryEntry> entry = selected();
    if (!entry) {
        return;
    }
    auto* task = m_services.library().setPinned(entry->id, !entry->pinned, this);
    connect(task, &Task::finished, this, [this, task] {
        if (!task->result()) {
            m_ui->notice->showError(task->result().error());
        }
    });
    task->start();
}

/// Of a file that is kept for a reason the reason comes first.
void LibraryPage::askToTrash()
{
    const std::optional<LibraryEntry> entry = selected();
    if (!entry) {
        return;
    }
    const QString why = pinnedReason(*entry);
    const QString reason = why.isEmpty() ? QString() : QString(why + u'\n');
    const Question question{//: %1 is the name of a file
                            .heading = tr("Move %1 to the trash?").arg(QFileInfo(entry->path).fileName()),
                            //: %1 is a size
                            .text = reason
                                    + tr("The file (%1) leaves the library. It stays in the trash of your system until "
                                         "that is emptied.")
                                          .arg(formatSize(qMax<qint64>(0, entry->size))),
                            //: Button: confirms the move
                            .acceptText = tr("Move to trash"),
                            .rejectText = {},
                            .destructive = true};
    m_prompts->ask(question, this, this, [this, entry = *entry](bool accepted) {
        if (accepted) {
            trash(entry);
        }
    });
}

void LibraryPage::trash(const LibraryEntry& entry)
{
    ResultTask<void>* task = m_services.library().trash(entry.id, this);
    connect(task, &Task::finished, this, [this, task, name = QFileInfo(entry.path).fileName()] {
        if (task->result()) {
            //: %1 is the name of a file
            m_ui->notice->showText(Tone::Good, tr("%1 is in the trash.").arg(name));
        } else {
            m_ui->notice->showError(task->result().error());
        }
    });
    task->start();
}

} // namespace longshore
