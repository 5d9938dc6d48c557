#pragma once

#include <memory>
#include <optional>
#include <string>

#include "extractors/pdf/facts.h"
#include "extractors/pdf/raster.h"
#include "model/page.h"
#include "model/result.h"

namespace cotejo::pdf {

// One way to read PDFs with Poppler. Errors carry code and detail; Document adds file and page.
class Backend {
 public:
  virtual ~Backend() = default;
  [[nodiscard]] virtual DocumentFacts facts() = 0;
  [[nodiscard]] virtual model::Result<model::Page> page(int number) = 0;
  [[nodiscard]] virtual model::Result<Raster> render(int number, double dpi) = 0;
  // The image that the page is; nothing where it is none, or where the backend cannot tell.
  [[nodiscard]] virtual std::optional<Raster> picture(int, bool /*images_only*/) { return std::nullopt; }
  // The first bytes of an attachment, `most` at most; nothing when there is none, or it cannot be read.
  [[nodiscard]] virtual std::optional<std::string> attachment(std::size_t index, std::size_t most) = 0;
};

using OpenedBackend = model::Result<std::unique_ptr<Backend>>;

// Through Poppler's own classes: words, rules, shades and images in one pass. Only where the build found their headers.
[[nodiscard]] OpenedBackend open_with_paths(const std::string& path, const std::string& password);

// Through poppler-cpp, whose interface is stable: words and pictures, no rules (they are then looked for in the
// pixels).
[[nodiscard]] OpenedBackend open_with_words(const std::string& path, const std::string& password);

// A page's side may measure this many points: the limit of the format.
inline constexpr double longest_side = 14400;

// Most pixels of one picture.
inline constexpr double most_pixels = 100e6;

}  // namespace cotejo::pdf
