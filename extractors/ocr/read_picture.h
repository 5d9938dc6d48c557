#pragma once

#include "extractors/ocr/engine/engine.h"
#include "extractors/ocr/picture/image.h"
#include "model/page.h"

namespace cotejo::ocr {

// Reads a picture of a whole page and puts what it shows on the page, instead of what was there. Sets it upright and
// straight first: page.skew tells by how much; the words of a page that lies on its side say which way they read
// (Word::rotation), as those of a table set sideways on a digital page do.
void read_picture(TextEngine& engine, PageImage image, model::Page& page);

// Reads a picture of a part of a page, if it holds a table with rules (a table pasted as an image), and adds its words
// and rules to the page; `box` is where the picture lies on it. Returns whether it did: charts and photographs are left
// alone, for loose labels of a chart would be taken for a table.
bool add_pasted_table(TextEngine& engine, PageImage image, const model::Rect& box, model::Page& page);

}  // namespace cotejo::ocr
