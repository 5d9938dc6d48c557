// The one file that derives from Poppler's own OutputDev: those headers are not stable between Poppler versions.
#ifdef COTEJO_POPPLER_PRIVATE

#include "extractors/pdf/page_output.h"

#include <poppler/Annot.h>
#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#include <poppler/OutputDev.h>
#include <poppler/PDFDoc.h>
#include <poppler/UTF.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <iterator>
#include <string>

#include "extractors/pdf/characters.h"
#include "extractors/pdf/fonts/font_names.h"
#include "extractors/pdf/fonts/font_proof.h"
#include "extractors/pdf/fonts/type3_scale.h"
#include "extractors/pdf/painted/drawn_marks.h"
#include "extractors/pdf/painted/grounds.h"
#include "extractors/pdf/painted/painted_lines.h"
#include "extractors/pdf/painted/path_collector.h"
#include "extractors/pdf/tolerances.h"
#include "extractors/pdf/word_builder.h"

namespace cotejo::pdf {

namespace {

using namespace tolerances::page_output;

using model::Point;
using model::Rect;

std::uint32_t packed(const GfxRGB& rgb) {
  const auto channel = [](GfxColorComp c) { return static_cast<std::uint32_t>(colToByte(c)); };
  return (channel(rgb.r) << 16) | (channel(rgb.g) << 8) | channel(rgb.b);
}

class PageOutput : public OutputDev {
 public:
  PageOutput(double width, double height, FontProofs& fonts)
      : width_(width), height_(height), fonts_(fonts), painted_(height) {}

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool needNonText() override { return true; }
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int type) override { return type <= 7; }

  void updateFont(GfxState* state) override { font_changed(state); }
  void updateTextMat(GfxState*) override { size_known_ = false; }
  void updateCTM(GfxState*, double, double, double, double, double, double) override { size_known_ = false; }
  void saveState(GfxState*) override { outer_veils_.push_back(veil_); }
  void restoreState(GfxState* state) override {
    font_changed(state);
    if (outer_veils_.empty()) return;
    veil_ = outer_veils_.back();
    outer_veils_.pop_back();
  }
  void clip(GfxState* state) override { note_clip(state); }
  void eoClip(GfxState* state) override { note_clip(state); }
  void clipToStrokePath(GfxState*) override { veil_ = true; }
  void setSoftMask(GfxState*, const double*, bool, Function*, GfxColor*) override { veil_ = true; }
  // A group is painted as if opaque, and laid on the page with the transparency that stood before it.
  void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool, bool) override { veil_ = true; }

  void beginTextObject(GfxState*) override { glyph_.begins_object = true; }
  void drawChar(GfxState* state, double x, double y, double dx, double dy, double, double, CharCode code, int,
                const Unicode* u, int u_length) override;
  void beginActualText(GfxState*, const GooString* text) override;
  void endActualText(GfxState*) override;

  void stroke(GfxState* state) override;
  void fill(GfxState* state) override { fill_path(state); }
  void eoFill(GfxState* state) override { fill_path(state); }
  bool tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int, int, double,
                         double) override {
    fill_pattern(state);
    return true;
  }
  bool functionShadedFill(GfxState* state, GfxFunctionShading*) override { return fill_pattern(state); }
  bool axialShadedFill(GfxState* state, GfxAxialShading*, double, double) override { return fill_pattern(state); }
  bool radialShadedFill(GfxState* state, GfxRadialShading*, double, double) override { return fill_pattern(state); }
  bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) override { return fill_pattern(state); }
  bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) override { return fill_pattern(state); }

  void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height, bool invert, bool interpolate,
                     bool inline_image) override {
    add_image(state, width, height);
    OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, inline_image);
  }
  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colors,
                 bool interpolate, const int* mask_colors, bool inline_image) override {
    add_image(state, width, height);
    OutputDev::drawImage(state, ref, stream, width, height, colors, interpolate, mask_colors, inline_image);
  }

  void take(model::Page& page) {
    page.words = words_.take();
    paths_.take(page);
    for (model::Word& word : page.words)
      if (!word.hidden && grounds_.swallow(word)) word.hidden = true;
    std::vector<model::Word> marks = marks_.take(page.rules);
    std::move(marks.begin(), marks.end(), std::back_inserter(page.words));
  }

 private:
  void font_changed(GfxState* state);
  void measure_text(GfxState* state);
  const std::vector<Subpath>& path_of(GfxState* state);
  void fill_path(GfxState* state);
  void note_clip(GfxState* state);
  void note_ground(GfxState* state, std::uint32_t color);
  void cover(GfxState* state);
  bool fill_pattern(GfxState* state);
  void add_image(GfxState* state, int width, int height);
  static Rect clip_of(GfxState* state) {
    Rect r;
    state->getClipBBox(&r.x0, &r.y0, &r.x1, &r.y1);
    return r;
  }

  double width_, height_;
  FontProofs& fonts_;
  WordBuilder words_;
  PathCollector paths_;
  Grounds grounds_;
  DrawnMarks marks_;
  PaintedLines painted_;
  // Fills show in part only: through a mask, or a clip that is no upright box. And so at the outer levels of the state.
  bool veil_ = false;
  std::vector<bool> outer_veils_;
  std::vector<Subpath> path_;  // of the last path, kept to reuse its memory

  const GfxFont* font_ = nullptr;
  bool font_bold_ = false;
  bool font_lies_ = false;
  double type3_scale_ = 1, ascent_ratio_ = usual_ascent, descent_ratio_ = usual_descent;
  bool size_known_ = false;
  double set_size_ = 0;  // the state's font size when it was measured
  Glyph glyph_;          // what the glyphs of one string have in common

  bool in_actual_ = false;  // inside text that the document itself spells out
  bool actual_drawn_ = false;
  std::u32string actual_text_;
  Glyph actual_glyph_;
};

