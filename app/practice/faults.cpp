#include "app/practice/faults.h"

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

constexpr auto always = QLatin1StringView("always");

bool isCount(const QString& value)
{
    bool ok = false;
    return value == always || (value.toLongLong(&ok) > 0 && ok);
}

bool isNumber(const QString& value)
{
    bool ok = false;
    value.toLongLong(&ok);
    return ok;
}

} // namespace

const QList<FaultInfo>& Faults::known()
{
    using Kind = FaultKind;
    static const QList<FaultInfo> table{
        {u"status-500"_s, Kind::Count, u"the next N calls of the API are answered 500 and not carried out"_s},
        {u"status-502"_s, Kind::Count, u"the next N calls of the API are answered 502 with a page of HTML"_s},
        {u"status-503"_s, Kind::Count, u"the next N calls of the API are answered 503 with a page of HTML"_s},
        {u"busy-429"_s, Kind::Count, u"the next N calls of the API are answered 429 with Retry-After"_s},
        {u"retry-after"_s, Kind::Number, u"seconds that busy-429 asks to wait (2)"_s},
        {u"html-body"_s, Kind::Count, u"the next N calls of the API are answered 200 with a page of HTML"_s},
        {u"refused-200"_s, Kind::Count, u"the next N calls of the API are answered 200 with success:false"_s},
        {u"no-answer"_s, Kind::Count, u"the next N calls of the API are read and never answered"_s},
        {u"lost-answer"_s, Kind::Count, u"the next N POSTs are carried out and the connection dropped"_s},
        {u"clock-skew"_s, Kind::Number, u"seconds that the server's clock is ahead (negative: behind)"_s},
        {u"skew-window"_s, Kind::Number, u"seconds that a signature's time may be off (300); negative: any"_s},
        {u"nonce-replay"_s, Kind::Count, u"the next N reused nonces are accepted"_s},
        {u"signature-401"_s, Kind::Count, u"the next N wrong signatures are answered 401 instead of 403"_s},
        {u"deny"_s, Kind::Text, u"environments the key loses its right for, separated by commas"_s},
        {u"cut-answer"_s, Kind::Count, u"the next N POSTs are carried out and their answer breaks off in the middle"_s},
        {u"unknown-state"_s, Kind::Count,
         u"the next N reads of an export, import or deployment tell a state nobody knows"_s},
        {u"export-fails"_s, Kind::Count, u"the next N exports end as failed"_s},
        {u"deployment-fails"_s, Kind::Count, u"the next N deployments end as Failed"_s},
        {u"deployment-warns"_s, Kind::Count, u"the next N deployments to a slot carry a warning"_s},
        {u"deployment-busy"_s, Kind::Count, u"the next N starts of a deployment find another one on-going"_s},
        {u"package-broken"_s, Kind::Count,
         u"the next N database packages are found broken: the deployment is Failed"_s},
        {u"direct-waits"_s, Kind::Count, u"the next N direct deployments stop at AwaitingVerification"_s},
        {u"warns-halfway"_s, Kind::Count, u"the next N deployments, also direct ones, warn while they run"_s},
        {u"package-leased"_s, Kind::Count,
         u"the next N package names are refused with 412, as if a deployment held them"_s},
        {u"put-blob-fails"_s, Kind::Count, u"the next N Put Blob are read and answered 500"_s},
        {u"put-block-fails"_s, Kind::Count, u"the next N Put Block are read and answered 500"_s},
        {u"put-list-fails"_s, Kind::Count, u"the next N Put Block List are answered 500 and not carried out"_s},
        {u"put-lost"_s, Kind::Count,
         u"the next N Put Blob or Put Block List are carried out and the connection dropped"_s},
        {u"conflict-409"_s, Kind::Count, u"the next N calls of the Vector API are answered 409"_s},
        {u"vector-abilities"_s, Kind::Text, u"what the Vector token may do, for example site:read (*)"_s},
        {u"site-status"_s, Kind::Text, u"the state of all Vector sites, for example suspended (active)"_s},
        {u"import-fails"_s, Kind::Count, u"the next N imports of the Vector API end as failed"_s},
        {u"backup-fails"_s, Kind::Count, u"the next N backups of the Vector API end as failed"_s},
        {u"session-life"_s, Kind::Number, u"seconds that a new import session lives"_s},
        {u"export-life"_s, Kind::Number, u"seconds that a finished export or backup download is kept"_s},
        {u"multipart-threshold"_s, Kind::Number, u"bytes from which an upload comes in parts (100000000)"_s},
        {u"part-size"_s, Kind::Number, u"bytes of a part (100000000)"_s},
        {u"shuffle-parts"_s, Kind::Count, u"the next N lists of upload parts are out of order"_s},
        {u"s3-slowdown"_s, Kind::Count, u"the next N requests to the object store are answered 503 SlowDown"_s},
        {u"s3-500"_s, Kind::Count, u"the next N requests to the object store are answered 500 InternalError"_s},
        {u"s3-timeout"_s, Kind::Count, u"the next N uploads to the object store are answered 400 RequestTimeout"_s},
        {u"s3-gone"_s, Kind::Count, u"the next N downloads from the object store find no object"_s},
        {u"s3-no-upload"_s, Kind::Count, u"the next N parts find their multipart upload gone"_s},
        {u"s3-future-link"_s, Kind::Count, u"the next N links to the object store are signed an hour ahead"_s},
        {u"s3-plain-link"_s, Kind::Count, u"the next N upload links do not sign Content-Type"_s},
        {u"s3-strict-type"_s, Kind::Count, u"the next N unsigned Content-Types are refused, as one real store does"_s},
        {u"s3-largest-put"_s, Kind::Number, u"bytes that one PUT to the object store may have (5 GiB)"_s},
        {u"s3-kms-etag"_s, Kind::Count, u"the next N uploaded objects or parts get an ETag that is no MD5"_s},
        {u"s3-cut-upload"_s, Kind::Count, u"the next N uploads to the object store break off after half"_s},
        {u"s3-lost-put"_s, Kind::Count,
         u"the next N uploads to the object store are kept and the connection dropped"_s},
        {u"s3-empty-message"_s, Kind::Count, u"the next N errors of the object store have an empty Message"_s},
        {u"expire-link-after"_s, Kind::Number, u"seconds that a download or upload link works"_s},
        {u"blob-503"_s, Kind::Count, u"the next N requests to the blob store are answered 503 ServerBusy"_s},
        {u"cut-body"_s, Kind::Count, u"the next N downloads break off after half of what was asked for"_s},
        {u"stall-body"_s, Kind::Count, u"the next N downloads stop after half of it and stay silent"_s},
        {u"slow"_s, Kind::Number, u"bytes per second of each download"_s},
        {u"slow-upload"_s, Kind::Number, u"bytes per second of each upload"_s},
        {u"corrupt-body"_s, Kind::Count, u"the next N downloads have one wrong byte in the middle"_s},
        {u"ignore-range"_s, Kind::Count, u"the next N ranges are answered 200 with the whole blob"_s},
        {u"change-object"_s, Kind::Count, u"before the next N ranges the blob gets another ETag"_s},
    };
    return table;
}

