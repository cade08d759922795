#include "ui/shell/failurewindow.h"

#include "ui/common/errortext.h"
#include "ui/common/labels.h"
#include "ui/common/notice.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace longshore {

using namespace Qt::StringLiterals;

FailureWindow::FailureWindow(const Error& error, QWidget* parent) : QDialog(parent)
{
    setObjectName(u"failureWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Longshore"));
    auto* notice = new Notice(this);
    notice->showError(error);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeFailure"_s);
    QPushButton* copy = buttons->addButton(tr("&Copy for support"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"copyFailure"_s);
    const ErrorText text = errorText(error);
    connect(copy, &QPushButton::clicked, this,
            [text] { QGuiApplication::clipboard()->setText(text.what + u'\n' + text.safe + u'\n' + text.details); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 18);
    layout->setSpacing(14);
    layout->addWidget(headingLabel(HeadingRank::Page, tr("Longshore cannot start"), this));
    layout->addWidget(notice);
    layout->addStretch();
    layout->addWidget(buttons);
    resize(540, 260);
}

} // namespace longshore
