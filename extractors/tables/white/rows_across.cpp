#include "extractors/tables/white/rows_across.h"

#include <algorithm>
#include <cstddef>

#include "extractors/tables/white/tolerances.h"

namespace cotejo::tables {
namespace {

using namespace white;

using model::Rule;

// The upright rules that may part column `c` from the next one: between their texts.
std::vector<const Rule*> uprights_behind(std::size_t c, const std::vector<Column>& columns,
                                         const std::vector<Rule>& rules, double em) {
  const double reach = touch.of(em);
  std::vector<const Rule*> found;
  for (const Rule& rule : rules)
    if (!rule.horizontal() && rule.from.x > columns[c].x1 - reach && rule.from.x < columns[c + 1].x0 + reach)
      found.push_back(&rule);
  return found;
}

bool crosses(const std::vector<const Rule*>& uprights, const PlacedLine& line) {
  const double y = line.line->middle;
  return std::any_of(uprights.begin(), uprights.end(),
                     [&](const Rule* rule) { return rule->from.y < y && rule->to.y > y; });
}

}  // namespace

std::vector<bool> rows_across(const std::vector<PlacedLine>& lines, const std::vector<std::pair<int, int>>& rows,
                              const std::vector<Column>& columns, const std::vector<Rule>& rules) {
  std::vector<bool> across(rows.size(), false);
  if (rows.empty() || std::none_of(rules.begin(), rules.end(), [](const Rule& rule) { return !rule.horizontal(); }))
    return across;
  std::vector<std::vector<const Rule*>> borders;
  for (std::size_t c = 0; c + 1 < columns.size(); ++c)
    borders.push_back(uprights_behind(c, columns, rules, lines.front().line->em));
  const auto crossed = [&](const std::pair<int, int>& row, const std::vector<const Rule*>& border) {
    return std::any_of(lines.begin() + row.first, lines.begin() + row.second + 1,
                       [&](const PlacedLine& line) { return crosses(border, line); });
  };
  for (const auto& border : borders) {
    const auto parted = std::count_if(rows.begin(), rows.end(), [&](const auto& row) { return crossed(row, border); });
    if (static_cast<double>(parted) < parted_rows.of(static_cast<double>(rows.size()))) return across;
  }
  for (std::size_t r = 0; r < rows.size(); ++r)
    across[r] =
        std::all_of(lines.begin() + rows[r].first, lines.begin() + rows[r].second + 1,
                    [](const PlacedLine& line) {
                      return line.slots.size() == 1 && line.slots.front().first == 0 &&
                             !is_value(line.slots.front().segment.text());
                    }) &&
        std::none_of(borders.begin(), borders.end(), [&](const auto& border) { return crossed(rows[r], border); });
  return across;
}

}  // namespace cotejo::tables
