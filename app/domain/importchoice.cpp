#include "app/domain/importchoice.h"

#include <QFileInfo>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr auto GzipOnly = "gzip"_L1;

VectorAbilities abilitiesOf(const Connection& connection, const QString& environment)
{
    const std::optional<Environment> known = connection.environment(environment);
    if (connection.platform != Platform::VectorPro || !known) {
        return {};
    }
    return vectorAbilities(connection.dialect, known->id.isEmpty());
}

} // namespace

bool takesOptions(const Connection& connection, const QString& environment, const ImportOptions& options, ImportWay way)
{
    if (way == ImportWay::Promote) {
        return !options.isReplacing(); // the promotion knows the other two
    }
    return options == ImportOptions{} || way == ImportWay::Restore
           || abilitiesOf(connection, environment).importOptions;
}

bool quickImportTakes(const Connection& connection, const QString& environment, qint64 plainBytes)
{
    return plainBytes >= 0 && plainBytes < abilitiesOf(connection, environment).directImportBelow;
}

ImportWay suggestedWay(const Connection& connection, const QString& environment, qint64 plainBytes)
{
    return quickImportTakes(connection, environment, plainBytes) ? ImportWay::Quick : ImportWay::Upload;
}

std::optional<DumpFormat> formToSend(VectorDialect dialect, ImportWay way, const QString& packing)
{
    if (packing.isEmpty()) {
        return std::nullopt;
    }
    if (way == ImportWay::Quick || dialect == VectorDialect::D) {
        return DumpFormat::Plain;
    }
    return packing == GzipOnly ? std::nullopt : std::optional(DumpFormat::Gzip);
}

QString sentDumpName(const QString& path, const QString& packing, std::optional<DumpFormat> form)
{
    const QString name = QFileInfo(path).fileName();
    const DumpFormat asItIs = packing.isEmpty() ? DumpFormat::Plain : DumpFormat::Gzip;
    const QString stem = name.chopped(fileSuffix(name).size());
    return (stem.isEmpty() ? u"dump"_s : stem) + dumpSuffix(form.value_or(asItIs));
}

} // namespace longshore
