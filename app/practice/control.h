#pragma once

#include "app/practice/http.h"

namespace longshore::practice {

class ExportDesk;
struct PracticeContext;

/// The control endpoint: GET tells, POST `{"faults":{"status-500":"3","slow":null}}` changes and tells.
/// Answers `{"faults":{…},"counters":{…},"exports":[…]}`, or 400 with `{"error":…}`.
class Control final
{
public:
    Control(PracticeContext& context, ExportDesk& exports) : m_context(context), m_exports(exports) { }
    [[nodiscard]] HttpReply handle(const HttpRequest& request, qint64 bytesSent);

private:
    [[nodiscard]] QString change(const QByteArray& body);

    PracticeContext& m_context;
    ExportDesk& m_exports;
};

} // namespace longshore::practice
