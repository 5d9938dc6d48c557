#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/geometry.h"
#include "model/names.h"

namespace cotejo::model {

// How a text came to be read.
enum class Origin : std::uint8_t { text, ocr, mixed, empty };
template <>
inline constexpr std::array<std::string_view, 4> kNames<Origin>{"texto", "ocr", "mixto", "vacia"};

// Another way an OCR word may read, with its confidence (0 to 1).
struct Reading {
  std::string text;
  double confidence = 0;
  friend bool operator==(const Reading&, const Reading&) = default;
};

// A run of glyphs without a space in it. Text is UTF-8, NFC.
struct Word {
  std::string text;
  Rect box;              // of the glyphs' font box, page points
  double font_size = 0;  // points; for OCR estimated from the height
  bool bold = false;
  std::int16_t rotation = 0;  // degrees clockwise of the reading direction: 0, 90, 180, 270
  bool space_after = true;    // the text stream has a space (or line end) after this word
  bool hidden = false;        // painted invisibly (the text layer of a scan)
  Origin origin = Origin::text;
  double confidence = 1;              // 0 to 1; 1 for a text layer
  std::uint32_t color = 0;            // 0xRRGGBB of the fill
  std::vector<Reading> alternatives;  // OCR only: other readings, best first, `text` not among them
};

// A straight horizontal or vertical stroke that is drawn on the page, or the edge of a filled box.
struct Rule {
  Point from;  // from.x <= to.x, from.y <= to.y; one of the two coordinates is equal in both
  Point to;
  double thickness = 0;  // points
  [[nodiscard]] bool horizontal() const { return from.y == to.y; }
  [[nodiscard]] double length() const { return (to.x - from.x) + (to.y - from.y); }
};

// A filled box that is neither white nor as thin as a rule: shading behind rows and heads.
struct Shade {
  Rect box;
  std::uint32_t color = 0xFFFFFF;  // 0xRRGGBB
};

// A raster image drawn on the page.
struct ImageBox {
  Rect box;
  int pixel_width = 0;
  int pixel_height = 0;
};

// One page as it is shown: everything that the later stages need, and nothing of the PDF library.
struct Page {
  int number = 0;    // from 1
  double width = 0;  // points, after /Rotate
  double height = 0;
  int rotation = 0;  // the /Rotate that was applied, degrees
  Origin origin = Origin::empty;
  double confidence = 1;    // 0 to 1
  double skew = 0;          // degrees that the image was turned to stand straight (scans)
  double lean = 0;          // degrees that its upright lines leaned clockwise even then; its rows were moved sideways
  std::vector<Word> words;  // in the order of the content stream
  std::vector<Rule> rules;
  std::vector<Shade> shades;
  std::vector<ImageBox> images;
  bool has_curves = false;  // slanted or curved strokes are drawn (charts, logos)
  std::string note;         // why the page is not whole; empty when it is
};

}  // namespace cotejo::model
