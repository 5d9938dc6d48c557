#pragma once

#include "extractors/ocr/engine/engine.h"
#include "extractors/pdf/document.h"
#include "model/page.h"

namespace cotejo::ocr {

// Reads the pictures on a digital page that hold tables with rules (a table pasted as an image, or the part of one that
// goes on as text), and adds their words, rules and shades to the page: with what the text layer gives they become one
// table. Charts and photographs are left alone, for loose labels of a chart would be taken for a table, and so is what
// text is set over. A picture that holds a table and cannot be read is told in page.note.
void add_pasted_tables(TextEngine& engine, pdf::Document& document, model::Page& page);

}  // namespace cotejo::ocr
