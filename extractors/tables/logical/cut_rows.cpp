#include "extractors/tables/logical/cut_rows.h"

#include <algorithm>
#include <string_view>

#include "extractors/layout/cut_figure.h"
#include "extractors/layout/join_text.h"

namespace cotejo::tables {

namespace {

// In text sizes: a line with its leading, and the space that a further figure would not have found.
constexpr double line_height = 1.5, less_than_a_figure = 0.75;
// Lines of a paragraph that word processors keep on one page.
constexpr double kept_together = 2;

bool ends_open(const std::string& text) {
  if (text.empty()) return false;
  const char c = text.back();
  return c != '.' && c != ':' && c != ';' && c != '?' && c != '!';
}

// Whether the text of a cell may go on with the text below the page break.
bool text_goes_on(const PartCell& before, const PartCell& next) {
  // Text that a page break cuts reaches the end of its cell; in mid-sentence, two lines may be kept for the next page.
  const bool mid_sentence = small_start(next.cell.text) && ends_open(before.cell.text);
  const double lines = mid_sentence ? 1 + kept_together : 1;
  if (before.below > lines * line_height * std::max(before.font_size, 1.0)) return false;
  const std::string &first = before.cell.text, &second = next.cell.text;
  if (!is_figure(first) || !is_figure(second)) return true;
  // A figure goes on only where it was cut inside: the line was full, or a separator waits for its figures.
  if (second.front() == '$' || second.front() == '(') return false;
  if (layout::cut_figure(first, second, 1)) return true;
  const bool waits =
      first.back() == '-' || first.back() == '.' || first.back() == ',' || first.back() == '/' || first.back() == '$';
  return waits || second.front() == '-' || second.front() == '.' || second.front() == ',' ||
         before.room < less_than_a_figure * before.font_size;
}

}  // namespace

bool is_figure(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || std::string_view(" $.,-%'()/\n").find(c) != std::string_view::npos;
  });
}

bool small_start(const std::string& text) {
  if (text.empty()) return false;
  const auto c = static_cast<unsigned char>(text[0]);
  if (c >= 'a' && c <= 'z') return true;
  // á to ÿ in UTF-8
  return c == 0xC3 && text.size() > 1 && static_cast<unsigned char>(text[1]) >= 0x9F;
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
    if (small_start(next->cell.text)) ++small;
    if (ends_open(before->cell.text)) ++open;
    ++going_on;
  }
  if (going_on == 0) return false;
  // A row is cut only where the page has no room for one more of its lines.
  const bool mid_sentence = small == going_on && open == going_on && finished > 0;
  if (room_below > (mid_sentence ? 1 + kept_together : 1) * line_height * size) return false;
  // Cells set in the middle of their height may stand below the break alone; then the others must go on in
  // mid-sentence.
  if (late > 0) return small == going_on;
  if (finished > 0) return true;
  if (items > 0) return false;
  return small == going_on || (small > 0 && open == going_on);
}

bool goes_on_in_mid_sentence(const AcrossBreak& cell) {
  const auto& [before, next] = cell;
  return small_start(next->cell.text) && !before->cell.text.empty() && ends_open(before->cell.text) &&
         text_goes_on(*before, *next);
}

void go_on(PartCell& before, const PartCell& next) {
  if (next.cell.text.empty()) return;
  const std::string& first = before.cell.lines.empty() ? before.cell.text : before.cell.lines.back();
  const std::string& second = next.cell.lines.empty() ? next.cell.text : next.cell.lines.front();
  layout::Break at;
  at.size = std::max(1.0, next.font_size);
  at.room = before.room;
  // Letters are about half a text size wide.
  at.next_word = 0.5 * at.size * static_cast<double>(std::min(second.find(' '), second.size()));
  layout::append_text(before.cell.text, next.cell.text, layout::seam_between(first, second, at));
  before.cell.lines.insert(before.cell.lines.end(), next.cell.lines.begin(), next.cell.lines.end());
  before.cell.alternatives.clear();  // they read a part of the cell
  before.cell.confidence = std::min(before.cell.confidence, next.cell.confidence);
  before.room = next.room;
  before.below = next.below;
  before.font_size = next.font_size;
}

}  // namespace cotejo::tables
