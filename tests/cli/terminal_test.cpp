#include "cli/console/terminal.h"

#include <gtest/gtest.h>

#include <sstream>

#include "cli/console/output.h"

namespace cotejo::cli {
namespace {

TEST(Terminal, CountsCharactersAndNotBytes) {
  EXPECT_EQ(columns_of("Ibagué"), 6u);
  EXPECT_EQ(columns_of("Ibague\u0301"), 6u);
  EXPECT_EQ(cut_to("Ibagué capital", 7), "Ibagué…");
  EXPECT_EQ(cut_to("Ibagué", 6), "Ibagué");
  EXPECT_EQ(cut_to("Ibagué", 0), "Ibagué");
}

TEST(Terminal, BreaksBetweenWords) {
  EXPECT_EQ(wrapped("uno dos tres cuatro", 10, 2), "uno dos\n  tres\n  cuatro");
  EXPECT_EQ(wrapped("interminable", 5, 0), "interminable");
  EXPECT_EQ(wrapped("a\nb", 0, 2), "a\n  b");
}

TEST(Table, StandsInColumnsAndLeavesOutEmptyOnes) {
  std::ostringstream out;
  write_table(out, {{"n", true}, {"nombre"}, {"vacía"}}, rows_of({{"1", "Ibagué", ""}, {"12", "Honda\ny más", ""}}), 0);
  EXPECT_EQ(out.str(),
            " n  nombre\n"
            "──  ───────────\n"
            " 1  Ibagué\n"
            "12  Honda y más\n");
}

TEST(Table, NoLineIsWiderThanTheTerminal) {
  std::ostringstream out;
  write_table(out, {{"n", true}, {"mensaje"}}, rows_of({{"1", std::string(200, 'x')}}), 40);
  std::istringstream lines(out.str());
  for (std::string line; std::getline(lines, line);) EXPECT_LE(columns_of(line), 40u) << line;
}

TEST(Table, GoesOnBelowWhereItsColumnsDoNotFit) {
  std::ostringstream out;
  write_table(
      out, {{"ruta"}, {"dice", true}, {"debería ser", true}, {"estado"}},
      rows_of({{"informes/2020.pdf", "16339499570", "18420977948", "abierto"}, {"a.pdf", "1", "2", "aceptado"}}), 36);
  EXPECT_EQ(out.str(),
            "ruta                      dice\n"
            "     debería ser  estado\n"
            "─────────────────  ───────────\n"
            "     ───────────  ────────\n"
            "informes/2020.pdf  16339499570\n"
            "     18420977948  abierto\n"
            "a.pdf                        1\n"
            "               2  aceptado\n");
}

TEST(Json, StandsIndentedRowByRow) {
  const auto written = [](std::vector<Row> rows) {
    std::ostringstream out;
    write_json(out, {{"n", true}, {"nombre"}}, rows_of(std::move(rows)));
    return out.str();
  };
  EXPECT_EQ(written({}), "[]\n");
  EXPECT_EQ(written({{"1", "Honda\ny \xff"}, {"", "Ibagué"}}),
            "[\n  {\n    \"n\": 1,\n    \"nombre\": \"Honda\\ny \xef\xbf\xbd\"\n  },\n"
            "  {\n    \"n\": null,\n    \"nombre\": \"Ibagué\"\n  }\n]\n");
}

TEST(Table, SeveralColumnsOfWordsGiveWay) {
  std::ostringstream out;
  write_table(out, {{"ruta"}, {"regla"}, {"n", true}}, rows_of({{std::string(30, 'a'), std::string(24, 'b'), "1"}}),
              32);
  std::istringstream lines(out.str());
  for (std::string line; std::getline(lines, line);) EXPECT_EQ(columns_of(line), 32u) << line;
}

}  // namespace
}  // namespace cotejo::cli
