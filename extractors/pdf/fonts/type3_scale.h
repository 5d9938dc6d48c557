#pragma once

class Gfx8BitFont;

namespace cotejo::pdf {

// How many times the size that the page sets it in a Type 3 font's text really has: such a font's size says nothing by
// itself, and is told by the width of its letters.
[[nodiscard]] double type3_scale(const Gfx8BitFont& font);

}  // namespace cotejo::pdf
