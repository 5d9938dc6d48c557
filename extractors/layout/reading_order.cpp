#include "extractors/layout/reading_order.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/median.h"
#include "extractors/layout/tolerances.h"

namespace cotejo::layout {

namespace {

using model::Rect;

struct Row {
  std::vector<Line> pieces;  // from left to right
  Rect box;
};

std::vector<Row> rows_of(const std::vector<Line>& lines) {
  std::vector<Row> rows;
  for (const Line& line : lines) {
    const bool same =
        !rows.empty() && rows.back().pieces.back().rotation == line.rotation && line.box.x0 >= rows.back().box.x1 &&
        overlap_y(rows.back().box, line.box) > 0.5 * std::min(rows.back().box.height(), line.box.height());
    if (!same) rows.push_back({{}, line.box});
    rows.back().pieces.push_back(line);
    rows.back().box = united(rows.back().box, line.box);
  }
  return rows;
}

// The pieces of a row as one line, parted only where the text changes its size, or where titles stand apart.
void read_row(std::vector<Line>&& pieces, std::vector<Line>& out) {
  const auto alike = [](double a, double b) { return std::abs(a - b) <= other_size.of(std::max(a, b)); };
  const auto apart = [](const Line& a, const Line& b) {
    return a.bold && b.bold && b.box.x0 - a.box.x1 > titles_apart.of(std::max(a.font_size, b.font_size));
  };
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i == 0 || !alike(pieces[i - 1].font_size, pieces[i].font_size) || apart(out.back(), pieces[i])) {
      out.push_back(std::move(pieces[i]));
      continue;
    }
    Line& line = out.back();
    line.words.insert(line.words.end(), pieces[i].words.begin(), pieces[i].words.end());
    line.box = united(line.box, pieces[i].box);
    line.bold = line.bold && pieces[i].bold;
    line.font_size = std::max(line.font_size, pieces[i].font_size);
  }
}

struct Gutter {
  double x0 = 0, x1 = 0;
  std::size_t end = 0;  // one past the last row
};

// The longest run of rows from `start` that leaves a strip free, with columns of prose on both sides; end == start if
// none.
Gutter gutter_from(const std::vector<Row>& rows, std::size_t start) {
  Gutter best;
  best.end = start;
  for (std::size_t gap = 0; gap + 1 < rows[start].pieces.size(); ++gap) {
    double x0 = rows[start].pieces[gap].box.x1, x1 = rows[start].pieces[gap + 1].box.x0;
    int both = 0;
    std::vector<double> left, right;
    std::size_t end = start;
    for (; end < rows.size(); ++end) {
      const Row& row = rows[end];
      const double size = row.pieces.front().font_size;
      if (end > start && row.box.y0 - rows[end - 1].box.y1 > row_distance.of(size)) break;
      // What the row leaves free around the strip so far.
      double a = -1e9, b = 1e9;
      bool crosses = false, on_left = false, on_right = false;
      for (const Line& piece : row.pieces) {
        const double middle = (x0 + x1) / 2;
        if (piece.box.x1 <= x1 && piece.box.center_x() < middle) {
          a = std::max(a, piece.box.x1);
          on_left = true;
          left.push_back(piece.box.width() / size);
        } else if (piece.box.x0 >= x0) {
          b = std::min(b, piece.box.x0);
          on_right = true;
          right.push_back(piece.box.width() / size);
        } else {
          crosses = true;
        }
      }
      const double nx0 = std::max(x0, a), nx1 = std::min(x1, b);
      if (crosses || nx1 - nx0 < least_gutter.of(size)) break;
      x0 = nx0;
      x1 = nx1;
      if (on_left && on_right) ++both;
    }
    const auto middle_of = [](const std::vector<double>& widths) {
      return widths.empty() ? 0.0 : base::median(widths);
    };
    if (both >= column_rows && middle_of(left) >= column_width.value && middle_of(right) >= column_width.value &&
        end > best.end)
      best = {x0, x1, end};
  }
  return best;
}

void read_rows(std::vector<Row>&& rows, std::vector<Line>& out) {
  for (std::size_t i = 0; i < rows.size();) {
    const Gutter gutter = gutter_from(rows, i);
    if (gutter.end == i) {
      read_row(std::move(rows[i].pieces), out);
      ++i;
      continue;
    }
    std::vector<Line> left, right;
    for (; i < gutter.end; ++i)
      for (Line& piece : rows[i].pieces)
        (piece.box.center_x() < (gutter.x0 + gutter.x1) / 2 ? left : right).push_back(std::move(piece));
    read_rows(rows_of(left), out);
    read_rows(rows_of(right), out);
  }
}

}  // namespace

std::vector<Line> in_reading_order(const std::vector<Line>& lines) {
  std::vector<Line> out;
  read_rows(rows_of(lines), out);
  return out;
}

}  // namespace cotejo::layout
