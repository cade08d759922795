#pragma once

class QString;
class QWidget;

namespace longshore {

/// Writes what a person would see: the window, or a dialog of it in front of the window. False: could not be written.
[[nodiscard]] bool savePicture(QWidget& window, QWidget& shown, const QString& path);

} // namespace longshore
