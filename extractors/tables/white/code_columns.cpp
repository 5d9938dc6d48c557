#include "extractors/tables/white/code_columns.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string>

#include "base/digits.h"
#include "base/median.h"
#include "extractors/tables/white/tolerances.h"

namespace cotejo::tables {
namespace {

using namespace white;

bool is_code(const std::string& text) {
  return base::is_digit(text.front()) &&
         std::all_of(text.begin(), text.end(), [](char c) { return base::is_digit(c) || c == '.' || c == '-'; });
}

bool is_word(const std::string& text) {
  const auto first = static_cast<unsigned char>(text.front());
  return std::isalpha(first) != 0 || first >= 0x80;
}

bool holds_code(const Segment& segment) {
  return segment.pieces.size() >= 2 && is_code(segment.pieces[0].text) && is_word(segment.pieces[1].text);
}

bool on_one_edge(const std::vector<double>& edges, double em) {
  const double edge = base::median(edges);
  const auto there =
      std::count_if(edges.begin(), edges.end(), [&](double x) { return std::abs(x - edge) < same_edge.of(em); });
  return static_cast<double>(there) >= mostly_on_edge.of(static_cast<double>(edges.size()));
}

}  // namespace

void part_codes(std::vector<TextLine>& lines) {
  std::vector<double> ends, names;
  std::size_t first = lines.size();
  double em = 0;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    const Segment& segment = lines[l].segments.front();
    if (!holds_code(segment)) continue;
    first = std::min(first, l);
    em = std::max(em, segment.pieces[0].em);
    ends.push_back(segment.pieces[0].box.x1);
    names.push_back(segment.pieces[1].box.x0);
  }
  if (ends.size() < lines_of_codes || !on_one_edge(ends, em) || !on_one_edge(names, em)) return;
  const double code_end = base::median(ends), name_begin = base::median(names);
  const double border = (code_end + name_begin) / 2;
  const bool named_apart =
      std::any_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(first), [&](const TextLine& line) {
        return line.segments.size() >= 2 && line.segments[0].box.x1 < name_begin && line.segments[1].box.x0 > border &&
               is_word(line.segments[0].pieces.front().text) && is_word(line.segments[1].pieces.front().text);
      });
  if (!named_apart) return;
  const auto across =
      std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(first), lines.end(), [&](const TextLine& line) {
        const Segment& segment = line.segments.front();
        return !holds_code(segment) && segment.box.x0 < border - same_edge.of(em) && segment.box.x1 > border;
      });
  if (static_cast<double>(across) > crossing_codes.of(static_cast<double>(lines.size() - first))) return;
  for (TextLine& line : lines) {
    Segment& segment = line.segments.front();
    if (!holds_code(segment) || std::abs(segment.pieces[1].box.x0 - name_begin) > same_edge.of(em)) continue;
    Segment code;
    code.aside = segment.aside;
    code.pieces = {segment.pieces.front()};
    code.box = code.pieces.front().box;
    segment.pieces.erase(segment.pieces.begin());
    segment.box = segment.pieces.front().box;
    for (const Piece& piece : segment.pieces) segment.box = united(segment.box, piece.box);
    line.segments.insert(line.segments.begin(), std::move(code));
  }
}

}  // namespace cotejo::tables
