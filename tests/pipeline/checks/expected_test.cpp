#include "pipeline/checks/expected.h"

#include <gtest/gtest.h>

namespace cotejo::checks {
namespace {

TEST(Expected, ReadsWhatAnAuditorMarked) {
  const auto slips = read_expected(
      "\xEF\xBB\xBF"
      "archivo;pagina;regla;valor_reportado;valor_esperado;nota\r\n"
      "a.pdf;3;total-no-cuadra;\"1.234\";\"1.243\";\"dice; y no es\"\r\n\r\nb.pdf;;;XX;;\r\n",
      "marcas.csv");
  ASSERT_TRUE(slips);
  ASSERT_EQ(slips.value().size(), 2U);
  EXPECT_EQ(slips.value()[0].page, 3);
  EXPECT_EQ(slips.value()[0].expected, "1.243");
  EXPECT_EQ(slips.value()[1].reported, "XX");
  EXPECT_EQ(slips.value()[1].page, 0);
}

TEST(Expected, SaysWhichLineCannotBeRead) {
  EXPECT_EQ(read_expected("archivo,pagina\na.pdf,1\n", "m.csv").error().detail,
            "línea 1: falta la columna «valor_reportado»");
  EXPECT_EQ(read_expected("archivo,pagina,valor_reportado\na.pdf,tres,5\n", "m.csv").error().detail,
            "línea 2: «tres» no es una página");
  EXPECT_EQ(read_expected("archivo,valor_reportado\na.pdf,\n", "m.csv").error().detail,
            "línea 2: falta lo reportado o lo esperado");
}

TEST(Expected, TellsWhatWasFoundMissedAndToldInVain) {
  const std::vector<ExpectedSlip> expected{{"a.pdf", 3, "total-no-cuadra", "1.234", "", 2},
                                           {"a.pdf", 4, "", "Favorable – Desfavorable", "", 3},
                                           {"a.pdf", 9, "", "77", "81", 4},
                                           {"b.pdf", 3, "", "1234", "", 5}};
  const std::vector<ToldSlip> told{
      {"a.pdf", 4, "total-no-cuadra", "1234", "1243", "El total dice 1.234."},
      {"a.pdf", 4, "marcador-sin-llenar", "Favorable – Desfavorable", "", "Quedó sin llenar."},
      {"a.pdf", 9, "porcentaje-no-cuadra", "77.5", "80", "Dice 77,5 %."}};
  const Comparison compared = compare(expected, told);
  EXPECT_EQ(compared.found, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(compared.missed, (std::vector<std::size_t>{2, 3}));
  EXPECT_EQ(compared.alarms, (std::vector<std::size_t>{2}));
}

}  // namespace
}  // namespace cotejo::checks
