#pragma once

#include <set>
#include <string>

class QPDF;

namespace cotejo::archival {

// Takes out or sets right what PDF/A-2b forbids and no page shows; what a person would miss is told (Spanish).
[[nodiscard]] std::set<std::string> mend(QPDF& pdf);

}  // namespace cotejo::archival
