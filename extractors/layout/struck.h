#pragma once

#include "model/page.h"

namespace cotejo::layout {

// Marks words of the text layer that a line was drawn through (base::struck_mark), as word processors print what was
// taken out, and takes those lines from the page's rules, for they part nothing. A line that begins and ends elsewhere
// than the words it crosses is a rule. Where the mark itself is printed, in the layer or on a scan, it stays text.
void mark_struck(model::Page& page);

}  // namespace cotejo::layout
