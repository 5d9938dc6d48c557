#pragma once

#include "extractors/ocr/picture/image.h"

namespace cotejo::ocr {

// A gray picture without the long strokes that run through its text (a signature, a line of a pen): straight runs of
// ink, in whatever direction, that no letter of `text_height` pixels has. Where a stroke crosses a letter's own, the
// letter's is put back. Nothing when there is no such stroke. Rules are to be out before.
[[nodiscard]] Image without_strokes(const Image& gray, int text_height);

}  // namespace cotejo::ocr
