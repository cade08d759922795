#include "app/cli/uploadtext.h"

#include "app/cli/format.h"

namespace longshore::cli {

using namespace Qt::StringLiterals;
using Code = Error::Code;

namespace {

QString words(const Error& error)
{
    return error.detail.isEmpty() ? QString() : QString(u" ("_s + error.detail + u')');
}

const QString& kept()
{
    static const QString text = u"What was sent is kept there for a week; only the whole file ever gets its name."_s;
    return text;
}

} // namespace

std::optional<ErrorText> uploadErrorText(const Error& error)
{
    switch (error.code) {
    case Code::Cancelled:
        return ErrorText{u"Interrupted."_s, kept(), u"Run the same command again; only what is missing is sent."_s};
    case Code::LinkExpired:
        return ErrorText{u"The link has ended."_s, kept(),
                         u"Run the same command with a new link to the same place; only what is missing is sent."_s};
    case Code::LinkRefused:
        return ErrorText{u"The store refuses the link%1."_s.arg(words(error)), kept(),
                         u"Check that the link is complete and may write."_s};
    case Code::FileExists:
        return ErrorText{u"%1 exists already at the store."_s.arg(error.subject),
                         u"It was not overwritten; what was sent is kept there for a week."_s,
                         u"Choose another name, or overwrite it: the same command with --replace."_s};
    case Code::TooLarge:
        return ErrorText{u"The file is larger than the store takes%1."_s.arg(
                             error.detail.toLongLong() > 0
                                 ? QString(u" ("_s + formatSize(error.detail.toLongLong()) + u')')
                                 : words(error)),
                         u"Nothing of it is visible there."_s, u"Send it to a place that takes larger files."_s};
    case Code::HashMismatch:
        return ErrorText{u"Twice something else arrived at the store than was sent."_s,
                         u"Nothing of it is visible there."_s,
                         u"Check memory, disk and line, then run the command again."_s};
    case Code::ObjectChanged:
        return ErrorText{u"The store refuses to change what is there%1."_s.arg(words(error)), kept(),
                         u"Use another name."_s};
    case Code::EngineBusy:
        return ErrorText{u"Another process is sending this file to the same place."_s, u"Nothing was lost."_s,
                         u"Let it finish, or end it."_s};
    default:
        return std::nullopt;
    }
}

} // namespace longshore::cli
