#pragma once

#include <QWidget>

class QTextBrowser;

namespace longshore {

/// The help pages of resources/help.
class HelpWindow final : public QWidget
{
    Q_OBJECT

public:
    explicit HelpWindow(QWidget* parent = nullptr);

    /// "index", "getting-started", "exporting", "trouble", "practice", "command-line".
    void showPage(const QString& page);
    [[nodiscard]] static QStringList pages();

private:
    QTextBrowser* m_browser = nullptr;
};

} // namespace longshore
