#include "app/cli/uploadtarget.h"

#include <QUrl>

namespace longshore::cli {

using namespace Qt::StringLiterals;

namespace {

std::optional<UploadKind> kindOf(const SignedUrl& url)
{
    const bool amazon = !url.queryValue("X-Amz-Signature").isEmpty() || !url.queryValue("AWSAccessKeyId").isEmpty();
    if (amazon) {
        return UploadKind::PresignedPut;
    }
    return url.queryValue("sig").isEmpty() ? std::nullopt : std::optional(UploadKind::AzureBlocks);
}

Result<UploadKind> chosenKind(const SignedUrl& url, const QString& as)
{
    if (as == u"azure"_s) {
        return UploadKind::AzureBlocks;
    }
    if (as == u"s3"_s) {
        return UploadKind::PresignedPut;
    }
    if (const auto kind = kindOf(url)) {
        return *kind;
    }
    return fail(Error::Code::BadInput, u"url"_s, u"neither a SAS nor a presigned link; say which with --as"_s);
}

/// A blob has a path of at least container and name; on this machine (an emulator) the account comes before them.
bool isContainer(const SignedUrl& url)
{
    const QString path = QUrl::fromEncoded(url.exactBytes()).path(QUrl::FullyEncoded);
    const auto segments = path.split(u'/', Qt::SkipEmptyParts).size();
    return segments <= (url.isLoopback() ? 2 : 1);
}

QByteArray withName(const QByteArray& link, const QString& name)
{
    const qsizetype mark = link.indexOf('?');
    QByteArray path = mark < 0 ? link : link.left(mark);
    if (!path.endsWith('/')) {
        path += '/';
    }
    path += QUrl::toPercentEncoding(name, "/");
    return mark < 0 ? path : path + link.mid(mark);
}

} // namespace

Result<UploadTarget> uploadTarget(const QByteArray& link, const QString& as, const QString& name,
                                  const QString& fileName)
{
    const Result<SignedUrl> url = SignedUrl::parse(link);
    if (!url) {
        return fail(url.error());
    }
    const Result<UploadKind> kind = chosenKind(*url, as);
    if (!kind) {
        return fail(kind.error());
    }
    if (*kind == UploadKind::PresignedPut || url->queryValue("sr") == "b") {
        return name.isEmpty() ? Result<UploadTarget>(UploadTarget{*url, *kind})
                              : fail(Error::Code::BadInput, u"--name"_s, u"the link is of one object, with its name"_s);
    }
    if (name.isEmpty() && !isContainer(*url)) {
        return UploadTarget{*url, *kind};
    }
    const Result<SignedUrl> blob = SignedUrl::parse(withName(link, name.isEmpty() ? fileName : name));
    return blob ? Result<UploadTarget>(UploadTarget{*blob, *kind}) : fail(blob.error());
}

} // namespace longshore::cli
