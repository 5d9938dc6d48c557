#pragma once

#include <optional>
#include <string>

#include "extractors/pdf/raster.h"
#include "model/geometry.h"

namespace cotejo::overlay {

// The picture as the bytes of a gray PNG; of a part of it where a box (points) is given, as far as it lies on the page.
// Empty when there was no memory, or the part is empty.
[[nodiscard]] std::string png_of(const pdf::Raster& picture, const std::optional<model::Rect>& part = std::nullopt);

}  // namespace cotejo::overlay
