#include "pipeline/exports/report/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace cotejo::exports {
namespace {

// Less than half a hundredth is printed as none.
constexpr double kNoCents = 1.0 / 200;

}  // namespace

std::string figure(double value) {
  const bool whole = std::abs(value - std::round(value)) < kNoCents;
  const std::string digits = fmt::format("{:.{}f}", std::abs(value), whole ? 0 : 2);
  const std::size_t point = std::min(digits.find('.'), digits.size());
  std::string out;
  for (std::size_t i = 0; i < point; ++i) {
    if (i > 0 && (point - i) % 3 == 0) out += '.';
    out += digits[i];
  }
  if (point < digits.size()) out += "," + digits.substr(point + 1);
  const bool zero = out.find_first_not_of("0.,") == std::string::npos;
  return value < 0 && !zero ? "-" + out : out;
}

std::string percent(double share) {
  std::string text = fmt::format("{:.1f}", share * 100);
  text[text.find('.')] = ',';
  return text + " %";
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k)
      group = (group << 8U) | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k) out += k <= count ? kDigits[(group >> (18 - 6 * k)) & 63U] : '=';
  }
  return out;
}

HtmlTable::HtmlTable(const std::vector<std::string>& heads, int most_rows) : most_rows_(most_rows) {
  for (const std::string& head : heads) {
    figures_.push_back(head.starts_with('#'));
    head_ += (figures_.back() ? "<th class=\"n\">" : "<th>") + escaped(head.substr(figures_.back() ? 1 : 0)) + "</th>";
  }
}

void HtmlTable::add(const std::vector<std::string>& cells, std::string_view kind) {
  if (++rows_ > most_rows_) return;
  body_ += kind.empty() ? "<tr>" : fmt::format("<tr class=\"{}\">", kind);
  for (std::size_t i = 0; i < cells.size(); ++i)
    body_ += (figures_[i] ? "<td class=\"n\">" : "<td>") + cells[i] + "</td>";
  body_ += "</tr>\n";
}

std::string HtmlTable::html() const {
  std::string text = "<table>\n<thead><tr>" + head_ + "</tr></thead>\n<tbody>\n" + body_ + "</tbody>\n</table>\n";
  if (rows_ > most_rows_)
    text += fmt::format("<p class=\"note\">Y {} renglones más, que están en el libro (cotejo export --as xlsx).</p>\n",
                        figure(rows_ - most_rows_));
  return text;
}

}  // namespace cotejo::exports
