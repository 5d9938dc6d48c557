#include "pipeline/mapping/table/code_tree.h"

#include <map>
#include <string_view>

#include "base/digits.h"
#include "pipeline/mapping/table/tolerances.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::code_tree;

// Codes split by dots: "2.1.3" is under "2.1" and "2". An undotted code ("1105") is under any printed code that begins
// it.
std::string_view parent_prefix(std::string_view code, bool dotted) {
  if (!dotted) return code.substr(0, code.size() - 1);
  const std::size_t dot = code.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : code.substr(0, dot);
}

// Whether the codes have one length and end in zeros here and there: such codes are what is before the zeros.
bool filled_up(const std::vector<std::string>& codes) {
  std::size_t length = 0;
  int filled = 0;
  for (const std::string& code : codes) {
    if (code.empty()) continue;
    if (length == 0) length = code.size();
    if (code.size() != length || length < kShortestAccount || code.find('.') != std::string::npos) return false;
    filled += code.ends_with("00");
  }
  return filled >= 2;
}

std::string before_zeros(const std::string& code) {
  // Groups of the public catalogue have two digits and accounts four: "2445" is not under "2440".
  if (code.size() == 4) return code.ends_with("00") ? code.substr(0, 2) : code;
  return code.substr(0, code.find_last_not_of('0') + 1);
}

}  // namespace

std::string code_digits(const std::string& code) {
  std::string out;
  for (const char c : code) {
    if (base::is_digit(c) || c == '.') out += c;
  }
  while (!out.empty() && out.back() == '.') out.pop_back();
  return out;
}

std::vector<int> parents_by_code(std::vector<std::string> codes) {
  if (filled_up(codes))
    for (std::string& code : codes) code = before_zeros(code);
  std::map<std::string_view, int> by_code;  // first place that prints the code
  for (std::size_t i = 0; i < codes.size(); ++i)
    if (!codes[i].empty()) by_code.emplace(codes[i], static_cast<int>(i));
  std::vector<int> parents(codes.size(), -1);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const std::string_view code = codes[i];
    if (code.empty()) continue;
    const bool dotted = code.find('.') != std::string_view::npos;
    for (std::string_view prefix = parent_prefix(code, dotted); !prefix.empty();
         prefix = parent_prefix(prefix, dotted)) {
      const auto found = by_code.find(prefix);
      if (found == by_code.end() || found->second == static_cast<int>(i)) continue;
      parents[i] = found->second;
      break;
    }
  }
  return parents;
}

}  // namespace cotejo::mapping
