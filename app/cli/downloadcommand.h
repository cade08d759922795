#pragma once

#include "app/cli/command.h"
#include "app/cli/transferoptions.h"
#include "app/core/signedurl.h"
#include "app/transfers/downloadtask.h"

class QLockFile;

namespace longshore {
struct NamedFile;
}

namespace longshore::cli {

class TypedLink;

/// Fetches one address into a file by the same engine as a job; run again it goes on at the same byte.
class DownloadCommand final : public Command
{
    Q_OBJECT

public:
    explicit DownloadCommand(const Context& context);
    ~DownloadCommand() override;
    void run() override;

private:
    void parse(const QByteArray& typed);
    [[nodiscard]] Result<void> chooseTarget();
    void fetch();
    void fetched(const Result<DownloadedFile>& file);
    void filed(const DownloadedFile& file, const NamedFile& named);

    SignedUrl m_url;
    std::shared_ptr<TypedLink> m_link;
    QString m_target;
    QString m_transferId;
    std::unique_ptr<QLockFile> m_lock;
    TransferProgress m_progress;
    DownloadTask* m_task = nullptr;
};

} // namespace longshore::cli
