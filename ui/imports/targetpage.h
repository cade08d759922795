#pragma once

#include "ui/imports/importpageframe.h"

class QListView;

namespace longshore {

class FindingList;
class TargetsModel;

/// Page 3: which database is replaced, and whether the file fits it.
class TargetPage final : public ImportPageFrame
{
    Q_OBJECT

public:
    explicit TargetPage(QWidget* parent);

    [[nodiscard]] QString title() const override;
    void enter() override;

protected:
    void refresh() override;

private:
    void choose(const QModelIndex& index);

    TargetsModel* m_model;
    QListView* m_list;
    FindingList* m_findings;
    bool m_refreshing = false;
};

} // namespace longshore
