#pragma once

#include <string_view>

namespace cotejo::layout {

// Whether `above` is a figure that a narrow column cut, and `below` its rest: its groups of three digits are whole only
// when both are put together ("27.513.7" and "50.000"), or its sign stands in the rest ("95,3" and "9%", "10" and "0%").
// The mark of a note may follow the rest ("000(1)"). `groups` is how many such groups the whole must have: one alone
// ("1.50" and "0") proves little. Codes ("2.3.2.02.01.00" and "2") have none.
[[nodiscard]] bool cut_figure(std::string_view above, std::string_view below, int groups = 2);

// Whether `above` is a figure of at least two groups with one decimal, and `below` a digit that could be its second
// ("1,309,643,000.0" and "0"). Both may be figures of their own: who asks must know that two decimals are printed, or
// that there was no room for the second.
[[nodiscard]] bool cut_decimals(std::string_view above, std::string_view below);

}  // namespace cotejo::layout
