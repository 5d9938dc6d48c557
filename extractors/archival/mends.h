#pragma once

#include <set>
#include <string>

class QPDF;

namespace cotejo::archival {

// Flags of an annotation that a screen does not show: Hidden, and NoView, which paper alone shows.
inline constexpr int kUnseen = 2 | 32;

// Takes out or sets right what PDF/A-2b forbids and no page shows; what a person would miss is told (Spanish).
[[nodiscard]] std::set<std::string> mend(QPDF& pdf);

}  // namespace cotejo::archival
