#pragma once

#include "app/cli/command.h"
#include "app/cli/transferoptions.h"
#include "app/cli/uploadtarget.h"

class QLockFile;

namespace longshore::cli {

class TypedLink;

/// Sends one file to one address by the engine that the window has, too; run again it sends only what is missing.
class UploadCommand final : public Command
{
    Q_OBJECT

public:
    explicit UploadCommand(const Context& context);
    ~UploadCommand() override;
    void run() override;

private:
    [[nodiscard]] Result<UploadTarget> targetOf(const QByteArray& typed) const;
    void parse(const QByteArray& typed);
    void send();
    void sent(const Result<UploadedFile>& file);
    void endUpload(const Error& error);

    QString m_path;
    UploadTarget m_target;
    std::shared_ptr<TypedLink> m_link;
    QString m_transferId;
    std::unique_ptr<QLockFile> m_lock;
    TransferProgress m_progress;
    UploadTask* m_task = nullptr;
};

} // namespace longshore::cli
