#include "ui/settings/settingsdialog.h"

#include "app/core/backgroundtask.h"
#include "app/settings/settings.h"
#include "ui/common/labels.h"
#include "ui/common/notice.h"
#include "ui/common/prompts.h"
#include "ui/settings/proxyaddress.h"
#include "ui_settingsdialog.h"

#include <QDir>
#include <QFile>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr double BytesPerMegabyte = 1'000'000;

Result<void> checkCertificates(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Code::FileAccess, path, file.errorString());
    }
    constexpr qint64 Enough = 4'000'000;
    if (!file.read(Enough).contains("-----BEGIN CERTIFICATE-----")) {
        return fail(Error::Code::FormatInvalid, path);
    }
    return {};
}

} // namespace

SettingsDialog::SettingsDialog(SettingsStore& store, Prompts& prompts, QWidget* parent)
    : QDialog(parent),
      m_store(store),
      m_prompts(prompts),
      m_ui(std::make_unique<Ui::SettingsDialog>()),
      m_notice(new Notice(this))
{
    m_ui->setupUi(this);
    setObjectName(u"settingsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    for (QLabel* heading : {m_ui->filesHeading, m_ui->networkHeading, m_ui->transfersHeading}) {
        makeHeading(heading, HeadingRank::Section);
    }
    makeQuiet(m_ui->naming);
    makeQuiet(m_ui->applies);
    makeQuiet(m_ui->streamsHint);
    m_ui->streams->setMaximum(Settings::MostStreams);
    m_notice->hide();
    m_ui->messages->addWidget(m_notice);
    showSettings(store.value());
    connectFields();
    connectChoosers();
    connect(&store, &SettingsStore::changed, this, &SettingsDialog::showSettings);
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::accept);
    resize(640, sizeHint().height());
}

SettingsDialog::~SettingsDialog()
{
    // A field that loses the focus hands in its text. The base class hides the dialog too, but then we are gone.
    QDialog::setVisible(false);
}

void SettingsDialog::showSettings(const Settings& settings)
{
    const auto put = [](QLineEdit* field, const QString& text) {
        if (!field->hasFocus() || !field->isModified()) {
            field->setText(text);
        }
    };
    put(m_ui->folder, QDir::toNativeSeparators(settings.libraryFolder));
    put(m_ui->proxyAddress, settings.manualProxy.toString());
    put(m_ui->caFile, QDir::toNativeSeparators(settings.caFile));
    m_ui->proxyMode->setCurrentIndex(static_cast<int>(settings.proxyMode));
    const bool manual = settings.proxyMode == Settings::ProxyMode::Manual;
    m_ui->proxyAddress->setEnabled(manual);
    m_ui->proxyAddressLabel->setEnabled(manual);
    m_ui->limited->setChecked(settings.bytesPerSecondLimit > 0);
    m_ui->limit->setEnabled(settings.bytesPerSecondLimit > 0);
    if (settings.bytesPerSecondLimit > 0) {
        m_ui->limit->setValue(static_cast<double>(settings.bytesPerSecondLimit) / BytesPerMegabyte);
    }
    m_ui->streams->setValue(settings.streams);
    m_ui->quitAsks->setChecked(settings.quitAsks);
}

void SettingsDialog::connectFields()
{
    connect(m_ui->folder, &QLineEdit::editingFinished, this, &SettingsDialog::takeFolder);
    connect(m_ui->proxyMode, &QComboBox::activated, this, &SettingsDialog::takeProxy);
    connect(m_ui->proxyAddress, &QLineEdit::editingFinished, this, &SettingsDialog::takeProxy);
    connect(m_ui->caFile, &QLineEdit::editingFinished, this, &SettingsDialog::takeCaFile);
    connect(m_ui->limited, &QCheckBox::clicked, this, &SettingsDialog::takeLimit);
    connect(m_ui->limit, &QDoubleSpinBox::editingFinished, this, &SettingsDialog::takeLimit);
    connect(m_ui->streams, &QSpinBox::editingFinished, this, [this] {
        Settings settings = m_store.value();
        settings.streams = m_ui->streams->value();
        m_store.update(settings);
    });
    connect(m_ui->quitAsks, &QCheckBox::clicked, this, [this](bool asks) {
        Settings settings = m_store.value();
        settings.quitAsks = asks;
        m_store.update(settings);
    });
}

void SettingsDialog::connectChoosers()
{
    connect(m_ui->chooseFolder, &QPushButton::clicked, this, [this] {
        m_prompts.chooseFolder(tr("Keep files in"), m_ui->folder->text(), this, this, [this](const QString& folder) {
            m_ui->folder->setText(QDir::toNativeSeparators(folder));
            takeFolder();
        });
    });
    connect(m_ui->chooseCaFile, &QPushButton::clicked, this, [this] {
        m_prompts.chooseFile(tr("Extra certificates"), tr("Certificates (*.pem *.crt *.cer);;All files (*)"), this,
                             this, [this](const QString& path) {
                                 m_ui->caFile->setText(QDir::toNativeSeparators(path));
                                 takeCaFile();
                             });
    });
}

void SettingsDialog::takeFolder()
{
    const QString folder = QDir::cleanPath(QDir::fromNativeSeparators(m_ui->folder->text().trimmed()));
    if (!QDir::isAbsolutePath(folder)) {
        complain(m_ui->folder, tr("The folder for files has to be a full path."));
        return;
    }
    m_notice->hide();
    Settings settings = m_store.value();
    settings.libraryFolder = folder;
    m_store.update(settings);
}

void SettingsDialog::takeProxy()
{
    Settings settings = m_store.value();
    settings.proxyMode = static_cast<Settings::ProxyMode>(m_ui->proxyMode->currentIndex());
    if (settings.proxyMode == Settings::ProxyMode::Manual) {
        const auto address = proxyFromText(m_ui->proxyAddress->text());
        m_ui->proxyAddress->setEnabled(true);
        m_ui->proxyAddressLabel->setEnabled(true);
        if (!address) {
            complain(m_ui->proxyAddress, tr("A proxy address reads http://name:port."));
            return;
        }
        settings.manualProxy = *address;
    }
    m_notice->hide();
    m_store.update(settings);
}

void SettingsDialog::takeCaFile()
{
    const QString path = QDir::fromNativeSeparators(m_ui->caFile->text().trimmed());
    if (path == m_store.value().caFile) {
        return;
    }
    auto* check = new BackgroundTask<void>(
        [path](const CancelFlag&) { return path.isEmpty() ? Result<void>() : checkCertificates(path); }, this);
    connect(check, &Task::finished, this, [this, check, path] {
        if (!check->result()) {
            complain(m_ui->caFile, check->result().error().code == Error::Code::FormatInvalid
                                       ? tr("There is no certificate in that file. It has to be PEM text.")
                                       : tr("That file cannot be read."));
            return;
        }
        m_notice->hide();
        Settings settings = m_store.value();
        settings.caFile = path;
        m_store.update(settings);
    });
    check->start();
}

void SettingsDialog::takeLimit()
{
    Settings settings = m_store.value();
    settings.bytesPerSecondLimit = m_ui->limited->isChecked() ? qRound64(m_ui->limit->value() * BytesPerMegabyte) : 0;
    m_store.update(settings);
}

void SettingsDialog::complain(QWidget* field, const QString& what)
{
    m_notice->showText(Tone::Bad, what, tr("The setting was not changed."));
    field->setFocus();
}

} // namespace longshore
