#include "model/result.h"

#include <gtest/gtest.h>

#include <set>

namespace cotejo::model {
namespace {

TEST(ErrorCode, EveryCodeHasItsOwnNameMessageAndRemedy) {
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(ErrorCode::database_closed); ++i) {
    const auto code = static_cast<ErrorCode>(i);
    names.insert(name(code));
    for (Language language : {Language::spanish, Language::english}) {
      EXPECT_FALSE(problem(code, language).empty()) << i;
      EXPECT_FALSE(remedy(code, language).empty()) << i;
    }
  }
  EXPECT_EQ(names.size(), static_cast<std::size_t>(ErrorCode::database_closed) + 1);
}

TEST(Describe, NamesFilePageProblemDetailAndRemedy) {
  const Error error{ErrorCode::page_failed, Stage::page, "a.pdf", 3, "bad stream"};
  EXPECT_EQ(describe(error, Language::spanish),
            "a.pdf, página 3: no se pudo leer la página (bad stream). Revise la página; repare el PDF con «qpdf ENTRADA "
            "SALIDA».");
}

}  // namespace
}  // namespace cotejo::model
