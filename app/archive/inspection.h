#pragma once

#include "app/core/backgroundtask.h"
#include "app/core/speedmeter.h"
#include "app/domain/dumpfacts.h"
#include "app/domain/finding.h"
#include "app/domain/importrequest.h"

#include <QFutureWatcher>
#include <QList>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

class QTimer;

namespace longshore {

/// What a look at a file gave. What is wrong with the file is among the findings; see blocks().
struct PackageInspection
{
    CheckedFile file; ///< sha256 is empty when the file is so wrong that it was not read to its end
    std::optional<DumpFacts> dump{}; ///< of a SQL dump; `file.facts` has its tables, rows and source
    QList<Finding> findings; ///< in the order in which they were found
};

/// How a look tells what it knows while it runs; called on the thread that looks.
struct InspectionWatch
{
    CancelFlag cancel = std::make_shared<std::atomic_bool>(false);
    std::function<void(const Finding&)> found = [](const Finding&) {};
    std::function<void(qint64)> progressed = [](qint64) {}; ///< bytes of the file
};

/// A look at a whole file in the background; made by inspectPackage() and lookAtDump(). It fails only with Cancelled or
/// Internal: what is wrong with the file, also that it cannot be opened (FileUnreadable), are findings. Progress counts
/// the file's bytes.
class InspectionTask final : public ResultTask<PackageInspection>
{
    Q_OBJECT

public:
    using Work = std::function<Result<PackageInspection>(const InspectionWatch&)>;
    InspectionTask(const QString& path, Work work, QObject* parent);
    ~InspectionTask() override;

Q_SIGNALS:
    /// As each is known; all of them before finished(), where result() has them again.
    void found(const longshore::Finding& finding);

protected:
    void run() override;
    void stop() override;

private:
    void showProgress();
    void end();

    struct Shared
    {
        std::atomic<qint64> done = 0;
        std::atomic<qint64> total = 0;
        std::mutex mutex; ///< of the outcome
        Result<PackageInspection> outcome = fail(Error::Code::Internal);
    };
    QString m_path;
    Work m_work;
    CancelFlag m_cancel = std::make_shared<std::atomic_bool>(false);
    std::shared_ptr<Shared> m_shared = std::make_shared<Shared>();
    QFutureWatcher<Finding> m_watcher;
    QTimer* m_timer;
    SpeedMeter m_speed;
};

} // namespace longshore
