#pragma once

#include <set>
#include <string>

class QPDF;

namespace cotejo::archival {

class Substitutes;

// Why the pages of this document cannot stand in a PDF/A-2b as they are (Spanish): fonts that are used, not embedded
// and not given others' letters by `substitutes`, colours without a profile, signatures, forms and notes that nothing
// draws.
[[nodiscard]] std::set<std::string> obstacles_of(QPDF& pdf, Substitutes& substitutes);

}  // namespace cotejo::archival
