#pragma once

#include <string>
#include <vector>

namespace cotejo::exports {

struct Bars {
  std::string label;           // under them
  std::vector<double> values;  // in the order of the names; below 0 there is none
};

// A plot of bars, groups side by side, as an image of its own in HTML (SVG inside, so that it stays sharp in print),
// with its caption. Values are pesos, and are told in millions.
[[nodiscard]] std::string bar_plot(const std::string& caption, const std::vector<std::string>& names,
                                   const std::vector<Bars>& groups);

}  // namespace cotejo::exports
