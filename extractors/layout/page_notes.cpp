#include "extractors/layout/page_notes.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "extractors/layout/tolerances.h"

namespace cotejo::layout {

namespace {

// "1", "[2]", "*", "**", "(3)"; "1Tomado", where the mark is printed right in front of the text.
bool begins_with_note_mark(const std::string& word) {
  const std::size_t begin = word.find_first_not_of("[(");
  if (begin == std::string::npos) return false;
  const std::size_t text = word.find_first_not_of(word[begin] == '*' ? "*" : "0123456789", begin);
  const std::size_t end = std::min(text, word.size());
  if (end == begin || end - begin > longest_note_mark) return false;
  const std::string_view after = std::string_view(word).substr(end);
  return after.find_first_not_of("]).") == std::string::npos || (after.front() >= 'A' && after.front() <= 'Z');
}

// A note's first line, one that begins with a mark, stands at the left end of the rule over it.
bool opens_notes(const model::Rule& rule, const Line& line) {
  return line.rotation == 0 && line.box.y0 > rule.from.y - notes_below_rule.of(line.font_size) / 2 &&
         line.box.y0 < rule.from.y + notes_below_rule.of(line.font_size) &&
         line.box.x0 > rule.from.x - note_indent.of(line.font_size) &&
         line.box.x0 < rule.from.x + note_indent.of(line.font_size);
}

}  // namespace

double notes_begin(const model::Page& page, const std::vector<Line>& body) {
  std::vector<const Line*> marked;
  for (const Line& line : body)
    if (begins_with_note_mark(page.words[static_cast<std::size_t>(line.words.front())].text)) marked.push_back(&line);
  double begin = page.height;
  if (marked.empty()) return begin;
  std::vector<const model::Rule*> uprights;
  for (const model::Rule& rule : page.rules)
    if (!rule.horizontal() && rule.length() > same_place.value) uprights.push_back(&rule);
  for (const model::Rule& rule : page.rules) {
    if (!rule.horizontal() || rule.length() < shortest_notes_rule.of(page.width) ||
        rule.length() > longest_notes_rule.of(page.width) || rule.from.y < notes_zone.of(page.height))
      continue;
    if (std::none_of(marked.begin(), marked.end(), [&](const Line* line) { return opens_notes(rule, *line); }))
      continue;
    // A rule that is drawn as a box has ends of its own.
    const bool touched = std::any_of(uprights.begin(), uprights.end(), [&](const model::Rule* other) {
      return other->from.x < rule.to.x + same_place.value && other->from.x > rule.from.x - same_place.value &&
             other->to.y > rule.from.y - same_place.value && other->from.y < rule.from.y + same_place.value;
    });
    if (!touched) begin = std::min(begin, rule.from.y);
  }
  return begin;
}

}  // namespace cotejo::layout
