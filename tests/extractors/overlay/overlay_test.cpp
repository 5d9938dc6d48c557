#include "extractors/overlay/overlay.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace cotejo::overlay {
namespace {

struct Drawn {
  std::string png;
  bool ok = false;
};

Drawn drawn(Step step) {
  model::Page page;
  page.number = 2;
  page.width = 100;
  page.height = 50;
  page.words.push_back({"uno", {12, 12, 30, 20}, 8});
  // A broken rule, which is one edge, and a short upright one, whose line of the lattice is not drawn to its end.
  page.rules = {{{10, 10}, {48, 10}}, {{50, 10}, {90, 10}}, {{10, 25}, {90, 25}}, {{10, 40}, {90, 40}},
                {{10, 10}, {10, 40}}, {{50, 10}, {50, 25}}, {{90, 10}, {90, 40}}};
  model::Table table;
  table.first_page = table.last_page = 2;
  table.rows = 1;
  table.columns = 2;
  table.title = "Tabla 1. Número";
  table.page_boxes = {{10, 10, 90, 40}};
  table.cells.push_back({0, 0, 1, 1, 2, {10, 10, 50, 40}, "uno"});
  model::Block block;
  block.page = 2;
  block.box = {5, 42, 95, 48};
  const std::vector<model::Table> tables{table};
  const std::vector<model::Block> blocks{block};
  pdf::Raster picture{200, 100, 144, std::vector<std::uint8_t>(200 * 100, 255)};
  const auto path =
      std::filesystem::temp_directory_path() / ("cotejo-overlay-" + std::to_string(static_cast<int>(step)) + ".png");
  Drawn out;
  out.ok = draw(picture, {&page, &tables, &blocks}, step, path.string()).ok();
  std::ifstream file(path, std::ios::binary);
  out.png = {std::istreambuf_iterator<char>(file), {}};
  std::filesystem::remove(path);
  return out;
}

TEST(Overlay, EveryStepDrawsItsOwnPicture) {
  std::vector<std::string> pictures;
  for (const Step step : {Step::words, Step::rules, Step::edges, Step::grid, Step::cells, Step::blocks, Step::all}) {
    const Drawn picture = drawn(step);
    ASSERT_TRUE(picture.ok);
    EXPECT_EQ(picture.png.substr(1, 3), "PNG");
    for (const std::string& other : pictures) EXPECT_NE(picture.png, other);
    pictures.push_back(picture.png);
  }
}

TEST(Overlay, TellsThatThePictureCannotBeWritten) {
  model::Page page;
  const auto status =
      draw({10, 10, 72, std::vector<std::uint8_t>(100, 255)}, {&page}, Step::words, "/no/such/folder/page.png");
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().code, model::ErrorCode::output);
}

TEST(Overlay, KnowsItsStepsByName) {
  Step step = Step::all;
  EXPECT_TRUE(step_named("rejilla", step));
  EXPECT_EQ(step, Step::grid);
  EXPECT_FALSE(step_named("nada", step));
  std::string rest(step_names());
  for (std::size_t comma = 0; comma != std::string::npos;
       rest = comma == std::string::npos ? "" : rest.substr(comma + 2)) {
    comma = rest.find(", ");
    EXPECT_TRUE(step_named(rest.substr(0, comma), step)) << rest;
  }
}

}  // namespace
}  // namespace cotejo::overlay
