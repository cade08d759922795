#pragma once

namespace longshore {

enum class Platform { OptimizelyDxp, VectorPro };

} // namespace longshore
