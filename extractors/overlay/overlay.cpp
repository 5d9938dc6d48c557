#include "extractors/overlay/overlay.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "extractors/layout/lines.h"
#include "extractors/layout/skew.h"
#include "extractors/overlay/canvas.h"
#include "extractors/overlay/tolerances.h"
#include "extractors/tables/half_ruled/shaded_grid.h"
#include "extractors/tables/ruled/ruled.h"

namespace cotejo::overlay {

namespace {

using namespace tolerances::overlay;

using model::Rect;

constexpr std::array<std::pair<std::string_view, Step>, 7> steps{{{"palabras", Step::words},
                                                                  {"reglas", Step::rules},
                                                                  {"bordes", Step::edges},
                                                                  {"rejilla", Step::grid},
                                                                  {"celdas", Step::cells},
                                                                  {"bloques", Step::blocks},
                                                                  {"todo", Step::all}}};

void draw_words(Canvas& canvas, const model::Page& page) {
  for (const model::Word& word : page.words)
    canvas.box(word.box,
               word.hidden                         ? gray
               : word.confidence < doubtful        ? red
               : word.origin == model::Origin::ocr ? orange
                                                   : green,
               1);
}

// A stroke of the page set straight, as it leans on the page shown.
void stroke(Canvas& canvas, const model::Page& page, model::Point from, model::Point to, Color color, int width) {
  from = layout::as_shown(from, page);
  to = layout::as_shown(to, page);
  canvas.line(from.x, from.y, to.x, to.y, color, width);
}

void draw_rules(Canvas& canvas, const model::Page& page) {
  for (const model::Shade& shade : page.shades) canvas.tint(layout::as_shown(shade.box, page), orange, over_shades);
  for (const model::ImageBox& image : page.images) canvas.box(image.box, violet, 2);
  for (const model::Rule& rule : page.rules)
    stroke(canvas, page, rule.from, rule.to, rule.horizontal() ? blue : red, 2);
}

void draw_edges(Canvas& canvas, const model::Page& page, const std::vector<tables::Edge>& edges, bool loose) {
  for (const tables::Edge& e : edges) {
    const Color color = loose ? gray : e.level ? blue : red;
    if (e.level)
      stroke(canvas, page, {e.from, e.at}, {e.to, e.at}, color, 2);
    else
      stroke(canvas, page, {e.at, e.from}, {e.at, e.to}, color, 2);
  }
}

void draw_grid(Canvas& canvas, const model::Page& page, const tables::Grid& grid) {
  // Lines of the lattice thin, the sides that are drawn on the page thick.
  for (std::size_t i = 0; i < grid.ys.size(); ++i) {
    stroke(canvas, page, {grid.xs.front(), grid.ys[i]}, {grid.xs.back(), grid.ys[i]}, gray, 1);
    for (std::size_t c = 0; c + 1 < grid.xs.size(); ++c)
      if (grid.level[i][c]) stroke(canvas, page, {grid.xs[c], grid.ys[i]}, {grid.xs[c + 1], grid.ys[i]}, blue, 2);
  }
  for (std::size_t i = 0; i < grid.xs.size(); ++i) {
    stroke(canvas, page, {grid.xs[i], grid.ys.front()}, {grid.xs[i], grid.ys.back()}, gray, 1);
    for (std::size_t r = 0; r + 1 < grid.ys.size(); ++r)
      if (grid.upright[r][i]) stroke(canvas, page, {grid.xs[i], grid.ys[r]}, {grid.xs[i], grid.ys[r + 1]}, red, 2);
  }
}

void draw_tables(Canvas& canvas, const Found& found) {
  if (found.tables == nullptr) return;
  const int page = found.page->number;
  std::vector<std::vector<Part>> legend;
  for (std::size_t t = 0; t < found.tables->size(); ++t) {
    const model::Table& table = (*found.tables)[t];
    if (page < table.first_page || page > table.last_page) continue;
    for (const model::Cell& cell : table.cells) {
      if (cell.page != page) continue;
      if (cell.row < table.header_rows) canvas.tint(cell.box, blue, over_heads);
      canvas.box(cell.box, cell.row_span > 1 || cell.column_span > 1 ? violet : red, 1);
    }
    const auto place = static_cast<std::size_t>(page - table.first_page);
    if (place >= table.page_boxes.size()) continue;
    const Rect& box = table.page_boxes[place];
    canvas.box(box, red, 3);
    canvas.label(box.x0, box.y0 - 2, fmt::format("{}", t + 1), red);
    legend.push_back({{fmt::format("{}: {} × {}, encabezado {}, {}", t + 1, table.rows, table.columns,
                                   table.header_rows, model::name_of(table.method)),
                       red},
                      {table.title, black}});
  }
  // Under the page, where it covers nothing: what each number stands for.
  if (!legend.empty()) canvas.strip(legend);
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

tables::RuledSteps ruled_steps(const model::Page& page) {
  std::vector<int> visible;
  for (std::size_t i = 0; i < page.words.size(); ++i)
    if (!page.words[i].hidden) visible.push_back(static_cast<int>(i));
  const double text_size = layout::usual_text_size(page);
  return tables::ruled_steps(tables::rules_and_shading(page, visible, text_size), text_size);
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

namespace {

void frame_places(Canvas& canvas, const std::vector<Place>& places, const std::vector<std::string>& caption) {
  const auto around = [&](const Rect& r) { return Rect{r.x0 - margin, r.y0 - margin, r.x1 + margin, r.y1 + margin}; };
  for (const bool reported : {false, true})
    for (const Place& place : places) {
      if (place.reported != reported || place.box.empty()) continue;
      canvas.tint(around(place.box), reported ? red : blue, reported ? strong : light);
      canvas.box(around(place.box), reported ? red : blue, reported ? 3 : 2);
    }
  std::vector<std::vector<Part>> paragraphs;
  for (const std::string& line : caption) paragraphs.push_back({{line, black}});
  std::vector<Part> legend;
  for (const bool reported : {true, false}) {
    std::vector<std::string> roles;
    for (const Place& place : places)
      if (place.reported == reported && std::find(roles.begin(), roles.end(), place.role) == roles.end())
        roles.push_back(place.role);
    if (!roles.empty()) legend.push_back({fmt::format("■ {}", fmt::join(roles, ", ")), reported ? red : blue});
  }
  if (!legend.empty()) paragraphs.push_back(std::move(legend));
  canvas.strip(paragraphs);
}

}  // namespace

model::Status draw_places(const pdf::Raster& picture, int page, const std::vector<Place>& places,
                          const std::vector<std::string>& caption, const std::string& path) {
  Canvas canvas(picture);
  const model::Error failed{model::ErrorCode::output, model::Stage::output, path, page, {}};
  if (!canvas.ready()) return failed;
  frame_places(canvas, places, caption);
  if (!canvas.write(path)) return failed;
  return model::Done{};
}

std::string places_png(const pdf::Raster& picture, const std::vector<Place>& places,
                       const std::vector<std::string>& caption) {
  Canvas canvas(picture);
  if (!canvas.ready()) return {};
  frame_places(canvas, places, caption);
  return canvas.png();
}

model::Status draw(const pdf::Raster& picture, const Found& found, Step step, const std::string& path) {
  Canvas canvas(picture);
  const auto failed = [&](std::string why) {
    return model::Error{model::ErrorCode::output, model::Stage::output, path, found.page->number, std::move(why)};
  };
  if (!canvas.ready()) return failed("no picture");
  switch (step) {
    case Step::words:
      draw_words(canvas, *found.page);
      break;
    case Step::rules:
      draw_rules(canvas, *found.page);
      break;
    case Step::edges: {
      const auto made = ruled_steps(*found.page);
      draw_edges(canvas, *found.page, made.edges, false);
      draw_edges(canvas, *found.page, made.loose, true);
      break;
    }
    case Step::grid:
      for (const tables::Grid& grid : ruled_steps(*found.page).grids) draw_grid(canvas, *found.page, grid);
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
