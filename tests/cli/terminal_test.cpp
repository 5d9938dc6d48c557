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
  write_table(out, {{"n", true}, {"nombre"}, {"vacía"}}, {{"1", "Ibagué", ""}, {"12", "Honda\ny más", ""}}, 0);
  EXPECT_EQ(out.str(),
            " n  nombre\n"
            "──  ───────────\n"
            " 1  Ibagué\n"
            "12  Honda y más\n");
}

TEST(Table, NoLineIsWiderThanTheTerminal) {
  std::ostringstream out;
  write_table(out, {{"n", true}, {"mensaje"}}, {{"1", std::string(200, 'x')}}, 40);
  std::istringstream lines(out.str());
  for (std::string line; std::getline(lines, line);) EXPECT_LE(columns_of(line), 40u) << line;
}

}  // namespace
}  // namespace cotejo::cli
