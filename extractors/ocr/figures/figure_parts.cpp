#include "extractors/ocr/figures/figure_parts.h"

#include "base/digits.h"
#include "base/grouped_figure.h"

namespace cotejo::ocr {

char as_digit(char c) {
  constexpr std::string_view from = "oOQDlIt|!SsBZz";
  constexpr std::string_view to = "00001111155822";
  if (base::is_digit(c)) return c;
  const std::size_t found = from.find(c);
  return found == std::string_view::npos ? '\0' : to[found];
}

bool is_separator(char c) {
  return std::string_view(".,:;'").find(c) != std::string_view::npos;
}

bool take_apart(std::string_view text, FigureParts& parts) {
  std::size_t i = 0;
  while (i < text.size() && std::string_view("-$(").find(text[i]) != std::string_view::npos) parts.before += text[i++];
  while (i < text.size()) {
    std::string run;
    while (i < text.size() && base::is_digit(text[i])) run += text[i++];
    if (run.empty()) return false;
    parts.runs.push_back(run);
    if (i + 1 >= text.size() || !is_separator(text[i]) || !base::is_digit(text[i + 1])) break;
    parts.signs += text[i++];
  }
  while (i < text.size() && std::string_view("%)").find(text[i]) != std::string_view::npos) parts.after += text[i++];
  return i == text.size() && !parts.runs.empty();
}

bool grouped(const FigureParts& parts, bool& decimals) {
  if (parts.runs.size() < 2 || !base::may_lead(parts.runs[0].size())) return false;
  decimals = parts.runs.back().size() == 2;
  return base::in_groups(parts.runs.begin(), parts.runs.end() - (decimals ? 1 : 0), digits_of);
}

std::string put_together(const FigureParts& parts, bool decimals, char group, char decimal) {
  std::string text = parts.before + parts.runs[0];
  for (std::size_t i = 1; i < parts.runs.size(); ++i)
    text += (decimals && i + 1 == parts.runs.size() ? decimal : group) + parts.runs[i];
  return text + parts.after;
}

}  // namespace cotejo::ocr