void PageOutput::font_changed(GfxState* state) {
  size_known_ = false;
  GfxFont* font = state->getFont().get();
  if (font == font_) return;
  font_ = font;
  if (font == nullptr) return;
  font_bold_ = font->isBold() || (font->getWeight() >= GfxFont::W600 && font->getWeight() <= GfxFont::W900) ||
               bold_font_name(font->getName().value_or(""));
  font_lies_ = fonts_.lies(*font);
  ascent_ratio_ = font->getAscent() > 0 ? std::min(font->getAscent(), highest_ascent) : usual_ascent;
  descent_ratio_ = font->getDescent() < 0 ? std::min(-font->getDescent(), deepest_descent) : usual_descent;
  type3_scale_ = 1;
  if (font->getType() == fontType3) type3_scale_ = type3_scale(*static_cast<const Gfx8BitFont*>(font));
}

void PageOutput::measure_text(GfxState* state) {
  size_known_ = true;
  set_size_ = state->getFontSize();
  glyph_.font_size = std::abs(state->getTransformedFontSize()) * type3_scale_;
  double a, b, c, d;
  state->getFontTransMat(&a, &b, &c, &d);
  if (font_ != nullptr && font_->getType() == fontType3) {
    const double* fm = font_->getFontMatrix();
    const double x = fm[0] * a + fm[1] * c, y = fm[0] * b + fm[1] * d;
    a = x;
    b = y;
  }
  const double length = std::hypot(a, b);
  glyph_.direction = length > 0 ? Point{a / length, b / length} : Point{1, 0};
  glyph_.ascent = ascent_ratio_ * glyph_.font_size;
  glyph_.descent = descent_ratio_ * glyph_.font_size;
}

