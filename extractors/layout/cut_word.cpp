#include "extractors/layout/cut_word.h"

#include <algorithm>
#include <array>

#include "base/letters.h"
#include "base/utf8.h"
#include "extractors/layout/tolerances.h"

namespace cotejo::layout {

using base::first_token;
using base::last_token;
using base::less_than_a_letter;
using base::small_letter;

namespace {

// Ends of words that are no words themselves.
bool only_ends_words(std::string_view text) {
  static constexpr std::array<std::string_view, 16> endings{"ción",   "cion",  "ciones", "cional",  "sión",  "sion",
                                                            "siones", "mente", "miento", "mientos", "dades", "ncia",
                                                            "ncias",  "tivo",  "tivos",  "ientos"};
  return std::find(endings.begin(), endings.end(), text) != endings.end();
}

// Letters that no word of Spanish ends with.
bool ends_no_word(char32_t letter) {
  return std::u32string_view(U"bcfghkmpqtvwñ").find(letter) != std::u32string_view::npos;
}

}  // namespace

bool cut_word(std::string_view first, std::string_view second, const Break& at) {
  const std::string_view tail = last_token(first);
  std::string_view head = first_token(second);
  while (!head.empty() && std::string_view(".,:)").find(head.back()) != std::string_view::npos) head.remove_suffix(1);
  if (tail.size() < shortest_beginning || head.empty()) return false;
  const char32_t last = base::last_code_point(tail), next = base::first_code_point(head);
  if (!small_letter(last) || !small_letter(next)) return false;
  if (only_ends_words(head)) return true;
  // One letter alone, after a line that had no room for it.
  if (head.size() > 1 || at.room >= less_than_a_letter * at.size) return false;
  if (next == U'n' || next == U's' || next == U'r' || next == U'l') return true;
  const bool small_word = next == U'a' || next == U'e' || next == U'o';
  return small_word && (ends_no_word(last) || (at.last && second.size() == head.size()));
}

}  // namespace cotejo::layout
