#pragma once

#include "model/page.h"

class PDFDoc;

namespace cotejo::pdf {

class FontProofs;

// Fills words, rules, shades, images and has_curves of `page` (whose number, width and height are set) in one pass over
// the content of the page. Text in the colour of what it stands on is hidden; glyphs of fonts that `fonts` finds lying
// are U+FFFD.
void read_page_content(PDFDoc& document, FontProofs& fonts, model::Page& page);

}  // namespace cotejo::pdf
