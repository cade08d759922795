#pragma once

#include <QDialog>
#include <QSet>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace longshore {

/// One page of an assistant. A page that has to wait for something before the next one may come (a test, a keychain)
/// does it in tryAdvance() and emits advanced() later.
class AssistantPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual bool isComplete() const { return true; }
    /// Text of the forward button; empty: "Next", on the last page "Finish".
    [[nodiscard]] virtual QString forwardText() const { return {}; }
    /// What keeps isComplete() from being true, as a sentence; may be empty.
    [[nodiscard]] virtual QString hint() const { return {}; }
    /// Going on destroys something: the button is marked, is never the default, and Enter does nothing.
    [[nodiscard]] virtual bool isDangerous() const { return false; }
    virtual void enter() { }
    virtual void tryAdvance() { Q_EMIT advanced(); }

Q_SIGNALS:
    void advanced();
    void completeChanged();
};

/// A dialog of a few pages with their names on top. Enter presses the forward button on every page that is not
/// dangerous; on one that is, Escape goes back.
class Assistant : public QDialog
{
    Q_OBJECT

public:
    explicit Assistant(QWidget* parent);
    void addPage(AssistantPage* page);
    void showPage(int index);
    [[nodiscard]] int currentPage() const;
    [[nodiscard]] QPushButton* forwardButton() const { return m_forward; }
    [[nodiscard]] QPushButton* backButton() const { return m_back; }

Q_SIGNALS:
    void pageShown(int index);
    /// The last page let the person on.
    void completed();

protected:
    /// Pages before this one cannot be reached with Back.
    void setFirstPage(int index);
    /// A page that has nothing to ask this time: neither Next nor Back stop there, and it has no step on top.
    void setSkipped(int index, bool skipped);
    /// Between the names of the pages and the page.
    void setBanner(QWidget* banner);
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void goOn();
    void updateButtons();
    void updateSteps();
    void updateForward();
    [[nodiscard]] AssistantPage* page() const;
    /// The next page from there that is not passed over; -1 or the count where there is none.
    [[nodiscard]] int pageFrom(int index, int step) const;

    QStackedWidget* m_pages;
    QHBoxLayout* m_steps;
    QList<QLabel*> m_stepLabels;
    QSet<int> m_skipped;
    QLabel* m_hint;
    QPushButton* m_back;
    QPushButton* m_forward;
    int m_first = 0;
};

} // namespace longshore
