#include "app/domain/importoptions.h"

namespace longshore {

using namespace Qt::StringLiterals;

QString invalidField(const ImportOptions& options)
{
    if (options.searchFor.size() > LongestReplacement
        || (options.searchFor.isEmpty() && !options.replaceBy.isEmpty())) {
        return u"searchFor"_s;
    }
    const bool bad =
        options.replaceBy.size() > LongestReplacement || (options.replaceBy.isEmpty() && !options.searchFor.isEmpty());
    return bad ? u"replaceBy"_s : QString();
}

QJsonObject toJson(const ImportOptions& options)
{
    return {{u"dropTables"_s, options.dropTables},
            {u"foreignKeysOff"_s, options.foreignKeysOff},
            {u"searchFor"_s, options.searchFor},
            {u"replaceBy"_s, options.replaceBy}};
}

ImportOptions importOptionsFromJson(const QJsonObject& json)
{
    ImportOptions options;
    options.dropTables = json["dropTables"_L1].toBool(options.dropTables);
    options.foreignKeysOff = json["foreignKeysOff"_L1].toBool(options.foreignKeysOff);
    options.searchFor = json["searchFor"_L1].toString();
    options.replaceBy = json["replaceBy"_L1].toString();
    return options;
}

} // namespace longshore
