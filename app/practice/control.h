#pragma once

#include "app/practice/http.h"

namespace longshore::practice {

class ExportDesk;
class S3Store;
struct PracticeContext;

/// The control endpoint: GET tells, POST `{"faults":{"status-500":"3","slow":null}}` changes and tells.
/// Answers `{"faults":{…},"counters":{…},"exports":[…]}`, or 400 with `{"error":…}`.
class Control final
{
public:
    Control(PracticeContext& context, ExportDesk& exports, S3Store& objects)
        : m_context(context), m_exports(exports), m_objects(objects)
    { }
    [[nodiscard]] HttpReply handle(const HttpRequest& request, qint64 bytesSent);

private:
    [[nodiscard]] QString change(const QByteArray& body);

    PracticeContext& m_context;
    ExportDesk& m_exports;
    S3Store& m_objects;
};

} // namespace longshore::practice
