#include "extractors/tables/logical/same_print.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>

#include "base/digits.h"
#include "extractors/tables/logical/tolerances.h"

namespace cotejo::tables {

namespace {

std::string without_spaces(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\n') out += c;
  return out;
}

std::string digits_of(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return base::is_digit(c); });
  return digits;
}

// A year makes another head; one digit may be a misread letter.
bool alike_digits(const std::string& a, const std::string& b) {
  return a == b || a.size() + b.size() == 1;
}

// The fewest letters to change, add or take out to make `b` of `a`.
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t corner = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = corner + (a[i] == b[j] ? 0 : 1);
      corner = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

bool read_from_pixels(const PartCell& part) {
  return part.cell.origin == model::Origin::ocr;
}

std::vector<std::string> words_of(const std::vector<PartCell>& cells, int rows) {
  std::vector<std::string> words;
  for (const PartCell& part : cells) {
    if (part.cell.row >= rows) continue;
    std::string word;
    for (const char c : part.cell.text + ' ') {
      if (c != ' ' && c != '\n') {
        word += c;
      } else if (!word.empty()) {
        words.push_back(std::move(word));
        word.clear();
      }
    }
  }
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace

bool alike_readings(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer > logical::longest_compared) return false;
  return alike_digits(digits_of(a), digits_of(b)) && 4 * edits(a, b) <= longer;
}

bool same_row(const std::vector<const PartCell*>& a, const std::vector<const PartCell*>& b) {
  if (a.size() != b.size() || a.empty()) return false;
  bool filled = false;
  std::size_t cut = 0, misread = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i]->cell.column != b[i]->cell.column || a[i]->cell.column_span != b[i]->cell.column_span) return false;
    const std::string first = without_spaces(a[i]->cell.text), second = without_spaces(b[i]->cell.text);
    if (first != second) {
      if (first.empty() || second.empty()) return false;
      if (first.starts_with(second) || second.starts_with(first))
        ++cut;
      else if (read_from_pixels(*a[i]) && read_from_pixels(*b[i]) && alike_readings(first, second))
        ++misread;
      else
        return false;
    }
    filled = filled || !a[i]->cell.text.empty();
  }
  return filled && cut * 4 <= a.size() && misread * 2 <= a.size();
}

bool same_words(const std::vector<PartCell>& a, int rows_a, const std::vector<PartCell>& b, int rows_b) {
  const std::vector<std::string> first = words_of(a, rows_a), second = words_of(b, rows_b);
  if (first == second) return true;
  const auto pixels = [](const std::vector<PartCell>& cells) {
    return !cells.empty() && read_from_pixels(cells.front());
  };
  if (!pixels(a) || !pixels(b)) return false;
  std::vector<std::string> rest_a, rest_b;
  std::set_difference(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(rest_a));
  std::set_difference(second.begin(), second.end(), first.begin(), first.end(), std::back_inserter(rest_b));
  const std::size_t most = std::max(first.size(), second.size());
  return std::max(rest_a.size(), rest_b.size()) * logical::one_misread_in <= most &&
         alike_digits(digits_of(std::accumulate(rest_a.begin(), rest_a.end(), std::string{})),
                      digits_of(std::accumulate(rest_b.begin(), rest_b.end(), std::string{})));
}

}  // namespace cotejo::tables