const FaultInfo* Faults::info(const QString& name)
{
    for (const FaultInfo& fault : known()) {
        if (fault.name == name) {
            return &fault;
        }
    }
    return nullptr;
}

Result<void> Faults::set(const QString& name, const QString& value)
{
    const FaultInfo* fault = info(name);
    if (!fault) {
        return fail(Error::Code::BadInput, name, u"no such fault"_s);
    }
    QString word = value.trimmed();
    if (word == u"*"_s) {
        word = always;
    }
    const QMutexLocker lock(&m_mutex);
    if (word.isEmpty() || word == u"0"_s || word == u"off"_s) {
        m_values.remove(name);
        return {};
    }
    if ((fault->kind == FaultKind::Count && !isCount(word)) || (fault->kind == FaultKind::Number && !isNumber(word))) {
        return fail(Error::Code::BadInput, name, u"not a number: "_s + word);
    }
    m_values.insert(name, word);
    return {};
}

QMap<QString, QString> Faults::all() const
{
    const QMutexLocker lock(&m_mutex);
    return m_values;
}

bool Faults::take(QStringView name)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_values.find(name.toString());
    if (found == m_values.end()) {
        return false;
    }
    if (*found == always) {
        return true;
    }
    const qint64 left = found->toLongLong() - 1;
    if (left > 0) {
        *found = QString::number(left);
    } else {
        m_values.remove(name.toString());
    }
    return true;
}

std::optional<qint64> Faults::number(QStringView name) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_values.constFind(name.toString());
    if (found == m_values.constEnd()) {
        return std::nullopt;
    }
    return found->toLongLong();
}

QStringList Faults::list(QStringView name) const
{
    const QMutexLocker lock(&m_mutex);
    return m_values.value(name.toString()).split(u',', Qt::SkipEmptyParts);
}

QDateTime Faults::now() const
{
    return QDateTime::currentDateTimeUtc().addSecs(number(u"clock-skew").value_or(0));
}

} // namespace longshore::practice
