#include "extractors/tables/aside/charts.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>

#include "extractors/tables/aside/tolerances.h"

namespace cotejo::tables {
namespace {

using namespace aside;

using model::Rect;

struct Mark {
  Rect box;
  double value = 0;
  double em = 0;
  bool percent = false;
};

// A number as axes print them: "1.000", "1,000", "0,5", "20%", "$40". Thousands and decimals are told by what makes the
// steps even, so both are tried.
std::optional<double> number_of(const std::string& text, bool point_is_decimal) {
  // Most words are none: told by their first letter, without a copy.
  const auto first = std::find_if(text.begin(), text.end(), [](char c) { return c != '$' && c != ' ' && c != '%'; });
  if (first == text.end() || (*first >= 'A' && *first <= 'Z') || (*first >= 'a' && *first <= 'z') ||
      static_cast<unsigned char>(*first) >= 0x80)
    return std::nullopt;
  std::string plain;
  for (const char c : text) {
    if (c == '%' || c == '$' || c == ' ') continue;
    if (c == (point_is_decimal ? ',' : '.')) continue;
    plain += c == ',' ? '.' : c;
  }
  if (plain.empty()) return std::nullopt;
  char* end = nullptr;
  const double value = std::strtod(plain.c_str(), &end);
  if (end != plain.c_str() + plain.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

// The numbers of one line, left to right.
std::vector<Mark> marks_of(const TextLine& line, bool point_is_decimal) {
  std::vector<Mark> marks;
  for (const Segment& segment : line.segments)
    for (const Piece& piece : segment.pieces) {
      if (is_year(piece.text)) continue;
      if (const auto value = number_of(piece.text, point_is_decimal))
        marks.push_back({piece.box, *value, piece.em, piece.text.back() == '%'});
    }
  return marks;
}

bool even(double a, double b) {
  return std::abs(a - b) <= even_marks.of(std::max(std::abs(a), std::abs(b)));
}

// Whether the numbers are the marks of a scale: multiples of their step.
bool multiples(double value, double step) {
  const double times = value / step;
  return std::abs(times - std::round(times)) < 1e-6 * std::max(1.0, std::abs(times));
}

// Runs of at least `least` marks, in the order given, whose values and places go on by one step; `at` tells the place.
template <typename At>
std::vector<std::vector<Mark>> even_runs(const std::vector<Mark>& marks, std::size_t least, At at) {
  std::vector<std::vector<Mark>> runs;
  for (std::size_t i = 0; i + 1 < marks.size();) {
    const double step = marks[i + 1].value - marks[i].value;
    const double distance = at(marks[i + 1]) - at(marks[i]);
    std::size_t j = i + 1;
    while (j + 1 < marks.size() && std::abs(marks[j + 1].value - marks[j].value - step) <= 1e-6 * std::abs(step) &&
           even(at(marks[j + 1]) - at(marks[j]), distance))
      ++j;
    if (step != 0 && distance > 0 && j - i + 1 >= least && multiples(marks[i].value, step))
      runs.emplace_back(marks.begin() + static_cast<std::ptrdiff_t>(i),
                        marks.begin() + static_cast<std::ptrdiff_t>(j) + 1);
    i = j;
  }
  return runs;
}

Rect box_of(const std::vector<Mark>& marks) {
  Rect box;
  for (const Mark& mark : marks) box = united(box, mark.box);
  return box;
}

// How far what is drawn beside a box reaches to both sides, or to the page's edges.
void widen(Rect& area, const model::Page& page, double em) {
  double x0 = area.x0, x1 = area.x1;
  const auto take = [&](const Rect& drawn) {
    if (overlap_y(drawn, area) <= 0 && !(drawn.y0 == drawn.y1 && drawn.y0 > area.y0 && drawn.y0 < area.y1)) return;
    if (drawn.x0 > area.x1 + 6 * em || drawn.x1 < area.x0 - 6 * em) {
      // A bar of its own: it counts when it lies to the side that the axis looks to.
      x1 = std::max(x1, drawn.x1);
      return;
    }
    x0 = std::min(x0, drawn.x0);
    x1 = std::max(x1, drawn.x1);
  };
  for (const model::Shade& shade : page.shades) take(shade.box);
  for (const model::Rule& rule : page.rules) take({rule.from.x, rule.from.y, rule.to.x, rule.to.y});
  for (const model::ImageBox& image : page.images) take(image.box);
  if (x1 - x0 < 4 * em) x0 = 0, x1 = page.width;
  area.x0 = x0 - em;
  area.x1 = x1 + em;
}

void add_upright(std::vector<Mark> marks, const model::Page& page, std::vector<Rect>& areas) {
  // Aligned at the right, at the left or in the middle.
  const auto edges = {+[](const Mark& m) { return m.box.x1; }, +[](const Mark& m) { return m.box.x0; },
                      +[](const Mark& m) { return m.box.center_x(); }};
  for (const auto edge : edges) {
    std::stable_sort(marks.begin(), marks.end(), [&](const Mark& a, const Mark& b) { return edge(a) < edge(b); });
    for (std::size_t i = 0; i < marks.size();) {
      std::size_t j = i + 1;
      while (j < marks.size() && edge(marks[j]) - edge(marks[j - 1]) <= aligned_marks.of(marks[i].em) &&
             edge(marks[j]) - edge(marks[i]) <= marks[i].em)
        ++j;
      std::vector<Mark> column(marks.begin() + static_cast<std::ptrdiff_t>(i),
                               marks.begin() + static_cast<std::ptrdiff_t>(j));
      std::stable_sort(column.begin(), column.end(),
                       [](const Mark& a, const Mark& b) { return a.box.center_y() < b.box.center_y(); });
      for (const auto& run : even_runs(column, upright_marks, [](const Mark& m) { return m.box.center_y(); })) {
        if (run[1].value > run[0].value) continue;  // running numbers go down the page
        Rect area = box_of(run);
        const double pitch = run[1].box.center_y() - run[0].box.center_y();
        area.y0 -= pitch;
        area.y1 += pitch / 2 + names_below.of(run[0].em);
        widen(area, page, run[0].em);
        areas.push_back(area);
      }
      i = j;
    }
  }
}

void add_lying(const std::vector<std::vector<Mark>>& lines, const model::Page& page, std::vector<Rect>& areas) {
  for (const std::vector<Mark>& marks : lines) {
    for (const auto& run : even_runs(marks, lying_marks, [](const Mark& m) { return m.box.center_x(); })) {
      if (run[0].value != 0 || run[1].value < 0) continue;
      // The bars stand above, as high as what is drawn over the axis.
      const Rect axis = box_of(run);
      Rect area = axis;
      const auto take = [&](const Rect& drawn) {
        if (drawn.y1 > axis.y1 + axis.height() || drawn.y0 >= axis.y0 ||
            overlap_x(drawn, axis) < over_axis.of(std::min(drawn.width(), axis.width())))
          return;
        if (drawn.y1 < axis.y0 - page.height / 2) return;
        area.y0 = std::min(area.y0, drawn.y0);
      };
      for (const model::Shade& shade : page.shades)
        if (shade.box.height() < page.height / 2) take(shade.box);
      area.x0 = 0;
      area.x1 = page.width;
      area.y1 += names_below.of(run[0].em);
      areas.push_back(area);
    }
  }
}

// A shade as a bar that lies (or, turned, stands): from where it begins to where it ends, and its place across.
struct Bar {
  Rect box;
  double base = 0, end = 0;  // along
  double from = 0, to = 0;   // across
};

// Runs of bars that begin on one line and end at different places.
std::vector<std::vector<Bar>> bar_runs(std::vector<Bar> bars) {
  std::stable_sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) { return a.base < b.base; });
  std::vector<std::vector<Bar>> runs;
  for (std::size_t i = 0; i < bars.size();) {
    std::size_t j = i;
    while (j < bars.size() && bars[j].base - bars[i].base <= same_end) ++j;
    std::vector<Bar> group(bars.begin() + static_cast<std::ptrdiff_t>(i),
                           bars.begin() + static_cast<std::ptrdiff_t>(j));
    i = j;
    std::stable_sort(group.begin(), group.end(), [](const Bar& a, const Bar& b) { return a.from < b.from; });
    std::vector<Bar> run;
    const auto close = [&] {
      std::size_t differing = 0;
      for (std::size_t k = 1; k < run.size(); ++k)
        differing += std::abs(run[k].end - run[k - 1].end) > same_end ? 1 : 0;
      if (run.size() >= least_bars && differing + 1 >= least_bars && differing * 3 >= (run.size() - 1) * 2)
        runs.push_back(run);
      run.clear();
    };
    for (const Bar& bar : group) {
      if (!run.empty()) {
        const double thick = run.back().to - run.back().from, own = bar.to - bar.from;
        if (bar.from < run.back().to - bars_touch || bar.from - run.back().to > bar_pitch.of(thick) ||
            std::abs(own - thick) > same_thickness.of(thick))
          close();
      }
      run.push_back(bar);
    }
    close();
  }
  return runs;
}

// Bars with their names on one side and their values at their ends: shades that lie behind no words.
void add_bars(const std::vector<TextLine>& lines, const model::Page& page, std::vector<Rect>& areas) {
  if (page.shades.size() < least_bars || page.shades.size() > most_shades) return;
  std::vector<Bar> lying, standing;
  for (const model::Shade& shade : page.shades) {
    const Rect& b = shade.box;
    const bool behind = std::any_of(lines.begin(), lines.end(), [&](const TextLine& line) {
      return line.box.y0 < b.y1 && line.box.y1 > b.y0 &&
             std::any_of(line.segments.begin(), line.segments.end(), [&](const Segment& s) {
               return s.box.center_x() > b.x0 && s.box.center_x() < b.x1 && s.box.center_y() > b.y0 &&
                      s.box.center_y() < b.y1;
             });
    });
    if (behind || b.empty()) continue;
    lying.push_back({b, b.x0, b.x1, b.y0, b.y1});
    standing.push_back({b, -b.y1, -b.y0, b.x0, b.x1});
  }
  for (const std::vector<Bar>* bars : {&lying, &standing})
    for (const std::vector<Bar>& run : bar_runs(*bars)) {
      Rect area;
      for (const Bar& bar : run) area = united(area, bar.box);
      const Rect drawn = area;
      const double em = lines.empty() ? 0 : lines.front().em;
      const Rect near{drawn.x0 - bar_text.of(em), drawn.y0 - bar_text.of(em), drawn.x1 + bar_text.of(em),
                      drawn.y1 + bar_text.of(em)};
      for (const TextLine& line : lines)
        for (const Segment& s : line.segments) {
          // Beside a bar, or under the foot (over the head) of one that stands.
          const bool beside = bars == &lying ? s.box.center_y() > drawn.y0 && s.box.center_y() < drawn.y1
                                             : s.box.center_x() > drawn.x0 && s.box.center_x() < drawn.x1;
          if (beside && overlap_x(s.box, near) > 0 && overlap_y(s.box, near) > 0) area = united(area, s.box);
        }
      areas.push_back(area);
    }
}

}  // namespace

std::vector<Rect> chart_areas(const std::vector<TextLine>& lines, const model::Page& page) {
  std::vector<Rect> areas;
  for (const bool point_is_decimal : {false, true}) {
    std::vector<std::vector<Mark>> marks;
    std::vector<Mark> all;
    for (const TextLine& line : lines) {
      marks.push_back(marks_of(line, point_is_decimal));
      all.insert(all.end(), marks.back().begin(), marks.back().end());
    }
    add_upright(std::move(all), page, areas);
    add_lying(marks, page, areas);
  }
  return areas;
}

std::vector<Rect> bar_areas(const std::vector<TextLine>& lines, const model::Page& page) {
  std::vector<Rect> areas;
  add_bars(lines, page, areas);
  return areas;
}

std::vector<Rect> chart_areas(const model::Page& page, const std::vector<int>& words) {
  std::vector<Rect> leaders;
  return chart_areas(lines_of(pieces_of(page, words, leaders), leaders, {}, kColumnGap), page);
}

bool stands_on_bars(const PageTable& table, const model::Page& page) {
  // The innermost shade under the first word of each figure, by column.
  int figures = 0, on_shades = 0;
  std::vector<std::vector<Rect>> under(static_cast<std::size_t>(std::max(table.columns(), 0)));
  for (const PageCell& cell : table.cells) {
    if (cell.words.empty() || cell.column == 0) continue;
    ++figures;
    const Rect& word = page.words[static_cast<std::size_t>(cell.words.front())].box;
    const Rect* innermost = nullptr;
    for (const model::Shade& shade : page.shades)
      if (shade.box.contains({word.center_x(), word.center_y()}) &&
          (innermost == nullptr || shade.box.area() < innermost->area()))
        innermost = &shade.box;
    on_shades += innermost != nullptr ? 1 : 0;
    if (innermost != nullptr) under[static_cast<std::size_t>(cell.column)].push_back(*innermost);
  }
  int differing = 0, alike = 0;
  for (const std::vector<Rect>& column : under)
    for (std::size_t k = 1; k < column.size(); ++k) {
      const bool same =
          std::abs(column[k].x0 - column[k - 1].x0) < same_end && std::abs(column[k].x1 - column[k - 1].x1) < same_end;
      (same ? alike : differing) += 1;
    }
  return differing >= 2 && differing > 2 * alike && on_shades * 3 >= figures * 2;
}

bool mostly_empty(const PageTable& table) {
  const auto empty =
      std::count_if(table.cells.begin(), table.cells.end(), [](const PageCell& c) { return c.words.empty(); });
  return static_cast<std::size_t>(empty) * 2 > table.cells.size();
}

bool is_chart(const PageTable& ruled, const std::vector<Rect>& areas) {
  if (!mostly_empty(ruled)) return false;
  const model::Point middle{ruled.box.center_x(), ruled.box.center_y()};
  return std::any_of(areas.begin(), areas.end(), [&](const Rect& area) { return area.contains(middle); });
}

}  // namespace cotejo::tables