void PageOutput::drawChar(GfxState* state, double x, double y, double dx, double dy, double, double, CharCode code, int,
                          const Unicode* u, int u_length) {
  if (!size_known_ || state->getFontSize() != set_size_) measure_text(state);
  if (glyph_.font_size <= 0 || !std::isfinite(glyph_.font_size)) return;

  const double spacing = state->getCharSpace() * state->getHorizScaling();
  double space = spacing;
  if (code == 0x20) space += state->getWordSpace() * state->getHorizScaling();
  double ux = 0, uy = 0;
  state->textTransformDelta(space, 0, &ux, &uy);
  state->transform(x, y, &glyph_.origin.x, &glyph_.origin.y);
  state->transformDelta(dx - ux, dy - uy, &glyph_.advance.x, &glyph_.advance.y);
  const Point middle{glyph_.origin.x + glyph_.advance.x / 2, glyph_.origin.y + glyph_.advance.y / 2};
  // Off the page, or not a place at all.
  if (!(middle.x >= 0 && middle.x <= width_ && middle.y >= 0 && middle.y <= height_)) return;

  if (u_length == 1 && is_space(u[0])) {
    if (!in_actual_) words_.end_word(true);
    glyph_.begins_object = false;
    return;
  }
  const int render = state->getRender();
  glyph_.hidden = (render & 3) == 3 || state->getFillOpacity() < faintest;
  painted_.add(middle);
  if (!glyph_.hidden) {
    // The clip may cut a text short, as spreadsheets do; half a text size leaves room for what hangs over its edge.
    const Rect clip = clip_of(state);
    const double room = glyph_.font_size / 2;
    if (middle.x < clip.x0 - room || middle.x > clip.x1 + room || middle.y < clip.y0 - room ||
        middle.y > clip.y1 + room)
      return;
  }
  double sx = 0, sy = 0;
  state->textTransformDelta(spacing, 0, &ux, &uy);
  state->transformDelta(ux, uy, &sx, &sy);
  glyph_.letter_spacing = sx * glyph_.direction.x + sy * glyph_.direction.y;
  // Of letters that are outlined, and white or not filled, the outline is what is seen.
  GfxRGB rgb;
  state->getFillRGB(&rgb);
  if ((render & 3) == 1 || ((render & 3) == 2 && packed(rgb) == 0xFFFFFF)) state->getStrokeRGB(&rgb);
  glyph_.color = packed(rgb);
  glyph_.bold = font_bold_ || render == 2;
  if (in_actual_) {
    if (!actual_drawn_) {
      actual_glyph_ = glyph_;
      actual_drawn_ = true;
    } else {
      const Point end{glyph_.origin.x + glyph_.advance.x, glyph_.origin.y + glyph_.advance.y};
      actual_glyph_.advance = {end.x - actual_glyph_.origin.x, end.y - actual_glyph_.origin.y};
    }
    return;
  }
  glyph_.text.clear();
  if (font_lies_) {
    glyph_.text.assign(1, untrusted);
  } else if (u_length == 1 && u[0] >= 0x21 && u[0] < 0x7F) {
    glyph_.text += u[0];
  } else {
    glyph_.text = readable(std::u32string(u, u + std::max(0, u_length)));
  }
  words_.add(glyph_);
  glyph_.begins_object = false;
}

void PageOutput::beginActualText(GfxState*, const GooString* text) {
  if (in_actual_) return;
  in_actual_ = true;
  actual_drawn_ = false;
  actual_text_.clear();
  Unicode* characters = nullptr;
  const int length = TextStringToUCS4(text->toStr(), &characters);
  if (length > 0) actual_text_.assign(characters, characters + length);
  gfree(characters);
}

void PageOutput::endActualText(GfxState*) {
  if (!in_actual_) return;
  in_actual_ = false;
  if (!actual_drawn_ || actual_text_.empty()) return;
  // One stretch of glyphs, shared out evenly among the characters.
  const double share = 1.0 / static_cast<double>(actual_text_.size());
  Glyph part = actual_glyph_;
  part.advance = {actual_glyph_.advance.x * share, actual_glyph_.advance.y * share};
  for (std::size_t i = 0; i < actual_text_.size(); ++i) {
    if (is_space(actual_text_[i])) {
      words_.end_word(true);
      continue;
    }
    const auto at = static_cast<double>(i);
    part.origin = {actual_glyph_.origin.x + part.advance.x * at, actual_glyph_.origin.y + part.advance.y * at};
    part.text = readable(actual_text_.substr(i, 1));
    words_.add(part);
  }
}

const std::vector<Subpath>& PageOutput::path_of(GfxState* state) {
  const GfxPath* path = state->getPath();
  path_.resize(static_cast<std::size_t>(path->getNumSubpaths()));
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const GfxSubpath* from = path->getSubpath(i);
    Subpath& to = path_[static_cast<std::size_t>(i)];
    to.points.clear();
    to.curved = false;
    to.closed = from->isClosed();
    for (int k = 0; k < from->getNumPoints(); ++k) {
      Point p;
      state->transform(from->getX(k), from->getY(k), &p.x, &p.y);
      if (!std::isfinite(p.x) || !std::isfinite(p.y)) continue;
      to.curved = to.curved || from->getCurve(k);
      to.points.push_back(p);
    }
  }
  std::erase_if(path_, [](const Subpath& s) { return s.points.empty(); });
  return path_;
}

