#include "extractors/layout/join_text.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/digits.h"
#include "base/letters.h"
#include "base/marks.h"
#include "base/utf8.h"
#include "extractors/layout/cut_figure.h"
#include "extractors/layout/cut_word.h"
#include "extractors/layout/tolerances.h"

namespace cotejo::layout {

using base::capital;
using base::first_token;
using base::is_digit;
using base::last_token;
using base::less_than_a_letter;
using base::small_letter;
using base::soft_hyphen;
using base::soft_hyphen_bytes;

namespace {

bool all_figures(std::string_view token) {
  return base::has_digit(token) && std::all_of(token.begin(), token.end(), [](char c) {
           return is_digit(c) || c == '.' || c == ',' || c == '-' || c == '/' || c == '\'' || c == '$' || c == '%';
         });
}

bool ends_sentence(char32_t c) {
  return c == U'.' || c == U':' || c == U';' || c == U'?' || c == U'!' || c == 0x201D;
}

}  // namespace

bool ends_in_link(std::string_view text) {
  static constexpr std::array<std::string_view, 24> links{"of", "the", "and",  "or",  "in",  "for", "to",  "with",
                                                          "by", "de",  "del",  "la",  "el",  "los", "las", "y",
                                                          "e",  "en",  "para", "por", "con", "al",  "a",   "o"};
  const std::string_view tail = last_token(text);
  return tail.size() < text.size() && std::find(links.begin(), links.end(), tail) != links.end();
}

bool begins_item(std::string_view text) {
  const char32_t first = base::first_code_point(text);
  constexpr char32_t dash = 0x2013;
  if (base::is_bullet(first) || first == dash || first == base::replacement_character)
    return first_token(text).size() <= longest_bullet;
  const std::string_view token = first_token(text);
  if (token == "-" || token == "o") return text.size() > token.size();
  if (token.size() < 2 || token.size() > longest_item) return false;
  // "a)", "1)", "1.", "1.2", "1.2."
  if (token.back() == ')')
    return token.size() <= longest_lettered && std::isalnum(static_cast<unsigned char>(token[0])) != 0;
  if (!is_digit(token[0]) || text.size() == token.size()) return false;
  const bool dotted = token.find('.') != std::string_view::npos;
  // Numbers of three figures after a dot are amounts.
  const auto group = token.find_last_of('.');
  if (dotted && group != token.size() - 1 && token.size() - group > longest_after_dot) return false;
  return dotted && std::all_of(token.begin(), token.end(), [](char c) { return is_digit(c) || c == '.'; });
}

Seam seam_between(std::string_view first, std::string_view second, const Break& at) {
  if (first.empty() || second.empty()) return Seam::none;
  const std::string_view tail = last_token(first), head = first_token(second);
  const char32_t last = base::last_code_point(first), next = base::first_code_point(second);
  const bool full = at.room < less_than_a_letter * at.size;
  const bool fits = at.room > at.next_word + word_space.of(at.size);

  if (last == soft_hyphen && small_letter(next)) return Seam::hyphen;
  if (cut_figure(tail, head)) return Seam::none;
  if (at.extra_gap) return Seam::paragraph;
  if (!fits && cut_decimals(tail, head)) return Seam::none;
  if (cut_word(first, second, at)) return Seam::none;
  if (begins_item(second) && (fits || ends_sentence(last))) return Seam::paragraph;
  // Signs that belong to the figure they stand before.
  if ((tail == "-" || tail == "(") && is_digit(head[0]) && !fits) return Seam::none;
  const std::size_t hyphen = last == soft_hyphen ? soft_hyphen_bytes : 1;
  if ((last == U'-' || last == soft_hyphen) && tail.size() > hyphen) {
    const char before = tail[tail.size() - hyphen - 1];
    if (is_digit(before) || is_digit(head[0])) return Seam::none;  // part of a code
    if (small_letter(next) && !fits) return Seam::hyphen;
    if (capital(next) && !fits)
      return capital(base::first_code_point(tail)) && tail.size() > 2 &&
                     capital(base::first_code_point(tail.substr(tail.size() - 2)))
                 ? Seam::hyphen
                 : Seam::none;
  }
  if (!fits) {
    const bool whole_line = tail.size() == first.size() || first[first.size() - tail.size() - 1] == '\n';
    if ((last == U'/' || last == U'_' || last == U'=') && tail.size() > 2 && tail != "y/") return Seam::none;
    // A number or code that fills its line and goes on.
    if (all_figures(tail) && all_figures(head) && (full || last == U'.' || last == U',') &&
        (whole_line || last == U'.' || last == U','))
      return Seam::none;
    return Seam::space;
  }
  if (ends_sentence(last) && !small_letter(next)) return Seam::paragraph;
  if (ends_in_link(first) && capital(next)) return Seam::space;
  if (capital(next) && !capital(last) &&
      !(second.size() > 1 && capital(base::first_code_point(second.substr(next < 0x80 ? 1 : 2)))))
    return Seam::paragraph;
  if (is_digit(next) && all_figures(head) && all_figures(tail)) return Seam::paragraph;
  return Seam::space;
}

void append_text(std::string& first, std::string_view second, Seam seam) {
  if (second.empty()) return;
  if (first.empty()) {
    first = second;
    return;
  }
  if (base::last_code_point(first) == soft_hyphen) {
    // Where it parts no word, it is the hyphen that it looks like.
    first.resize(first.size() - soft_hyphen_bytes);
    if (seam != Seam::hyphen) first += '-';
  } else if (seam == Seam::hyphen) {
    first.pop_back();
  }
  if (seam == Seam::space) first += ' ';
  if (seam == Seam::paragraph) first += '\n';
  first += second;
}

}  // namespace cotejo::layout
