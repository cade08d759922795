#include "ui/common/prompts.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace longshore {

using namespace Qt::StringLiterals;

void DialogPrompts::ask(const Question& question, QWidget* parent, QObject* context, std::function<void(bool)> answer)
{
    auto* box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"question"_s);
    box->setIcon(question.destructive ? QMessageBox::Warning : QMessageBox::Question);
    box->setTextFormat(Qt::PlainText);
    box->setText(question.heading);
    box->setInformativeText(question.text);
    auto* accept = box->addButton(question.acceptText,
                                  question.destructive ? QMessageBox::DestructiveRole : QMessageBox::AcceptRole);
    accept->setObjectName(u"accept"_s);
    auto* reject = question.rejectText.isEmpty() ? box->addButton(QMessageBox::Cancel)
                                                 : box->addButton(question.rejectText, QMessageBox::RejectRole);
    reject->setObjectName(u"reject"_s);
    box->setDefaultButton(question.destructive ? reject : accept);
    box->setEscapeButton(reject);
    QObject::connect(box, &QDialog::finished, context,
                     [box, accept, answer = std::move(answer)] { answer(box->clickedButton() == accept); });
    box->open();
}

void DialogPrompts::askText(const Question& question, const QString& label, QWidget* parent, QObject* context,
                            std::function<void(const QString&)> answer)
{
    auto* dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(question.heading);
    dialog->setLabelText(label);
    dialog->setOkButtonText(question.acceptText);
    QObject::connect(dialog, &QInputDialog::textValueSelected, context,
                     [answer = std::move(answer)](const QString& text) { answer(text); });
    dialog->open();
}

void DialogPrompts::askNumber(const Question& question, const NumberRange& range, QWidget* parent, QObject* context,
                              std::function<void(double)> answer)
{
    auto* dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::DoubleInput);
    dialog->setWindowTitle(question.heading);
    dialog->setLabelText(question.text);
    dialog->setOkButtonText(question.acceptText);
    dialog->setDoubleDecimals(range.decimals);
    dialog->setDoubleRange(range.lowest, range.highest);
    dialog->setDoubleValue(range.value);
    QObject::connect(dialog, &QInputDialog::doubleValueSelected, context,
                     [answer = std::move(answer)](double number) { answer(number); });
    dialog->open();
}

void DialogPrompts::chooseFolder(const QString& title, const QString& start, QWidget* parent, QObject* context,
                                 std::function<void(const QString&)> answer)
{
    auto* dialog = new QFileDialog(parent, title, start);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, context,
                     [answer = std::move(answer)](const QString& folder) { answer(folder); });
    dialog->open();
}

void DialogPrompts::chooseFile(const QString& title, const QString& filter, QWidget* parent, QObject* context,
                               std::function<void(const QString&)> answer)
{
    auto* dialog = new QFileDialog(parent, title, QString(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, context,
                     [answer = std::move(answer)](const QString& path) { answer(path); });
    dialog->open();
}

} // namespace longshore
