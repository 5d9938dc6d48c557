#include "extractors/tables/areas/zones.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "base/letters.h"
#include "base/median.h"
#include "extractors/tables/areas/tolerances.h"
#include "extractors/tables/areas/zone_rules.h"
#include "extractors/tables/aside/prose.h"
#include "extractors/tables/lines/tolerances.h"

namespace cotejo::tables {
namespace {

using namespace areas;

using model::Rect;
using model::Rule;

// A segment and the line of the page that it stands on.
struct Part {
  const Segment* segment = nullptr;
  double baseline = 0, em = 0;
};

// The segments of one height, left to right.
struct Row {
  std::vector<Part> parts;
  double y0 = 0, y1 = 0, middle = 0, em = 0;
};

double baseline_of(const Segment& segment) {
  const Piece& piece = segment.pieces.front();
  return piece.box.y1 - below_baseline.of(piece.em);
}

std::vector<Row> rows_of(const std::vector<TextLine>& lines) {
  std::vector<Row> rows;
  for (const TextLine& line : lines) {
    Row row{{}, line.box.y0, line.box.y1, line.middle, line.em};
    for (const Segment& segment : line.segments)
      row.parts.push_back({&segment, baseline_of(segment), segment.pieces.front().em});
    rows.push_back(std::move(row));
  }
  return rows;
}

// Places where a gutter may run: beside edges that several segments share, or several rules.
std::vector<double> candidates(const std::vector<Row>& rows, const std::vector<Rule>& rules) {
  std::vector<double> starts, ends, found;
  double em = 0;
  for (const Row& row : rows)
    for (const Part& part : row.parts) {
      starts.push_back(part.segment->box.x0);
      ends.push_back(part.segment->box.x1);
      em = std::max(em, std::min<double>(part.em, large_text));
    }
  const auto gather = [&](std::vector<double>& edges, double off, std::size_t least) {
    std::sort(edges.begin(), edges.end());
    for (std::size_t i = 0; i < edges.size();) {
      std::size_t j = i;
      while (j < edges.size() && edges[j] - edges[i] <= same_edge) ++j;
      if (j - i >= least) found.push_back((off > 0 ? edges[j - 1] : edges[i]) + off);
      i = j;
    }
  };
  gather(starts, -beside_edge.of(em), least_edges);
  gather(ends, beside_edge.of(em), least_edges);
  starts.clear();
  ends.clear();
  for (const Rule& rule : rules)
    if (rule.horizontal()) starts.push_back(rule.from.x), ends.push_back(rule.to.x);
  gather(starts, -beside_edge.of(em), rule_ends);
  gather(ends, beside_edge.of(em), rule_ends);
  return found;
}

// Rows of the page between which nothing crosses the gutter and no wide white lies.
struct Band {
  std::size_t first = 0, last = 0;  // rows, inclusive
  double left_end = 0, right_begin = 0;
  bool independent = false;
  int shared = 0;   // rows whose two sides stand on one baseline
  int shorter = 0;  // lines of the side that has fewer, where the two stand beside each other
  // Whether the two sides share no more baselines than by chance.
  [[nodiscard]] bool apart() const { return shared < 2 || shared <= by_chance.of(shorter); }
};

struct Side {
  int lines = 0;
  int several = 0;     // lines of two segments or more
  int going_on = 0;    // of the lines of running text, those that begin in the middle of a sentence
  int prose = 0;       // lines of running text
  int labelled = 0;    // lines that begin with something else than a figure
  double filled = 0;   // part of the lines of running text that reach the right margin
  bool total = false;  // one of its last lines is that of a total
  Rect box;
};

Side side_of(const std::vector<Row>& rows, const Band& band, double x, bool left, const std::vector<Rule>& rules) {
  Side side;
  std::vector<TextLine> lines;
  for (std::size_t r = band.first; r <= band.last; ++r) {
    TextLine line;
    for (const Part& part : rows[r].parts)
      if ((part.segment->box.center_x() < x) == left) line.segments.push_back(*part.segment);
    if (line.segments.empty()) continue;
    measure(line);
    side.box = united(side.box, line.box);
    ++side.lines;
    side.several += line.segments.size() >= 2 ? 1 : 0;
    // A code may stand before the label.
    side.labelled += std::any_of(line.segments.begin(),
                                 line.segments.begin() + std::min<std::ptrdiff_t>(2, std::ssize(line.segments)),
                                 [](const Segment& s) { return !is_value(s.text()); });
    lines.push_back(std::move(line));
  }
  for (std::size_t l = lines.size() - std::min(lines.size(), lines_of_total); l < lines.size(); ++l)
    side.total = side.total || names_total(lines[l].segments.front().text());
  mark_prose(lines, rules);
  int full = 0;
  for (const TextLine& line : lines) {
    if (!std::all_of(line.segments.begin(), line.segments.end(), [](const Segment& s) { return s.aside; })) continue;
    ++side.prose;
    side.going_on += base::starts_small(line.segments.front().text()) ? 1 : 0;
    full += line.box.x1 >= side.box.x1 - ragged.of(side.box.width()) ? 1 : 0;
  }
  side.filled = side.prose > 0 ? static_cast<double>(full) / side.prose : 0;
  return side;
}

bool is_prose(const Side& side) {
  const double part = side.prose >= 2 * long_prose ? long_part.value : mostly_prose.value;
  return side.prose >= least_lines && side.prose >= part * side.lines && side.filled >= filled_lines.value &&
         side.going_on >= lines::goes_on.of(side.prose);
}

bool is_tabular(const Side& side) {
  // Captions and notes stand among the rows.
  return side.several >= least_lines - 1 && side.several * 3 >= side.lines;
}

bool on_left(const Part& part, double x) {
  return part.segment->box.center_x() < x;
}

// Whether each side has a caption of its own, at about one height.
bool captions_abreast(const std::vector<Row>& rows, const Band& band, double x) {
  double at[2] = {-1, -1};
  for (std::size_t r = band.first; r <= band.last; ++r) {
    std::string text[2];
    for (const Part& part : rows[r].parts) {
      std::string& own = text[on_left(part, x) ? 0 : 1];
      own += (own.empty() ? "" : " ") + part.segment->text();
    }
    for (int side = 0; side < 2; ++side)
      if (at[side] < 0 && is_caption(text[side])) at[side] = rows[r].middle;
    if (at[0] >= 0 && at[1] >= 0) return std::abs(at[0] - at[1]) < captions_apart.of(rows[r].em);
  }
  return false;
}

// Judges whether the two sides of a band have nothing to do with each other.
void judge(Band& band, const std::vector<Row>& rows, double x, const std::vector<Rule>& rules) {
  double em = 0;
  std::vector<double> offsets;  // between the baselines of the two sides, in text sizes
  std::ptrdiff_t first[2] = {-1, -1}, last[2] = {-1, -1};
  band.left_end = -1e9;
  band.right_begin = 1e9;
  for (std::size_t r = band.first; r <= band.last; ++r) {
    const Part* sides[2] = {nullptr, nullptr};  // nearest to the gutter
    for (const Part& part : rows[r].parts) {
      const int s = on_left(part, x) ? 0 : 1;
      if (s == 0 || sides[1] == nullptr) sides[s] = &part;
      em = std::max(em, std::min(part.em, rows[r].em));
      if (first[s] < 0) first[s] = static_cast<std::ptrdiff_t>(r);
      last[s] = static_cast<std::ptrdiff_t>(r);
      if (s == 0)
        band.left_end = std::max(band.left_end, part.segment->box.x1);
      else
        band.right_begin = std::min(band.right_begin, part.segment->box.x0);
    }
    if (sides[0] != nullptr && sides[1] != nullptr)
      offsets.push_back((sides[0]->baseline - sides[1]->baseline) / std::max(sides[0]->em, sides[1]->em));
  }
  // Type of another face may stand a little higher in all rows alike.
  if (!offsets.empty()) {
    const double usual = base::median(offsets);
    band.shared = static_cast<int>(std::count_if(
        offsets.begin(), offsets.end(), [&](double offset) { return std::abs(offset - usual) < same_baseline.value; }));
  }
  if (first[0] < 0 || first[1] < 0 || band.right_begin - band.left_end < gutter.of(em)) return;
  const auto from = static_cast<std::size_t>(std::max(first[0], first[1]));
  const auto to = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, std::min(last[0], last[1])));
  int count[2] = {0, 0};
  for (std::size_t r = from; r <= to; ++r) {
    bool in[2] = {false, false};
    for (const Part& part : rows[r].parts) in[on_left(part, x) ? 0 : 1] = true;
    for (int s = 0; s < 2; ++s) count[s] += in[s] ? 1 : 0;
  }
  const int shorter = band.shorter = std::min(count[0], count[1]);
  if (shorter >= few_lines && captions_abreast(rows, band, x)) {
    band.independent = true;
    return;
  }
  if (shorter < least_lines) return;
  const Side left = side_of(rows, band, x, true, rules), right = side_of(rows, band, x, false, rules);
  const bool prose_left = is_prose(left), prose_right = is_prose(right);
  if (band.shared <= by_chance.of(shorter)) {
    band.independent = prose_left || prose_right || (is_tabular(left) && is_tabular(right));
  } else if (band.shared <= by_chance_beside_prose.of(shorter)) {
    band.independent = prose_left || prose_right;
  } else {
    const bool long_left = prose_left && left.prose >= long_prose,
               long_right = prose_right && right.prose >= long_prose;
    band.independent =
        (long_left && (prose_right || is_tabular(right))) || (long_right && (prose_left || is_tabular(left)));
  }
  const double reach = 2 * em;
  if (!band.independent && is_tabular(left) && is_tabular(right) && right.labelled * 2 > right.lines)
    band.independent =
        (left.total && right.total) || parted_by_rules(left.box, right.box, {band.left_end, band.right_begin, x}, rules,
                                                       rows[band.first].y0 - reach, rows[band.last].y1 + reach, em);
}

