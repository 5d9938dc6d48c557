#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "extractors/pdf/document.h"
#include "tests/extractors/pdf/make_pdf.h"

namespace cotejo::test {

// A PDF page that is an image: `pixels` of the shape of `raster`, in a colour space, laid on the page by the matrix
// a b c d e f ("w 0 0 h 0 0" fills it), with more operators after it. Width and height are points.
inline std::string image_pdf(const pdf::Raster& raster, const std::string& space, const std::string& pixels,
                             double width, double height, const std::string& matrix, const std::string& more = {},
                             int rotate = 0) {
  const std::string content = "q " + matrix + " cm /I Do Q\n" + more;
  const std::string size = PdfPage::number(width) + " " + PdfPage::number(height);
  const std::vector<std::string> objects{
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + size + "]/Rotate " + std::to_string(rotate) +
          "/Resources<</XObject<</I 5 0 R>>/Font<</F 6 0 R>>>>/Contents 4 0 R>>",
      "<</Length " + std::to_string(content.size()) + ">>stream\n" + content + "\nendstream",
      "<</Type/XObject/Subtype/Image/Width " + std::to_string(raster.width) + "/Height " +
          std::to_string(raster.height) + "/ColorSpace/" + space + "/BitsPerComponent 8/Length " +
          std::to_string(pixels.size()) + ">>stream\n" + pixels + "\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"};
  std::string out = "%PDF-1.4\n", table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char entry[32];
    std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", out.size());
    table += entry;
    out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::size_t start = out.size();
  const std::string count = std::to_string(objects.size() + 1);
  return out + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer<</Size " + count +
         "/Root 1 0 R>>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
}

inline std::string scan_pdf(const pdf::Raster& raster, double width, double height, const std::string& matrix,
                            const std::string& more = {}, int rotate = 0) {
  return image_pdf(raster, "DeviceGray", std::string(raster.gray.begin(), raster.gray.end()), width, height, matrix,
                   more, rotate);
}

inline std::string scan_pdf(const pdf::Raster& raster, const std::string& more = {}) {
  const double width = raster.width * 72 / raster.dpi, height = raster.height * 72 / raster.dpi;
  return scan_pdf(raster, width, height, PdfPage::number(width) + " 0 0 " + PdfPage::number(height) + " 0 0", more);
}

// The page as a scanner sees it, in one of the faces that stand for Helvetica: their digits differ.
enum class Face { nimbus, liberation };
inline pdf::Raster scanned(const PdfPage& page, double dpi = 200, Face face = Face::nimbus) {
  PdfFile made;
  if (face == Face::liberation) made.face("LiberationSans", "LiberationSans-Bold");
  const TemporaryFile file(made.add(page).bytes());
  return pdf::Document::open(file.path()).value().render(1, dpi).value();
}

// A scan in colour: what `print` shows in black, and what `pen` shows in the colour given, as ink lies on ink.
inline std::string colour_scan_pdf(const pdf::Raster& print, const pdf::Raster& pen, const std::array<int, 3>& colour) {
  std::string pixels;
  pixels.reserve(3 * print.gray.size());
  for (std::size_t i = 0; i < print.gray.size(); ++i)
    for (const int channel : colour)
      pixels += static_cast<char>(print.gray[i] * (channel + (255 - channel) * pen.gray[i] / 255) / 255);
  const double width = print.width * 72 / print.dpi, height = print.height * 72 / print.dpi;
  return image_pdf(print, "DeviceRGB", pixels, width, height,
                   PdfPage::number(width) + " 0 0 " + PdfPage::number(height) + " 0 0");
}

inline pdf::Raster turned_clockwise(const pdf::Raster& from) {
  pdf::Raster to{from.height, from.width, from.dpi, std::vector<std::uint8_t>(from.gray.size())};
  for (int y = 0; y < to.height; ++y)
    for (int x = 0; x < to.width; ++x)
      to.gray[static_cast<std::size_t>(y * to.width + x)] =
          from.gray[static_cast<std::size_t>((from.height - 1 - x) * from.width + y)];
  return to;
}

// Turned by some degrees clockwise about its middle, white where nothing comes to lie.
inline pdf::Raster skewed(const pdf::Raster& from, double degrees) {
  pdf::Raster to{from.width, from.height, from.dpi, std::vector<std::uint8_t>(from.gray.size(), 255)};
  const double s = std::sin(degrees * 3.14159265 / 180), c = std::cos(degrees * 3.14159265 / 180);
  for (int y = 0; y < to.height; ++y)
    for (int x = 0; x < to.width; ++x) {
      const double dx = x - to.width / 2.0, dy = y - to.height / 2.0;
      const int sx = static_cast<int>(std::lround(c * dx + s * dy + to.width / 2.0));
      const int sy = static_cast<int>(std::lround(-s * dx + c * dy + to.height / 2.0));
      if (sx >= 0 && sx < from.width && sy >= 0 && sy < from.height)
        to.gray[static_cast<std::size_t>(y * to.width + x)] = from.gray[static_cast<std::size_t>(sy * from.width + sx)];
    }
  return to;
}

// Its rows moved sideways, so that what stands leans by some degrees clockwise about the middle line.
inline pdf::Raster leaning(const pdf::Raster& from, double degrees) {
  pdf::Raster to{from.width, from.height, from.dpi, std::vector<std::uint8_t>(from.gray.size(), 255)};
  for (int y = 0; y < to.height; ++y) {
    const int by = static_cast<int>(std::lround((to.height / 2.0 - y) * std::tan(degrees * 3.14159265 / 180)));
    for (int x = std::max(0, by); x < std::min(to.width, to.width + by); ++x)
      to.gray[static_cast<std::size_t>(y * to.width + x)] =
          from.gray[static_cast<std::size_t>(y * from.width + x - by)];
  }
  return to;
}

}  // namespace cotejo::test
