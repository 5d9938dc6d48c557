#include <gtest/gtest.h>

#include "pipeline/mapping/text/sentences.h"
#include "tests/pipeline/checks/grid.h"

// A report may hold a "line" of half a megabyte, by a slip of its maker or to do harm. No rule may overflow the stack
// on it, nor take a time that grows with its square.
namespace cotejo::checks {
namespace {

using testing::Document;

constexpr std::size_t kSize = 400'000;

std::string repeated(const std::string& piece) {
  std::string text;
  while (text.size() < kSize) text += piece;
  return text;
}

class HostileText : public ::testing::TestWithParam<const char*> {};

TEST_P(HostileText, EndsInAParagraph) {
  Document document;
  document.paragraph(repeated(GetParam()));
  EXPECT_NO_FATAL_FAILURE((void)document.check());
}

TEST_P(HostileText, EndsInACell) {
  Document document;
  document.table("Ejecución de gastos 2021", 1,
                 {{"Radicado", "Descripción", "Valor"},
                  {"214320202009", repeated(GetParam()), "10"},
                  {repeated(GetParam()), "x", "20"},
                  {"Total", "", "30"}});
  EXPECT_NO_FATAL_FAILURE((void)document.check());
}

INSTANTIATE_TEST_SUITE_P(Lines, HostileText,
                         ::testing::Values("1", "12.", "1-2", " ", "X", "XX ", "x xx ", "[nombre ", "<<", "día/mes",
                                           "dd/", "_", "a ___ ", "$ 1", "214320202009 ", "de mil ", "31/12/2020 ", "(",
                                           "$1.000 (mil pesos) ", "12% ", "código 21 ", "á", ". ", "No. ", "palabra "));

TEST(HostileText, ASentenceThatNeverEndsIsCut) {
  for (const mapping::Sentence& span : mapping::sentences_of(repeated("palabra ")))
    EXPECT_LE(span.end - span.begin, 2100U);
}

}  // namespace
}  // namespace cotejo::checks
