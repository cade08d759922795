#include "ui/common/helpwindow.h"

#include "ui/common/icons.h"

#include <QAction>
#include <QTextBrowser>
#include <QToolBar>
#include <QVBoxLayout>

namespace longshore {

using namespace Qt::StringLiterals;

HelpWindow::HelpWindow(QWidget* parent) : QWidget(parent, Qt::Window), m_browser(new QTextBrowser(this))
{
    registerResources();
    //: Title of the window with the help pages
    setWindowTitle(tr("Longshore Help"));
    setWindowIcon(icon(u"app"_s));
    resize(680, 620);

    m_browser->setObjectName(u"helpBrowser"_s);
    m_browser->setAccessibleName(tr("Help page"));
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->document()->setDocumentMargin(20);
    m_browser->setSearchPaths({u":/help"_s});

    auto* bar = new QToolBar(this);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    //: Button: the list of help pages
    QAction* contents = bar->addAction(tr("Contents"));
    //: Button: the page before
    QAction* back = bar->addAction(tr("Back"));
    back->setShortcut(QKeySequence::Back);
    back->setEnabled(false);
    auto* close = new QAction(this);
    close->setShortcut(Qt::Key_Escape);
    addAction(close);
    connect(contents, &QAction::triggered, this, [this] { showPage(u"index"_s); });
    connect(back, &QAction::triggered, m_browser, &QTextBrowser::backward);
    connect(m_browser, &QTextBrowser::backwardAvailable, back, &QAction::setEnabled);
    connect(close, &QAction::triggered, this, &QWidget::close);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_browser);
    m_browser->setSource(QUrl(u"qrc:/help/index.html"_s));
    m_browser->setFocus();
}

void HelpWindow::showPage(const QString& page)
{
    const QString known = pages().contains(page) ? page : u"index"_s;
    m_browser->setSource(QUrl(u"qrc:/help/%1.html"_s.arg(known)));
}

QStringList HelpWindow::pages()
{
    return {u"index"_s,   u"getting-started"_s, u"exporting"_s,   u"importing"_s,
            u"trouble"_s, u"practice"_s,        u"command-line"_s};
}

} // namespace longshore
