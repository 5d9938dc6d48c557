#include "extractors/tables/logical/cut_rows.h"

#include <algorithm>
#include <string_view>

#include "base/digits.h"
#include "base/letters.h"
#include "extractors/layout/cut_figure.h"
#include "extractors/layout/join_text.h"
#include "extractors/tables/logical/tolerances.h"

namespace cotejo::tables {

namespace {

using namespace logical;
using base::starts_small;

bool ends_open(const std::string& text) {
  if (text.empty()) return false;
  const char c = text.back();
  return c != '.' && c != ':' && c != ';' && c != '?' && c != '!';
}

// What fits into less room than this many lines is kept for the next page.
double lines_of(bool mid_sentence) {
  return mid_sentence ? 1 + lines_kept_together : 1;
}

// Whether the text of a cell may go on with the text below the page break.
bool text_goes_on(const PartCell& before, const PartCell& next) {
  // Text that a page break cuts reaches the end of its cell; in mid-sentence, two lines may be kept for the next page.
  const bool mid_sentence = starts_small(next.cell.text) && ends_open(before.cell.text);
  if (before.below > lines_of(mid_sentence) * line_with_leading.of(std::max(before.font_size, 1.0))) return false;
  const std::string &first = before.cell.text, &second = next.cell.text;
  if (!is_figure(first) || !is_figure(second)) return true;
  // A figure goes on only where it was cut inside: the line was full, or a separator waits for its figures.
  if (second.front() == '$' || second.front() == '(') return false;
  if (layout::cut_figure(first, second, 1)) return true;
  const bool waits =
      first.back() == '-' || first.back() == '.' || first.back() == ',' || first.back() == '/' || first.back() == '$';
  return waits || second.front() == '-' || second.front() == '.' || second.front() == ',' ||
         before.room < base::less_than_a_letter * before.font_size;
}

}  // namespace

bool is_figure(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return base::is_digit(c) || std::string_view(" $.,-%'()/\n").find(c) != std::string_view::npos;
  });
}

bool row_goes_on(const std::vector<AcrossBreak>& cells, double room_below) {
  int going_on = 0, finished = 0, late = 0, small = 0, open = 0, items = 0;
  double size = 1;
  for (const auto& [before, next] : cells) {
    if (next->cell.text.empty()) {
      // A cell merged over several rows may go on without text; it tells nothing of its row.
      if (!before->cell.text.empty() && before->cell.row_span == 1) ++finished;
      continue;
    }
    if (before->cell.text.empty()) {
      ++late;
      continue;
    }
    if (!text_goes_on(*before, *next)) return false;
    size = std::max(size, next->font_size);
    if (layout::begins_item(next->cell.text)) ++items;
    if (starts_small(next->cell.text)) ++small;
    if (ends_open(before->cell.text)) ++open;
    ++going_on;
  }
  if (going_on == 0) return false;
  // A row is cut only where the page has no room for one more of its lines.
  const bool mid_sentence = small == going_on && open == going_on && finished > 0;
  if (room_below > lines_of(mid_sentence) * line_with_leading.of(size)) return false;
  // Cells set in the middle of their height may stand below the break alone; then the others must go on in
  // mid-sentence.
  if (late > 0) return small == going_on;
  if (finished > 0) return true;
  if (items > 0) return false;
  return small == going_on || (small > 0 && open == going_on);
}

bool goes_on_in_mid_sentence(const AcrossBreak& cell) {
  const auto& [before, next] = cell;
  return starts_small(next->cell.text) && !before->cell.text.empty() && ends_open(before->cell.text) &&
         text_goes_on(*before, *next);
}

void go_on(PartCell& before, const PartCell& next) {
  if (next.cell.text.empty()) return;
  const std::string& first = before.cell.lines.empty() ? before.cell.text : before.cell.lines.back();
  const std::string& second = next.cell.lines.empty() ? next.cell.text : next.cell.lines.front();
  layout::Break at;
  at.size = std::max(1.0, next.font_size);
  at.room = before.room;
  at.next_word = letter_width.of(at.size) * static_cast<double>(std::min(second.find(' '), second.size()));
  layout::append_text(before.cell.text, next.cell.text, layout::seam_between(first, second, at));
  before.cell.lines.insert(before.cell.lines.end(), next.cell.lines.begin(), next.cell.lines.end());
  before.cell.alternatives.clear();  // they read a part of the cell
  before.cell.confidence = std::min(before.cell.confidence, next.cell.confidence);
  before.room = next.room;
  before.below = next.below;
  before.font_size = next.font_size;
}

}  // namespace cotejo::tables
