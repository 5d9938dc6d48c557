#include "extractors/tables/white/head_groups.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "base/digits.h"
#include "base/letters.h"
#include "extractors/tables/white/tolerances.h"

namespace cotejo::tables {
namespace {

using namespace white;

bool starts_with_digit(const std::string& text) {
  return !text.empty() && base::is_digit(text[0]);
}

bool aligned(const model::Rect& a, const model::Rect& b, double em) {
  return std::abs(a.x0 - b.x0) < aligned_head.of(em) || std::abs(a.x1 - b.x1) < aligned_head.of(em) ||
         std::abs(a.center_x() - b.center_x()) < aligned_head.of(em);
}

class Groups {
 public:
  Groups(const std::vector<PlacedLine>& lines, std::size_t at, const std::vector<Column>& columns)
      : lines_(lines), at_(at), columns_(columns) {}

  // The slots from … to of the line over the columns first … last, divided among them; false when they do not fit.
  bool divide(std::size_t from, std::size_t to, int first, int last,
              std::vector<std::optional<std::pair<int, int>>>& out) const {
    const std::size_t m = to - from + 1;
    const auto k = static_cast<std::size_t>(last - first + 1);
    if (k < m + 1) return false;
    constexpr double never = std::numeric_limits<double>::max();
    // best[i][j]: the first i slots over the first j columns.
    std::vector<std::vector<double>> best(m + 1, std::vector<double>(k + 1, never));
    std::vector<std::vector<std::size_t>> begin(m + 1, std::vector<std::size_t>(k + 1, 0));
    const double skip = skipped_column.of(lines_[at_].line->em);
    for (std::size_t j = 0; j <= k; ++j) best[0][j] = skip * static_cast<double>(j);
    for (std::size_t i = 1; i <= m; ++i)
      for (std::size_t j = i; j <= k; ++j) {
        if (best[i][j - 1] != never) best[i][j] = best[i][j - 1] + skip, begin[i][j] = j;
        for (std::size_t b = i - 1; b < j; ++b) {
          if (best[i - 1][b] == never) continue;
          const double off = distance(from + i - 1, first + static_cast<int>(b), first + static_cast<int>(j) - 1);
          if (off == never || best[i - 1][b] + off >= best[i][j]) continue;
          best[i][j] = best[i - 1][b] + off;
          begin[i][j] = b;
        }
      }
    if (best[m][k] == never) return false;
    std::size_t end = k;
    for (std::size_t i = m; i >= 1; --i) {
      while (begin[i][end] == end) --end;
      const std::size_t b = begin[i][end];
      if (end - b >= 2) out[from + i - 1] = {first + static_cast<int>(b), first + static_cast<int>(end) - 1};
      end = b;
    }
    return true;
  }

 private:
  const std::vector<PlacedLine>& lines_;
  std::size_t at_;
  const std::vector<Column>& columns_;

  [[nodiscard]] const Column& column(int c) const { return columns_[static_cast<std::size_t>(c)]; }

