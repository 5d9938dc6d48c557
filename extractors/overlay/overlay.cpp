#include "extractors/overlay/overlay.h"

#include <fmt/format.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <utility>

#include "extractors/layout/lines.h"
#include "extractors/tables/ruled.h"

namespace cotejo::overlay {

namespace {

using model::Rect;

struct PixDelete {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
struct FontDelete {
  void operator()(L_Bmf* font) const { bmfDestroy(&font); }
};

struct Color {
  unsigned char r, g, b;
};
constexpr Color blue{30, 90, 220}, red{220, 30, 30}, green{0, 140, 60}, orange{230, 130, 0}, violet{150, 40, 180},
    gray{130, 130, 130};

constexpr std::array<std::pair<std::string_view, Step>, 7> steps{{{"palabras", Step::words},
                                                                  {"reglas", Step::rules},
                                                                  {"bordes", Step::edges},
                                                                  {"rejilla", Step::grid},
                                                                  {"celdas", Step::cells},
                                                                  {"bloques", Step::blocks},
                                                                  {"todo", Step::all}}};

// Draws in page points on a picture of the page.
class Canvas {
 public:
  explicit Canvas(const pdf::Raster& picture) : scale_(picture.dpi / 72) {
    pix_.reset(pixCreate(picture.width, picture.height, 32));
    if (!pix_) return;
    l_uint32* data = pixGetData(pix_.get());
    const l_int32 stride = pixGetWpl(pix_.get());
    for (int y = 0; y < picture.height; ++y)
      for (int x = 0; x < picture.width; ++x) {
        // Paler than it is, so that the drawing stands out.
        const int level = 96 + picture.gray[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                                            static_cast<std::size_t>(x)] *
                                   159 / 255;
        l_uint32 pixel = 0;
        composeRGBPixel(level, level, level, &pixel);
        data[static_cast<std::ptrdiff_t>(y) * stride + x] = pixel;
      }
    constexpr int font_size = 4;  // the smallest of Leptonica's fonts, which are made for 300 dpi
    font_.reset(bmfCreate(nullptr, font_size));
  }

  [[nodiscard]] bool ready() const { return pix_ != nullptr; }

  void box(const Rect& r, Color c, int width) {
    Box* frame = boxCreate(px(r.x0), px(r.y0), std::max(1, px(r.x1) - px(r.x0)), std::max(1, px(r.y1) - px(r.y0)));
    pixRenderBoxArb(pix_.get(), frame, width, c.r, c.g, c.b);
    boxDestroy(&frame);
  }
  void tint(const Rect& r, Color c, float strength) {
    Box* area = boxCreate(px(r.x0), px(r.y0), std::max(1, px(r.x1) - px(r.x0)), std::max(1, px(r.y1) - px(r.y0)));
    l_uint32 value = 0;
    composeRGBPixel(c.r, c.g, c.b, &value);
    pixBlendInRect(pix_.get(), area, value, strength);
    boxDestroy(&area);
  }
  void line(double x0, double y0, double x1, double y1, Color c, int width) {
    pixRenderLineArb(pix_.get(), px(x0), px(y0), px(x1), px(y1), width, c.r, c.g, c.b);
  }
  // The label's lower left corner is at (x, y). Leptonica's bitmap font knows ASCII alone.
  void label(double x, double y, const std::string& text, Color c) {
    std::string ascii;
    for (const char byte : text)
      if (byte >= 0x20 && byte < 0x7F)
        ascii += byte;
      else if ((static_cast<unsigned char>(byte) & 0xC0) == 0xC0)
        ascii += '?';
    constexpr std::size_t longest = 100;
    if (ascii.size() > longest) ascii.resize(longest);
    if (!font_ || ascii.empty()) return;
    l_uint32 value = 0;
    composeRGBPixel(c.r, c.g, c.b, &value);
    pixSetTextline(pix_.get(), font_.get(), ascii.c_str(), value, std::max(0, px(x)), std::max(12, px(y)), nullptr,
                   nullptr);
  }
  [[nodiscard]] bool write(const std::string& path) const { return pixWrite(path.c_str(), pix_.get(), IFF_PNG) == 0; }

