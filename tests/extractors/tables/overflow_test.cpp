#include "extractors/tables/ruled/overflow.h"

#include <gtest/gtest.h>

#include "tests/extractors/tables/typed_page.h"

namespace cotejo::tables {
namespace {

model::Word word(const std::string& text, double x, double y) {
  model::Word made;
  made.text = text;
  made.font_size = typed::kSize;
  made.box = {x, y, x + typed::kWide * static_cast<double>(typed::width_of(text)), y + typed::kSize};
  return made;
}

TEST(Overflow, TextThatRunsOverTheNextCellBelongsToTheCellItBeginsIn) {
  model::Page page;
  page.number = 1;
  page.width = 612;
  page.height = 792;
  page.origin = model::Origin::text;
  for (const double y : {100.0, 120.0, 140.0, 160.0}) page.rules.push_back({{50, y}, {350, y}, 0.5});
  for (const double x : {50.0, 150.0, 250.0, 350.0}) page.rules.push_back({{x, 100}, {x, 160}, 0.5});
  page.words = {
      word("Entidad", 52, 105), word("Proyecto", 152, 105),      word("Monto", 252, 105),
      word("Dpto.", 52, 125),   word("Administrativo", 80, 125), word("de", 153, 125),
      word("la", 166, 125),     word("Informacion", 179, 125),   word("BP26005255", 152, 125),
      word("100", 252, 125),    word("Salud", 52, 145),          word("BP26005258", 152, 145),
      word("200", 252, 145),
  };
  std::vector<std::string> found;
  for (const model::Table& table : read_content({page}).tables)
    found.push_back(
        typed::grid_text(table.rows, table.columns, table.cells, [](const model::Cell& cell) { return cell.text; }));
  EXPECT_EQ(found, std::vector<std::string>({"Entidad|Proyecto|Monto\n"
                                             "Dpto. Administrativo de la Informacion|BP26005255|100\n"
                                             "Salud|BP26005258|200\n"}));
}

}  // namespace
}  // namespace cotejo::tables
