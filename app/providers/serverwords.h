#pragma once

#include "app/net/httptransport.h"

#include <QDateTime>
#include <QString>
#include <optional>

namespace longshore {

// What the answers of every service have in common.

/// What a call that got no answer comes to: one that changes something may have arrived, which is OutcomeUnknown.
/// `place`: what the call was about.
[[nodiscard]] Error withoutAnswer(const Error& error, bool changesSomething, const QString& place);
/// Seconds our clock is ahead of the service's; empty without a `Date`.
[[nodiscard]] std::optional<double> clockAhead(const HttpResponse& response, const QDateTime& now);
/// Text of a server for details and logs: one line, short, without tags, link queries and signatures.
[[nodiscard]] QString harmlessText(const QString& text);
/// A sentence of a service as it stands, on one line, without link queries and signatures.
[[nodiscard]] QString harmlessSentence(const QString& text);

/// ISO 8601 with any number of fraction digits (the service sends 0, 3 and 7); UTC. Invalid for anything else.
[[nodiscard]] QDateTime parseTime(const QString& text);

} // namespace longshore
