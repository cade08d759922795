#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace longshore {

enum class HeadingRank {
    Page, ///< the one heading of a page
    Place, ///< the environment in its band
    Section, ///< above a group of things
};

/// Labels whose size and colour follow font and palette of the system.
[[nodiscard]] QLabel* headingLabel(HeadingRank rank, QWidget* parent);
[[nodiscard]] QLabel* headingLabel(HeadingRank rank, const QString& text, QWidget* parent);
/// Text of second rank.
[[nodiscard]] QLabel* quietLabel(QWidget* parent);
/// Wraps; text is plain and can be selected and copied.
[[nodiscard]] QLabel* bodyLabel(const QString& text, QWidget* parent);

/// Give a label that exists already (from a form) the same look.
void makeHeading(QLabel* label, HeadingRank rank);
void makeQuiet(QLabel* label);

} // namespace longshore