  // How far slot `s` stands off the middle of columns a … b; never when too far.
  [[nodiscard]] double distance(std::size_t s, int a, int b) const {
    const Slot& slot = lines_[at_].slots[s];
    const double em = slot.segment.pieces.front().em;
    const double middle = slot.segment.box.center_x();
    // What bounds the columns lies somewhere between their ink and that of their neighbours: figures set to one side of
    // a wide column leave its other side white.
    const bool last = b + 1 == static_cast<int>(columns_.size());
    const double right = last ? column(b).x1 : column(b + 1).x0;
    const double lowest = (column(a - 1).x1 + column(b).x1) / 2, highest = (column(a).x0 + right) / 2;
    const double ink = std::abs(middle - (column(a).x0 + column(b).x1) / 2);
    const double off = std::max({0.0, lowest - middle, middle - highest}) + ink_share.of(ink);
    const double reach = std::max(group_off_middle.of(em), off_width.of(column(b).x1 - column(a).x0));
    if (off > reach || middle < column(a).x0 - em || middle > column(b).x1 + em)
      return std::numeric_limits<double>::max();
    return off + (a == b ? single_head.of(em) : 0);
  }
};

}  // namespace

std::vector<std::optional<std::pair<int, int>>> head_groups(const std::vector<PlacedLine>& lines, std::size_t at,
                                                            const std::vector<Column>& columns,
                                                            const std::vector<char>& named_above) {
  const std::vector<Slot>& slots = lines[at].slots;
  std::vector<std::optional<std::pair<int, int>>> out(slots.size());
  const auto count = static_cast<int>(columns.size());
  if (at + 1 >= lines.size()) return out;
  const double em = lines[at].line->em;
  const auto below = [&](int c) -> const PlacedLine* {
    for (std::size_t l = at + 1; l < lines.size(); ++l)
      if (lines[l].in_column(c) != nullptr) return &lines[l];
    return nullptr;
  };
  // What stands next below a slot in its column, as near as the second line of one head.
  const auto rest_of = [&](const Slot& slot) -> const Slot* {
    const PlacedLine* line = slot.first == slot.last ? below(slot.first) : nullptr;
    if (line == nullptr || line->line->middle - lines[at].line->middle > level_distance.of(em)) return nullptr;
    const Slot* rest = line->in_column(slot.first);
    return aligned(slot.segment.box, rest->segment.box, em) ? rest : nullptr;
  };
  // Columns named below, and not yet above.
  std::vector<char> named(columns.size(), 0);
  for (int c = 1; c < count; ++c) {
    named[static_cast<std::size_t>(c)] = below(c) != nullptr && named_above[static_cast<std::size_t>(c)] == 0 ? 1 : 0;
  }
  // A head whose second line begins with a small letter is no group's; that of the labels says nothing.
  const auto wraps = [&](const Slot& slot) {
    const Slot* rest = slot.first > 0 ? rest_of(slot) : nullptr;
    return rest != nullptr && base::starts_small(rest->segment.text());
  };
  if (std::any_of(slots.begin(), slots.end(), wraps)) return out;
  // Names that come again ("2001 2002 2001 2002") share the columns out evenly among the heads above them.
  const auto name_below = [&](int c) { return below(c)->in_column(c)->segment.text(); };
  const auto evenly = [&](std::size_t from, std::size_t to, int first, int last) {
    const int heads = static_cast<int>(to - from), all = last - first + 1;
    const int each = heads > 1 ? all / heads : 0;
    if (each < 2 || each * heads != all) return false;
    for (int c = first; c + each <= last; ++c)
      if (name_below(c) != name_below(c + each)) return false;
    for (int h = 0; h < heads; ++h) {
      const double middle = slots[from + static_cast<std::size_t>(h)].segment.box.center_x();
      const Column& begin = columns[static_cast<std::size_t>(first + h * each)];
      const Column& end = columns[static_cast<std::size_t>(first + (h + 1) * each - 1)];
      if (middle < begin.x0 - em || middle > end.x1 + em) return false;
    }
    for (int h = 0; h < heads; ++h)
      out[from + static_cast<std::size_t>(h)] = {first + h * each, first + (h + 1) * each - 1};
    return true;
  };
  const Groups groups(lines, at, columns);
  for (int first = 1; first < count;) {
    if (named[static_cast<std::size_t>(first)] == 0) {
      ++first;
      continue;
    }
    int last = first;
    while (last + 1 < count && named[static_cast<std::size_t>(last) + 1] != 0) ++last;
    std::size_t from = 0;
    while (from < slots.size() && slots[from].last < first) ++from;
    std::size_t to = from;
    while (to < slots.size() && slots[to].first <= last) ++to;
    if (to > from && slots[from].first >= first && slots[to - 1].last <= last) {
      // One head over the middle one of three may be its first line.
      const Slot* rest = rest_of(slots[from]);
      const bool doubtful =
          to - from == 1 && last - first == 2 && rest != nullptr && !starts_with_digit(rest->segment.text());
      if (!doubtful && !evenly(from, to, first, last)) groups.divide(from, to - 1, first, last, out);
    }
    first = last + 1;
  }
  return out;
}

}  // namespace cotejo::tables
