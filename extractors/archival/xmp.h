#pragma once

#include <string>

#include "extractors/archival/description.h"

namespace cotejo::archival {

// The XMP packet of a PDF/A-2b: title, author, subject, dates, and the original's SHA-256 as dc:source.
[[nodiscard]] std::string xmp_of(const Description& description);

}  // namespace cotejo::archival
