#include "pipeline/exports/report/plots.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "pipeline/exports/report/html.h"
#include "pipeline/exports/report/sizes.h"

namespace cotejo::exports {
namespace {

using namespace sizes;

constexpr double kMillion = 1e6;
// Told apart also in print without colour.
constexpr std::array kColours{"#123a5a", "#4c86b0", "#9cc3dd", "#c98a00", "#7a9a3a", "#b3261e"};

// The step of an axis: 1, 2 or 5 of some power of ten, so that about four lines stand below `most`.
double step_below(double most) {
  const double power = std::pow(10, std::floor(std::log10(most / 4)));
  for (const double factor : {1, 2, 5})
    if (most / (factor * power) <= 5) return factor * power;
  return 10 * power;
}

std::string text_at(double x, double y, const char* anchor, const std::string& text) {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>", x, y, anchor, escaped(text));
}

}  // namespace

std::string bar_plot(const std::string& caption, const std::vector<std::string>& names,
                     const std::vector<Bars>& groups) {
  double most = 0;
  for (const Bars& group : groups)
    for (const double value : group.values) most = std::max(most, value / kMillion);
  if (most <= 0 || groups.empty()) return {};
  const double plot_width = kWidth - kLeft - kRight, plot_height = kHeight - kTop - kFoot;
  const double scale = plot_height / (most * kOverMost);
  const auto height_at = [&](double value) { return kHeight - kFoot - value * scale; };
  std::string svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" "
      "font-family=\"Liberation Sans, Arial, sans-serif\" font-size=\"10\" fill=\"#1b2733\">",
      kWidth, kHeight);
  for (double value = 0, step = step_below(most); value <= most * kOverMost; value += step) {
    svg += fmt::format("<line x1=\"{0:.1f}\" x2=\"{1:.1f}\" y1=\"{2:.1f}\" y2=\"{2:.1f}\" stroke=\"#cfd8e0\"/>", kLeft,
                       kWidth - kRight, height_at(value));
    svg += text_at(kLeft - 5, height_at(value) + 3, "end", figure(value));
  }
  const double room = plot_width / static_cast<double>(groups.size());
  const double bar = std::min(kWidestBar, room * kOfRoom / static_cast<double>(names.size()));
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const double middle = kLeft + room * (static_cast<double>(g) + 0.5);
    const double begin = middle - bar * static_cast<double>(names.size()) / 2;
    for (std::size_t i = 0; i < groups[g].values.size(); ++i) {
      const double value = groups[g].values[i] / kMillion;
      if (value <= 0) continue;
      svg += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"{}\"/>",
                         begin + bar * static_cast<double>(i), height_at(value), bar * kOfBar, value * scale,
                         kColours[i % kColours.size()]);
    }
    svg += text_at(middle, kHeight - 8, "middle", groups[g].label);
  }
  double x = kLeft;
  for (std::size_t i = 0; i < names.size(); ++i) {
    svg += fmt::format("<rect x=\"{:.1f}\" y=\"6\" width=\"9\" height=\"9\" fill=\"{}\"/>", x,
                       kColours[i % kColours.size()]);
    svg += text_at(x + 13, 14, "start", names[i]);
    // Characters, not bytes: those that go on with one are left out.
    const auto letters = std::count_if(names[i].begin(), names[i].end(), [](char c) { return (c & 0xC0) != 0x80; });
    x += kKey + kLetter * static_cast<double>(letters);
  }
  svg += "</svg>";
  return "<figure><img alt=\"" + escaped(caption) + "\" src=\"data:image/svg+xml;base64," + base64(svg) +
         "\"><figcaption>" + escaped(caption) + ", en millones de pesos</figcaption></figure>\n";
}

}  // namespace cotejo::exports