std::vector<std::vector<Band>> runs_at(double x, const std::vector<Row>& rows, const std::vector<double>& crossing) {
  std::vector<std::vector<Band>> runs;
  bool open = false;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const bool crossed = std::any_of(rows[r].parts.begin(), rows[r].parts.end(), [&](const Part& part) {
      return part.segment->box.x0 < x && part.segment->box.x1 > x;
    });
    if (crossed) {
      open = false;
      continue;
    }
    if (open) {
      const double above = rows[r - 1].middle, below = rows[r].middle;
      open = std::none_of(crossing.begin(), crossing.end(), [&](double y) { return y > above && y < below; });
    }
    if (!open) runs.emplace_back();
    const bool white =
        open && rows[r].middle - rows[r - 1].middle > band_white.of(std::max(rows[r].em, rows[r - 1].em));
    if (!open || white)
      runs.back().push_back({r, r});
    else
      runs.back().back().last = r;
    open = true;
  }
  return runs;
}

struct Gutter {
  double x = 0;
  std::size_t first = 0, last = 0;  // rows, inclusive
};

std::optional<Gutter> gutter_at(double x, const std::vector<Row>& rows, const std::vector<Rule>& rules) {
  std::vector<double> crossing;
  for (const Rule& rule : rules)
    if (rule.horizontal() && rule.from.x < x && rule.to.x > x) crossing.push_back(rule.from.y);
  std::optional<Gutter> best;
  for (std::vector<Band>& run : runs_at(x, rows, crossing)) {
    if (run.back().last - run.front().first + 1 < least_lines) continue;
    for (Band& band : run) judge(band, rows, x, rules);
    for (std::size_t b = 0; b < run.size(); ++b) {
      if (!run[b].independent) continue;
      // What stands above and below in the same white belongs to it, unless rows run over both sides there.
      std::size_t from = b, to = b;
      while (from > 0 && run[from - 1].apart()) --from;
      while (to + 1 < run.size() && (run[to + 1].independent || run[to + 1].apart())) ++to;
      const Gutter found{x, run[from].first, run[to].last};
      if (!best || found.last - found.first > best->last - best->first) best = found;
      b = to;
    }
  }
  return best;
}

