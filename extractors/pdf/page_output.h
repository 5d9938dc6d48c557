#pragma once

#include "model/page.h"

class PDFDoc;

namespace cotejo::pdf {

// Fills words, rules, shades, images and has_curves of `page` (whose number, width and height are set) in one pass over
// the content of the page.
void read_page_content(PDFDoc& document, model::Page& page);

}  // namespace cotejo::pdf
