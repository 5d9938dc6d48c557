#pragma once

namespace cotejo::ocr::tolerances {

// What the text layer tells about a page.
namespace source {
// Of the page under images: a scan, or a page with a picture behind its text.
inline constexpr double kPicture = 0.6;
// Of the page under one image: large enough for a table worth reading.
inline constexpr double kPastedTable = 0.2;
// Of the words: the layer is of no use.
inline constexpr double kGarbled = 0.25;
// Of the words: less is a name or a symbol.
inline constexpr double kSomeGarbled = 0.005;
}  // namespace source

}  // namespace cotejo::ocr::tolerances