 private:
  [[nodiscard]] int px(double points) const {
    return static_cast<int>(std::lround(std::clamp(points, -1e5, 1e5) * scale_));
  }
  double scale_;
  std::unique_ptr<Pix, PixDelete> pix_;
  std::unique_ptr<L_Bmf, FontDelete> font_;
};

void draw_words(Canvas& canvas, const model::Page& page) {
  constexpr double doubtful = 0.6;
  for (const model::Word& word : page.words)
    canvas.box(word.box,
               word.hidden                         ? gray
               : word.confidence < doubtful        ? red
               : word.origin == model::Origin::ocr ? orange
                                                   : green,
               1);
}

void draw_rules(Canvas& canvas, const model::Page& page) {
  for (const model::Shade& shade : page.shades) canvas.tint(shade.box, orange, 0.3F);
  for (const model::ImageBox& image : page.images) canvas.box(image.box, violet, 2);
  for (const model::Rule& rule : page.rules)
    canvas.line(rule.from.x, rule.from.y, rule.to.x, rule.to.y, rule.horizontal() ? blue : red, 2);
}

void draw_edges(Canvas& canvas, const std::vector<tables::Edge>& edges, bool loose) {
  for (const tables::Edge& e : edges) {
    const Color color = loose ? gray : e.level ? blue : red;
    if (e.level)
      canvas.line(e.from, e.at, e.to, e.at, color, 2);
    else
      canvas.line(e.at, e.from, e.at, e.to, color, 2);
  }
}

void draw_grid(Canvas& canvas, const tables::Grid& grid) {
  // Lines of the lattice thin, the sides that are drawn on the page thick.
  for (std::size_t i = 0; i < grid.ys.size(); ++i) {
    canvas.line(grid.xs.front(), grid.ys[i], grid.xs.back(), grid.ys[i], gray, 1);
    for (std::size_t c = 0; c + 1 < grid.xs.size(); ++c)
      if (grid.level[i][c]) canvas.line(grid.xs[c], grid.ys[i], grid.xs[c + 1], grid.ys[i], blue, 2);
  }
  for (std::size_t i = 0; i < grid.xs.size(); ++i) {
    canvas.line(grid.xs[i], grid.ys.front(), grid.xs[i], grid.ys.back(), gray, 1);
    for (std::size_t r = 0; r + 1 < grid.ys.size(); ++r)
      if (grid.upright[r][i]) canvas.line(grid.xs[i], grid.ys[r], grid.xs[i], grid.ys[r + 1], red, 2);
  }
}

void draw_tables(Canvas& canvas, const Found& found) {
  if (found.tables == nullptr) return;
  const int page = found.page->number;
  for (std::size_t t = 0; t < found.tables->size(); ++t) {
    const model::Table& table = (*found.tables)[t];
    if (page < table.first_page || page > table.last_page) continue;
    for (const model::Cell& cell : table.cells) {
      if (cell.page != page) continue;
      if (cell.row < table.header_rows) canvas.tint(cell.box, blue, 0.15F);
      canvas.box(cell.box, cell.row_span > 1 || cell.column_span > 1 ? violet : red, 1);
    }
    const auto place = static_cast<std::size_t>(page - table.first_page);
    if (place >= table.page_boxes.size()) continue;
    const Rect& box = table.page_boxes[place];
    canvas.box(box, red, 3);
    canvas.label(box.x0, box.y0 - 2,
                 fmt::format("{}: {} x {}, {} enc., {}. {}", t + 1, table.rows, table.columns, table.header_rows,
                             model::method_name(table.method), table.title),
                 red);
  }
}

void draw_blocks(Canvas& canvas, const Found& found) {
  if (found.blocks == nullptr) return;
  for (const model::Block& block : *found.blocks) {
    if (block.page != found.page->number) continue;
    Color color = green;
    std::string name;
    switch (block.kind) {
      case model::BlockKind::heading:
        color = blue;
        name = fmt::format("T{}", block.heading_level);
        break;
      case model::BlockKind::caption:
        color = violet;
        name = "C";
        break;
      case model::BlockKind::list_item:
        color = orange;
        name = "L";
        break;
      case model::BlockKind::footnote:
        color = gray;
        name = "N";
        break;
      case model::BlockKind::running_head:
      case model::BlockKind::running_foot:
        color = gray;
        break;
      case model::BlockKind::paragraph:
        break;
    }
    canvas.box(block.box, color, 2);
    canvas.label(block.box.x0 - 14, block.box.y0 + 8, name, color);
  }
}

}  // namespace

bool step_named(std::string_view name, Step& step) {
  for (const auto& [known, value] : steps)
    if (known == name) {
      step = value;
      return true;
    }
  return false;
}

std::string_view step_names() {
  return "palabras, reglas, bordes, rejilla, celdas, bloques, todo";
}

model::Status draw(const pdf::Raster& picture, const Found& found, Step step, const std::string& path) {
  Canvas canvas(picture);
  const auto failed = [&](std::string why) {
    return model::Error{model::ErrorCode::output, model::Stage::output, path, found.page->number, std::move(why)};
  };
  if (!canvas.ready()) return failed("no picture");
  const double text_size = layout::usual_text_size(*found.page);
  switch (step) {
    case Step::words:
      draw_words(canvas, *found.page);
      break;
    case Step::rules:
      draw_rules(canvas, *found.page);
      break;
    case Step::edges: {
      const auto made = tables::ruled_steps(*found.page, text_size);
      draw_edges(canvas, made.edges, false);
      draw_edges(canvas, made.loose, true);
      break;
    }
    case Step::grid:
      for (const tables::Grid& grid : tables::ruled_steps(*found.page, text_size).grids) draw_grid(canvas, grid);
      break;
    case Step::cells:
      draw_tables(canvas, found);
      break;
    case Step::blocks:
      draw_blocks(canvas, found);
      break;
    case Step::all:
      draw_words(canvas, *found.page);
      draw_blocks(canvas, found);
      draw_tables(canvas, found);
      break;
  }
  if (!canvas.write(path)) return failed({});
  return model::Done{};
}

}  // namespace cotejo::overlay