void add_zones(const std::vector<TextLine>& lines, const std::vector<Rule>& rules, int depth,
               std::vector<std::vector<Piece>>& zones) {
  const auto add_whole = [&] {
    std::vector<Piece> pieces;
    for (const TextLine& line : lines)
      for (const Segment& segment : line.segments)
        pieces.insert(pieces.end(), segment.pieces.begin(), segment.pieces.end());
    if (!pieces.empty()) zones.push_back(std::move(pieces));
  };
  if (depth == 0 || lines.size() < static_cast<std::size_t>(least_lines)) return add_whole();
  const std::vector<Row> rows = rows_of(lines);
  std::optional<Gutter> best;
  std::vector<double> places = candidates(rows, rules);
  for (const double x : gaps_of_rules(rules, rows.front().em)) places.push_back(x);
  for (const double x : places)
    if (const auto gutter = gutter_at(x, rows, rules))
      if (!best || gutter->last - gutter->first > best->last - best->first) best = gutter;
  if (!best) return add_whole();
  std::vector<TextLine> above, left, right, below;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    if (l < best->first || l > best->last) {
      (l < best->first ? above : below).push_back(lines[l]);
      continue;
    }
    TextLine parts[2];
    for (const Segment& segment : lines[l].segments)
      parts[segment.box.center_x() < best->x ? 0 : 1].segments.push_back(segment);
    for (int s = 0; s < 2; ++s) {
      if (parts[s].segments.empty()) continue;
      measure(parts[s]);
      (s == 0 ? left : right).push_back(std::move(parts[s]));
    }
  }
  for (const auto* part : {&above, &left, &right, &below}) add_zones(*part, rules, depth - 1, zones);
}

}  // namespace

std::vector<std::vector<Piece>> zones_of(const std::vector<TextLine>& lines, const std::vector<Rule>& rules) {
  std::vector<std::vector<Piece>> zones;
  add_zones(lines, rules, deepest, zones);
  return zones;
}

}  // namespace cotejo::tables
