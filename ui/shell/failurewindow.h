#pragma once

#include <QDialog>

namespace longshore {

struct Error;

/// Why the program cannot start, with the one next step and the details for support.
class FailureWindow final : public QDialog
{
    Q_OBJECT

public:
    explicit FailureWindow(const Error& error, QWidget* parent = nullptr);
};

} // namespace longshore
