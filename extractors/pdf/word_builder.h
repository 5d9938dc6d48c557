#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/geometry.h"
#include "model/page.h"

namespace cotejo::pdf {

// A glyph as it is painted; page points, y downwards.
struct Glyph {
  std::u32string text;           // readable(); one glyph may stand for several characters, or for none but a space
  model::Point origin;           // where its baseline begins
  model::Point advance;          // to where it ends, character and word spacing left out
  model::Point direction{1, 0};  // unit vector along the text
  double letter_spacing = 0;     // points that the page asks for between all glyphs of this text (Tc)
  double font_size = 0;          // points
  double ascent = 0;             // above the baseline, points
  double descent = 0;            // below it, points, >= 0
  bool bold = false;
  bool hidden = false;
  bool begins_object = false;  // the first glyph of a text object
  std::uint32_t color = 0;     // 0xRRGGBB
};

// Puts painted glyphs together into words, in the order of the content stream. A word that a soft hyphen divides at the
// end of a line ends in it. Words set askew (a stamp, a watermark) have their angle as rotation, in degrees.
class WordBuilder {
 public:
  void add(const Glyph& glyph);
  // A space, or whatever else ends a word: text moved elsewhere, a new text object does not.
  void end_word(bool space);
  // An opaque box painted over what is there: the words under it, by their middle, are hidden from now on.
  void cover(const model::Rect& box);
  // The words so far, copies that only make letters look bold left out; the builder is empty afterwards.
  [[nodiscard]] std::vector<model::Word> take();

 private:
  struct Open {
    model::Word word;
    std::u32string text;
    model::Point direction;
    model::Point start;     // of the last glyph
    model::Point end;       // where the next glyph is awaited
    double last_width = 0;  // points
    double letter_spacing = 0;
  };
  void open(const Glyph& glyph);
  void extend(const Glyph& glyph);
  [[nodiscard]] bool continues(const Glyph& glyph) const;
  [[nodiscard]] bool repeats(const Glyph& glyph) const;
  [[nodiscard]] bool continues_line(const Glyph& glyph) const;
  [[nodiscard]] bool combines(const Glyph& glyph) const;
  [[nodiscard]] bool accents(const Glyph& glyph);
  void raise_marks();

  std::vector<model::Word> words_;
  Open open_;
  bool is_open_ = false;
  int covers_ = 0;
};

}  // namespace cotejo::pdf
