#include "extractors/tables/white/leading.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "extractors/tables/lines/cut_value.h"
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

// From line to line where the labels stand nearest, points; 0 where there are too few.
double leading_of(const std::vector<PlacedLine>& lines, const std::vector<std::size_t>& labels) {
  double nearest = 0;
  for (std::size_t i = 1; i < labels.size(); ++i) {
    const double distance = lines[labels[i]].line->middle - lines[labels[i - 1]].line->middle;
    if (distance >= least_leading.of(lines[labels[i]].line->em) && (nearest == 0 || distance < nearest))
      nearest = distance;
  }
  return nearest;
}

// Whether two lines stand farther apart than those of one label.
bool beyond(const TextLine& above, const TextLine& below, double leading) {
  return below.middle - above.middle > leading + std::max<double>(beyond_leading.of(above.em), least_beyond);
}

// The heights at which the labels stand farther apart than their own lines do.
std::vector<double> borders_of(const std::vector<PlacedLine>& lines, const std::vector<std::size_t>& labels,
                               double leading) {
  std::vector<double> borders;
  for (std::size_t i = 1; i < labels.size(); ++i) {
    const TextLine &above = *lines[labels[i - 1]].line, &below = *lines[labels[i]].line;
    if (beyond(above, below, leading)) borders.push_back((above.middle + below.middle) / 2);
  }
  return borders;
}

// The figures of a row, by column.
using Figures = std::vector<std::string>;

// Adds those of the line; false where a column has one already.
bool add_figures(const PlacedLine& line, const std::vector<bool>& values, Figures& figures) {
  for (const Slot& slot : line.slots) {
    const auto column = static_cast<std::size_t>(slot.first);
    std::string text = slot.segment.text();
    if (slot.first != slot.last || !values[column] || !is_value(text)) continue;
    if (!figures[column].empty() && !is_rest_of_value(figures[column], text)) return false;
    figures[column] = std::move(text);
  }
  return true;
}

}  // namespace

std::vector<std::pair<int, int>> rows_by_leading(const std::vector<PlacedLine>& lines, const std::vector<bool>& values,
                                                 const std::vector<bool>& anchors) {
  const std::vector<std::size_t> labels = label_lines(lines, values);
  if (labels.size() < 3) return {};
  const double leading = leading_of(lines, labels);
  const std::vector<double> borders = borders_of(lines, labels, leading);
  std::vector<std::pair<int, int>> rows;
  Figures figures(values.size());
  std::size_t border = 0;
  int wrapped = 0, with_figures = 0;  // rows of several lines; rows that have figures
  const auto close = [&] {
    if (rows.empty()) return;
    wrapped += rows.back().second > rows.back().first ? 1 : 0;
    with_figures +=
        std::any_of(figures.begin(), figures.end(), [](const std::string& figure) { return !figure.empty(); }) ? 1 : 0;
    figures.assign(values.size(), "");
  };
  const auto begin = [&](std::size_t l) {
    close();
    rows.emplace_back(static_cast<int>(l), static_cast<int>(l));
  };
  for (std::size_t l = 0; l < lines.size(); ++l) {
    bool begins = rows.empty();
    for (; border < borders.size() && borders[border] < lines[l].line->middle; ++border) begins = true;
    if (begins) begin(l);
    rows.back().second = static_cast<int>(l);
    if (!anchors[l] || add_figures(lines[l], values, figures)) continue;
    // A total has no label where the others have theirs.
    if (begins || std::binary_search(labels.begin(), labels.end(), l) ||
        !beyond(*lines[l - 1].line, *lines[l].line, leading))
      return {};
    rows.back().second = static_cast<int>(l) - 1;
    begin(l);
    add_figures(lines[l], values, figures);
  }
  close();
  return wrapped > 0 && most_rows.of(static_cast<double>(rows.size())) <= with_figures
             ? rows
             : std::vector<std::pair<int, int>>{};
}

double row_distance(const std::vector<PlacedLine>& lines) {
  std::vector<double> distances;
  for (std::size_t l = 0; l + 1 < lines.size(); ++l)
    distances.push_back(lines[l + 1].line->middle - lines[l].line->middle);
  std::sort(distances.begin(), distances.end());
  double widest = 1 / nearer.value, found = 0;
  for (std::size_t i = 0; i + 1 < distances.size(); ++i)
    if (distances[i + 1] > widest * distances[i]) widest = distances[i + 1] / distances[i], found = distances[i + 1];
  return found;
}

}  // namespace cotejo::tables
