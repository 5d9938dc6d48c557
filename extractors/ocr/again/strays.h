#pragma once

#include <vector>

#include "extractors/ocr/engine/engine.h"
#include "extractors/ocr/rules/pixel_rule.h"

namespace cotejo::ocr {

// Takes out what is left of upright rules and was read as a letter or a digit: «0» beside a worn rule becomes «01»,
// which is another figure. What was read stays as the other reading, and the word a doubtful one. `point` is pixels.
void drop_rests_of_rules(const PixelRules& rules, double point, std::vector<PixelWord>& words);

// Takes out what is left of a rule that broke off and was read as words: low signs on it, or where it would go on.
// `usual` is the height of the page's words in pixels.
void drop_broken_rules(const PixelRules& rules, double point, int usual, std::vector<PixelWord>& words);

// Takes out words that only repeat the end or the beginning of another word that covers them: a piece that was read
// twice.
void drop_repeated(std::vector<PixelWord>& words);

}  // namespace cotejo::ocr
