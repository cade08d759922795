#include "app/domain/packagename.h"

#include <QRegularExpression>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestName = 127; ///< facts: optimizely.md 3.4, a blob name has under 128 characters
constexpr qsizetype LongestApp = 60;
constexpr auto StampFormat = "yyyyMMdd.HHmm"_L1;

QString databaseWord(Database database)
{
    return database == Database::Cms ? u"cms"_s : u"commerce"_s;
}

Database other(Database database)
{
    return database == Database::Cms ? Database::Commerce : Database::Cms;
}

/// Anywhere in the name: which word the service takes of two is written nowhere.
bool namesDatabase(const QString& name, Database database)
{
    return QString(u'.' + name).contains(u'.' + databaseWord(database) + u".sqldb."_s, Qt::CaseInsensitive);
}

const QRegularExpression& pattern()
{
    static const QRegularExpression rule(u"^(?:(.+)\\.)?(cms|commerce)\\.sqldb\\.(.+)\\.bacpac$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return rule;
}

bool isPlain(QChar letter)
{
    const char32_t code = letter.unicode();
    return (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z') || (code >= U'0' && code <= U'9')
           || code == U'.' || code == U'-' || code == U'_';
}

bool isUsed(const QString& name, const QSet<QString>& used)
{
    return std::any_of(used.cbegin(), used.cend(),
                       [&name](const QString& each) { return each.compare(name, Qt::CaseInsensitive) == 0; });
}

/// The app part gives way where a longer version makes the name too long.
QString fitted(PackageName name)
{
    const qsizetype over = name.toString().size() - LongestName;
    if (over > 0 && over < name.app.size()) {
        name.app.chop(over);
    }
    return name.toString();
}

/// Counts from 2 behind the version as it is.
QString firstFree(PackageName name, const QSet<QString>& used)
{
    const QString version = name.version;
    for (int counter = 2; isUsed(fitted(name), used); ++counter) {
        name.version = version + u'.' + QString::number(counter);
    }
    return fitted(name);
}

} // namespace

QString PackageName::toString() const
{
    const QString name = databaseWord(database) + u".sqldb."_s + version + u".bacpac"_s;
    return app.isEmpty() ? name : QString(app + u'.' + name);
}

std::optional<PackageName> PackageName::parse(const QString& name)
{
    const QRegularExpressionMatch match = pattern().match(name);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const Database database =
        match.captured(2).compare("cms"_L1, Qt::CaseInsensitive) == 0 ? Database::Cms : Database::Commerce;
    return PackageName{match.captured(1), database, match.captured(3)};
}

PackageNameFault packageNameFault(const QString& name, Database target, const QSet<QString>& used)
{
    if (name.trimmed().isEmpty()) {
        return PackageNameFault::Empty;
    }
    if (std::any_of(name.cbegin(), name.cend(), [](QChar letter) { return letter.isSpace(); })) {
        return PackageNameFault::Blank;
    }
    if (!std::all_of(name.cbegin(), name.cend(), isPlain)) {
        return PackageNameFault::SpecialCharacter;
    }
    if (!name.endsWith(".bacpac"_L1, Qt::CaseInsensitive)) {
        return PackageNameFault::NotBacpac;
    }
    const std::optional<PackageName> parsed = PackageName::parse(name);
    if (!parsed) {
        return PackageNameFault::NoDatabaseWord;
    }
    if (parsed->database != target || namesDatabase(name, other(target))) {
        return PackageNameFault::OtherDatabase;
    }
    if (name.size() > LongestName) {
        return PackageNameFault::TooLong;
    }
    return isUsed(name, used) ? PackageNameFault::Used : PackageNameFault::None;
}

QString packageApp(const QString& projectName)
{
    static const QRegularExpression others(u"[^a-z0-9]+"_s);
    // Letters lose their accents; what has no plain form becomes a dash.
    QString plain;
    const QString apart = projectName.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar letter : apart) {
        if (letter.category() != QChar::Mark_NonSpacing) {
            plain += letter;
        }
    }
    plain.replace(others, u"-"_s);
    plain = plain.left(LongestApp);
    while (plain.startsWith(u'-')) {
        plain.remove(0, 1);
    }
    while (plain.endsWith(u'-')) {
        plain.chop(1);
    }
    return plain;
}

QString composePackageName(const QString& projectName, Database database, const QDateTime& utc,
                           const QSet<QString>& used)
{
    return firstFree({packageApp(projectName), database, utc.toUTC().toString(StampFormat)}, used);
}

QString nextPackageName(const QString& name, const QSet<QString>& used)
{
    static const QRegularExpression counted(u"^([0-9]{8}\\.[0-9]{4})\\.([0-9]{1,6})$"_s);
    const std::optional<PackageName> parsed = PackageName::parse(name);
    if (!parsed) {
        return name;
    }
    PackageName next = *parsed;
    const QRegularExpressionMatch match = counted.match(next.version);
    if (match.hasMatch()) {
        next.version = match.captured(1); // the stamp; count on from there
    }
    QSet<QString> taken = used;
    taken.insert(name);
    if (!match.hasMatch()) {
        return firstFree(next, taken);
    }
    const QString stamp = next.version;
    int counter = match.captured(2).toInt();
    do {
        next.version = stamp + u'.' + QString::number(++counter);
    } while (isUsed(fitted(next), taken));
    return fitted(next);
}

} // namespace longshore
