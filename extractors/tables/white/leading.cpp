#include "extractors/tables/white/leading.h"

#include <algorithm>
#include <cstddef>

#include "extractors/tables/white/tolerances.h"

namespace cotejo::tables {
namespace {

using namespace white;

// What stands in the column on each line that has something there; a label may run over the columns behind it.
std::vector<std::size_t> lines_in(const std::vector<PlacedLine>& lines, int column) {
  std::vector<std::size_t> found;
  for (std::size_t l = 0; l < lines.size(); ++l)
    if (std::any_of(lines[l].slots.begin(), lines[l].slots.end(), [&](const Slot& s) { return s.first == column; }))
      found.push_back(l);
  return found;
}

// The lines of the column of text that has most of them.
std::vector<std::size_t> label_lines(const std::vector<PlacedLine>& lines, const std::vector<bool>& values) {
  std::vector<std::size_t> most;
  for (std::size_t c = 0; c < values.size(); ++c) {
    if (values[c]) continue;
    std::vector<std::size_t> found = lines_in(lines, static_cast<int>(c));
    if (found.size() > most.size()) most = std::move(found);
  }
  return most;
}

// The heights at which the labels stand farther apart than their own lines do.
std::vector<double> borders_of(const std::vector<PlacedLine>& lines, const std::vector<std::size_t>& labels) {
  const auto distance = [&](std::size_t i) {
    return lines[labels[i]].line->middle - lines[labels[i - 1]].line->middle;
  };
  double nearest = 0;
  for (std::size_t i = 1; i < labels.size(); ++i)
    if (distance(i) >= least_leading.of(lines[labels[i]].line->em) && (nearest == 0 || distance(i) < nearest))
      nearest = distance(i);
  std::vector<double> borders;
  for (std::size_t i = 1; i < labels.size(); ++i) {
    const TextLine& above = *lines[labels[i - 1]].line;
    if (distance(i) > nearest + std::max<double>(beyond_leading.of(above.em), least_beyond))
      borders.push_back(above.middle + distance(i) / 2);
  }
  return borders;
}

// Marks the columns that the line has figures in; false where one of them has some already.
bool add_figures(const PlacedLine& line, const std::vector<bool>& values, std::vector<bool>& figures) {
  for (const Slot& slot : line.slots) {
    const auto column = static_cast<std::size_t>(slot.first);
    if (slot.first != slot.last || !values[column] || !is_value(slot.segment.text())) continue;
    if (figures[column]) return false;
    figures[column] = true;
  }
  return true;
}

}  // namespace

std::vector<std::pair<int, int>> rows_by_leading(const std::vector<PlacedLine>& lines, const std::vector<bool>& values,
                                                 const std::vector<bool>& anchors) {
  const std::vector<std::size_t> labels = label_lines(lines, values);
  if (labels.size() < 3) return {};
  const std::vector<double> borders = borders_of(lines, labels);
  std::vector<std::pair<int, int>> rows;
  std::vector<bool> figures(values.size(), false);  // of the row, by column
  std::size_t border = 0;
  int wrapped = 0, with_figures = 0;  // rows of several lines; rows that have figures
  const auto close = [&] {
    if (rows.empty()) return;
    wrapped += rows.back().second > rows.back().first ? 1 : 0;
    with_figures += std::find(figures.begin(), figures.end(), true) != figures.end() ? 1 : 0;
    figures.assign(values.size(), false);
  };
  for (std::size_t l = 0; l < lines.size(); ++l) {
    bool begins = rows.empty();
    for (; border < borders.size() && borders[border] < lines[l].line->middle; ++border) begins = true;
    if (begins) {
      close();
      rows.emplace_back(static_cast<int>(l), static_cast<int>(l));
    }
    rows.back().second = static_cast<int>(l);
    if (anchors[l] && !add_figures(lines[l], values, figures)) return {};
  }
  close();
  return wrapped > 0 && most_rows.of(static_cast<double>(rows.size())) <= with_figures
             ? rows
             : std::vector<std::pair<int, int>>{};
}

}  // namespace cotejo::tables
