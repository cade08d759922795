#pragma once

#include "app/cli/command.h"
#include "app/domain/libraryentry.h"

namespace longshore::cli {

class ListLibrary final : public Command
{
    Q_OBJECT

public:
    explicit ListLibrary(const Context& context) : Command(context, nullptr) { }
    void run() override;
};

/// Reads files again, one after the other; the exit code is that of the first that is not good.
class VerifyLibrary final : public Command
{
    Q_OBJECT

public:
    explicit VerifyLibrary(const Context& context) : Command(context, nullptr) { }
    void run() override;

private:
    void next();
    void verified(const LibraryEntry& entry, const Result<LibraryEntry>& outcome);

    QList<LibraryEntry> m_left;
    Exit m_exit = Exit::Done;
};

} // namespace longshore::cli
