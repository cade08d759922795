#include "ui/imports/checkpage.h"

#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/imports/dumptablesmodel.h"
#include "ui/imports/findinglist.h"
#include "ui/imports/findingtext.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QTabBar>
#include <QTabWidget>
#include <QTreeView>
#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// Errors, warnings, the rest; each in their order.
QList<Finding> bySeverity(QList<Finding> findings)
{
    const auto rank = [](const Finding& finding) {
        return finding.severity == Finding::Severity::Error     ? 0
               : finding.severity == Finding::Severity::Warning ? 1
                                                                : 2;
    };
    std::ranges::stable_sort(findings, {}, rank);
    return findings;
}

QString tablesReport(const DumpFacts& dump)
{
    QString lines;
    for (const DumpTable& table : dump.tables) {
        lines += u"%1 | %2 | %3\n"_s.arg(table.name, QString::number(table.rows), QString::number(table.bytes));
    }
    return lines;
}

} // namespace

CheckPage::CheckPage(QWidget* parent)
    : ImportPageFrame(ImportPage::Check, parent),
      m_summary(headingLabel(HeadingRank::Page, this)),
      m_bar(new QProgressBar(this)),
      m_read(quietLabel(this)),
      m_list(new FindingList(this)),
      m_tables(new DumpTablesModel(this)),
      m_tabs(new QTabWidget(this)),
      m_copy(new QPushButton(icon(u"copy"_s), tr("Copy &report"), this)),
      //: Button: after an error the file may have been mended
      m_again(new QPushButton(icon(u"refresh"_s), tr("Check a&gain"), this))
{
    m_summary->setObjectName(u"checkSummary"_s);
    m_summary->setWordWrap(true);
    m_bar->setObjectName(u"checkBar"_s);
    m_bar->setAccessibleName(tr("Progress of the check"));
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(10);
    m_copy->setObjectName(u"checkCopy"_s);
    m_copy->setAutoDefault(false);
    m_again->setObjectName(u"checkAgain"_s);
    m_again->setAutoDefault(false);
    connect(m_again, &QPushButton::clicked, this, &CheckPage::checkAgainRequested);
    connect(m_copy, &QPushButton::clicked, this, &CheckPage::copyReport);
    connect(m_list, &FindingList::acceptedChanged, this, [this](const QList<Finding>& accepted) {
        edit([&accepted](ImportPlan& plan) { plan.accepted = accepted; });
    });

    m_tabs->setObjectName(u"checkTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("What is in the file"));
    m_tabs->tabBar()->setAccessibleName(m_tabs->accessibleName());
    //: Tab: what the check of a file found
    m_tabs->addTab(makeFindings(), tr("&Findings"));
    m_tabs->addTab(makeTables(), QString());
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_read);
    foot->addStretch();
    foot->addWidget(m_again);
    foot->addWidget(m_copy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(10);
    layout->addWidget(m_summary);
    layout->addWidget(m_bar);
    layout->addWidget(m_tabs, 1);
    layout->addLayout(foot);
}

QWidget* CheckPage::makeFindings()
{
    auto* column = new QWidget(this);
    auto* columnLayout = new QVBoxLayout(column);
    columnLayout->setContentsMargins(0, 8, 8, 0);
    columnLayout->addWidget(m_list);
    columnLayout->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Findings"));
    scroll->setWidget(column);
    m_list->setTabAnchor(scroll);
    return scroll;
}

QWidget* CheckPage::makeTables()
{
    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_tables);
    sorted->setSortRole(DumpTablesModel::SortRole);
    auto* view = new QTreeView(this);
    view->setObjectName(u"dumpTables"_s);
    view->setAccessibleName(tr("Tables in the dump"));
    view->setModel(sorted);
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setSortingEnabled(true);
    view->setFrameShape(QFrame::NoFrame);
    view->sortByColumn(DumpTablesModel::Bytes, Qt::DescendingOrder);
    QHeaderView* header = view->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(DumpTablesModel::Name, QHeaderView::Stretch);
    return view;
}

QString CheckPage::title() const
{
    //: Second page of the import assistant
    return tr("Check");
}

void CheckPage::enter()
{
    Q_EMIT checkRequested();
}

void CheckPage::showProgress(const Progress& progress)
{
    if (!progress.total || *progress.total <= 0) {
        return;
    }
    m_bar->setValue(static_cast<int>(static_cast<double>(progress.done) / static_cast<double>(*progress.total) * 1000));
    //: %1 and %2 are sizes
    m_read->setText(tr("Read %1 of %2").arg(formatSize(progress.done), formatSize(*progress.total)));
}

void CheckPage::refresh()
{
    const QString name = QFileInfo(m_plan.path).fileName();
    //: %1 is the name of a file
    const QString checking = tr("Checking %1").arg(name);
    //: The outcome of a check. %1 is the name of a file, %2 for example "2 warnings"
    const QString checked = tr("%1: %2").arg(name, findingsSummary(m_plan.findings));
    m_summary->setText(m_facts.checking ? checking : checked);
    m_bar->setVisible(m_facts.checking);
    m_read->setVisible(m_facts.checking);
    m_again->setVisible(!m_facts.checking && blocks(m_plan.findings));
    m_copy->setVisible(!m_facts.checking && !m_plan.findings.isEmpty());
    // What counts stands first once everything is known; while it is read, in the order in which it is found.
    m_list->showFindings(m_facts.checking ? m_plan.findings : bySeverity(m_plan.findings), m_plan.accepted,
                         m_facts.now);
    refreshTables();
}

void CheckPage::refreshTables()
{
    const bool any = m_plan.dump && m_plan.dump->tableCount > 0;
    m_tabs->tabBar()->setVisible(any);
    m_tables->setTables(any ? m_plan.dump->tables : QList<DumpTable>());
    if (any) {
        //: Tab: the tables in a dump
        m_tabs->setTabText(1, tr("&Tables (%1)").arg(QLocale().toString(m_plan.dump->tableCount)));
    } else {
        m_tabs->setCurrentIndex(0);
    }
}

void CheckPage::copyReport()
{
    QGuiApplication::clipboard()->setText(m_plan.path + u'\n' + findingsReport(m_plan.findings, m_facts.now) + u'\n'
                                          + tablesReport(m_plan.dump.value_or(DumpFacts{})));
}

} // namespace longshore
