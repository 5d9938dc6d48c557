#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cotejo::mapping {

// True when `entry` stands in `text` as whole words; both folded (single spaces between words).
[[nodiscard]] bool has_words(std::string_view text, std::string_view entry);

// True when the folded text is `entry` or begins with it and a space.
[[nodiscard]] bool begins_with_words(std::string_view text, std::string_view entry);

// The words of a folded text; the views point into it.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view folded);

// The years (1990 to 2099) that a folded text names, in order and without repeats. The year of a law, decree, agreement
// or resolution is not one of them: "Ley 951 de 2005" names none.
[[nodiscard]] std::vector<int> years_in(std::string_view folded);

// The one year that the text is about: a year that stands alone, or the one after "vigencia" when several are named; 0
// when there is none or when the text is about several ("2020 2023").
[[nodiscard]] int single_year(std::string_view folded);

// The year of a text that is nothing but a year ("2021", "vigencia 2021", "ano fiscal 2021"), 0 otherwise.
[[nodiscard]] int only_year(std::string_view folded);

}  // namespace cotejo::mapping
