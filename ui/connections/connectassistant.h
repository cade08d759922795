#pragma once

#include "ui/common/assistant.h"
#include "ui/connections/connectdraft.h"

namespace longshore {

class Prompts;
class Services;

/// Connects a project, or edits one that is connected.
class ConnectAssistant final : public Assistant
{
    Q_OBJECT

public:
    ConnectAssistant(Services& services, Prompts& prompts, QWidget* parent);
    ConnectAssistant(Services& services, Prompts& prompts, const Connection& edited, QWidget* parent);

Q_SIGNALS:
    void connected(const QString& connectionId);
    /// The person would rather try the practice server; it has a window of its own.
    void practiceRequested();

private:
    void build(Services& services, Prompts& prompts);

    ConnectDraft m_draft;
};

} // namespace longshore
