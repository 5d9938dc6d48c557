#include "pipeline/mapping/commitments/coded_items.h"

#include <algorithm>

#include "base/digits.h"
#include "pipeline/mapping/commitments/tolerances.h"
#include "pipeline/mapping/words/tokens.h"

namespace cotejo::mapping {

using namespace tolerances::coded_items;

LeadingNumber split_number(std::string_view text) {
  LeadingNumber out;
  std::size_t at = 0;
  std::size_t digits = 0;
  std::size_t parts = 0;
  std::size_t end = 0;  // of the digits
  while (at < text.size()) {
    if (text[at] >= '0' && text[at] <= '9') {
      if (digits == 0) ++parts;
      if (++digits > 3) return out;  // a year or an amount
      end = ++at;
    } else if (text[at] == '.' && digits > 0) {
      digits = 0;
      ++at;
    } else {
      break;
    }
  }
  if (parts == 0 || end == 0) return out;
  const bool dot = at > end;
  std::size_t rest = at;
  while (rest < text.size() && text[rest] == ' ') ++rest;
  bool sign = false;
  if (rest < text.size() && (text[rest] == ')' || (text[rest] == '-' && !dot))) {
    sign = true;
    ++rest;
  }
  while (rest < text.size() && text[rest] == ' ') ++rest;
  if (rest < text.size() && (text[rest] == '%' || text[rest] == '/' || text[rest] == ',')) return out;
  out.number = std::string(text.substr(0, end));
  out.text = std::string(text.substr(rest));
  out.marked = dot || sign || parts > 1;
  return out;
}

LeadingNumber coded_item(std::string_view text) {
  LeadingNumber out;
  std::size_t at = text.find_first_not_of(" \n");
  if (at == std::string_view::npos) return out;
  const std::size_t begin = at;
  while (at < text.size() && text[at] >= 'A' && text[at] <= 'Z') ++at;
  const std::size_t letters = at - begin;
  const std::size_t number = at;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  const std::size_t digits = at - number;
  if (letters == 0 || letters > kMostLetters || digits == 0 || digits > kMostDigits) return out;
  const std::size_t code_end = at;
  while (at < text.size() && text[at] == ' ') ++at;
  if (at >= text.size() || (text[at] != ':' && text[at] != '.' && text[at] != ')' && text[at] != '-')) return out;
  ++at;
  while (at < text.size() && (text[at] == ' ' || text[at] == '-')) ++at;
  if (at < text.size() && text[at] >= '0' && text[at] <= '9') return out;  // "A1.2" is a code of parts
  out.number = std::string(text.substr(begin, code_end - begin));
  out.text = one_line(text.substr(at));
  out.marked = true;
  return out;
}

std::vector<LeadingNumber> coded_items(std::string_view text) {
  std::vector<LeadingNumber> items;
  if (coded_item(text).number.empty()) return items;
  std::vector<std::size_t> begins{0};
  for (std::size_t line = text.find('\n'); line != std::string_view::npos; line = text.find('\n', line + 1)) {
    if (!coded_item(text.substr(line + 1)).number.empty()) begins.push_back(line + 1);
  }
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : text.size();
    LeadingNumber item = coded_item(text.substr(begins[i], end - begins[i]));
    if (!item.text.empty()) items.push_back(std::move(item));
  }
  return items;
}

}  // namespace cotejo::mapping
