#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/overlay/lettering.h"
#include "extractors/pdf/raster.h"
#include "model/geometry.h"

struct Pix;

namespace cotejo::overlay {

struct Color {
  unsigned char r, g, b;
};
inline constexpr Color blue{30, 90, 220}, red{220, 30, 30}, green{0, 140, 60}, orange{230, 130, 0},
    violet{150, 40, 180}, gray{130, 130, 130}, black{30, 30, 30};

// A piece of text in a colour of its own.
struct Part {
  std::string text;
  Color color;
};

// Draws in page points on a picture of the page. Lines are as many pixels wide as they are told.
class Canvas {
 public:
  // The page is drawn paler than it is printed, so that what is drawn over it stands out.
  explicit Canvas(const pdf::Raster& picture);

  // False when there was no memory for the picture.
  [[nodiscard]] bool ready() const { return pix_ != nullptr; }

  void box(const model::Rect& r, Color c, int width);
  void tint(const model::Rect& r, Color c, float strength);
  void line(double x0, double y0, double x1, double y1, Color c, int width);

  // One line of text whose lower left corner is at (x, y), on a ground that covers the print under it; moved inwards
  // where it would leave the picture, and cut where it is wider than that.
  void label(double x, double y, std::string_view text, Color c);

  // Puts a white strip under the page with the paragraphs on it, wrapped to the picture's width.
  void strip(const std::vector<std::vector<Part>>& paragraphs);

  // As a PNG; false when the file cannot be written.
  [[nodiscard]] bool write(const std::string& path) const;
  // The same as bytes; empty when there was no memory.
  [[nodiscard]] std::string png() const;

 private:
  struct PixDelete {
    void operator()(Pix* pix) const;
  };
  [[nodiscard]] int px(double points) const;
  // Text whose base line begins at a pixel; the pixel where the next goes on.
  int letters(int x, int y, std::string_view text, Color c);

  double scale_;  // pixels a point
  std::unique_ptr<Pix, PixDelete> pix_;
  Lettering lettering_;
};

}  // namespace cotejo::overlay