void PageOutput::stroke(GfxState* state) {
  if (state->getStrokeOpacity() < faintest) return;
  GfxRGB rgb;
  state->getStrokeRGB(&rgb);
  const std::vector<Subpath>& path = path_of(state);
  paths_.stroke(path, state->getTransformedLineWidth(), packed(rgb), clip_of(state));
  marks_.stroke(path);
  // A stroke this broad is a ground for text; what thinner ones run around is not.
  if (state->getTransformedLineWidth() > broad_stroke)
    for (const Subpath& piece : path) grounds_.cover(intersection(bounds(piece.points), clip_of(state)));
}

void PageOutput::fill_path(GfxState* state) {
  if (state->getFillOpacity() < faintest) return;
  GfxRGB rgb;
  state->getFillRGB(&rgb);
  paths_.fill(path_of(state), packed(rgb), clip_of(state));
  note_ground(state, packed(rgb));
  cover(state);
}

namespace {

// Whether the path's points, as they are given, make an upright box that stays upright on the page: true of nearly
// every clip, and told without moving a point.
bool plainly_a_box(const GfxState* state) {
  const double* m = state->getCTM();
  if ((m[1] != 0 || m[2] != 0) && (m[0] != 0 || m[3] != 0)) return false;
  const GfxPath* path = state->getPath();
  if (path->getNumSubpaths() != 1) return false;
  const GfxSubpath* p = path->getSubpath(0);
  if (p->getNumPoints() != 5 || p->getX(0) != p->getX(4) || p->getY(0) != p->getY(4)) return false;
  for (int i = 0; i < 4; ++i)
    if (p->getCurve(i) || (p->getX(i) != p->getX(i + 1) && p->getY(i) != p->getY(i + 1))) return false;
  return true;
}

}  // namespace

void PageOutput::note_clip(GfxState* state) {
  if (!veil_ && !plainly_a_box(state)) veil_ = as_box(path_of(state)).empty();
}

void PageOutput::note_ground(GfxState* state, std::uint32_t color) {
  const Rect clip = clip_of(state), box = intersection(as_box(path_), clip);
  if (!box.empty() && !veil_ && state->getFillOpacity() >= opaque && state->getBlendMode() == gfxBlendNormal)
    return grounds_.paint(box, color);
  for (const Subpath& piece : path_) grounds_.cover(intersection(bounds(piece.points), clip));
}

// What lies under an opaque box that was painted later cannot be read by anyone.
void PageOutput::cover(GfxState* state) {
  if (veil_ || state->getFillOpacity() < opaque || state->getBlendMode() != gfxBlendNormal || state->getFillOverprint())
    return;
  const Rect box = intersection(as_box(path_), clip_of(state));
  if (!box.empty() && painted_.may_hold_text(box)) words_.cover(box);
}

// A pattern shows as some middling shade of its area, whatever it is made of. Poppler has put the area into the clip.
bool PageOutput::fill_pattern(GfxState* state) {
  constexpr std::uint32_t middling = 0xC0C0C0;
  const Rect area = intersection(clip_of(state), {0, 0, width_, height_});
  grounds_.cover(area);
  if (!area.empty() && state->getFillOpacity() >= faintest)
    paths_.fill(
        {Subpath{{{area.x0, area.y0}, {area.x1, area.y0}, {area.x1, area.y1}, {area.x0, area.y1}}, false, true}},
        middling, area);
  return true;
}

void PageOutput::add_image(GfxState* state, int width, int height) {
  const double* m = state->getCTM();
  if (state->getFillOpacity() < faintest) return;
  const Rect box = bounds(
      {{m[4], m[5]}, {m[4] + m[0], m[5] + m[1]}, {m[4] + m[2], m[5] + m[3]}, {m[4] + m[0] + m[2], m[5] + m[1] + m[3]}});
  grounds_.cover(intersection(box, clip_of(state)));
  paths_.image(box, width, height, intersection(clip_of(state), {0, 0, width_, height_}));
}

// Notes, links and pop-ups are not the report's own text; filled-in forms and stamps are.
bool is_content(Annot* annotation, void*) {
  const auto kind = annotation->getType();
  return kind == Annot::typeWidget || kind == Annot::typeFreeText || kind == Annot::typeStamp;
}

}  // namespace

void read_page_content(PDFDoc& document, FontProofs& fonts, model::Page& page) {
  PageOutput output(page.width, page.height, fonts);
  constexpr double dpi = 72;  // a pixel is a point
  document.displayPage(&output, page.number, dpi, dpi, 0, false, true, false, nullptr, nullptr, is_content, nullptr);
  output.take(page);
}

}  // namespace cotejo::pdf

#endif
