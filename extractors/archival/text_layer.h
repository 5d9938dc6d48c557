#pragma once

#include <vector>

#include "model/page.h"

class QPDF;

namespace cotejo::archival {

// Lays the words that were read from pixels over their pages as invisible text, each where it stands on the page. Pages
// are told by their number; those that are not given, and words of a text layer, are passed over.
void lay_words(QPDF& pdf, const std::vector<model::Page>& pages);

}  // namespace cotejo::archival
