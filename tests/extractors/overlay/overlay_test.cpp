#include "extractors/overlay/overlay.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "extractors/overlay/lettering.h"

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

// Pixels of the PNG, read back.
struct Picture {
  int width = 0, height = 0;
  std::vector<std::array<int, 3>> pixels;
  [[nodiscard]] long like(std::array<int, 3> color, int from, int to) const {
    return std::count(pixels.begin() + static_cast<std::ptrdiff_t>(from) * width,
                      pixels.begin() + static_cast<std::ptrdiff_t>(to) * width, color);
  }
};

Picture read_back(const std::string& path) {
  Picture out;
  Pix* pix = pixRead(path.c_str());
  if (pix == nullptr) return out;
  out.width = pixGetWidth(pix);
  out.height = pixGetHeight(pix);
  for (int y = 0; y < out.height; ++y)
    for (int x = 0; x < out.width; ++x) {
      std::array<int, 3> rgb{};
      pixGetRGBPixel(pix, x, y, &rgb[0], &rgb[1], &rgb[2]);
      out.pixels.push_back(rgb);
    }
  pixDestroy(&pix);
  return out;
}

constexpr std::array<int, 3> red_pixel{220, 30, 30}, blue_pixel{30, 90, 220};

TEST(Overlay, FramesTheReportedFigureInRedAndTheOthersInBlueAndWritesTheCaptionUnderThePage) {
  const pdf::Raster page{300, 100, 72, std::vector<std::uint8_t>(300 * 100, 255)};
  const auto path = (std::filesystem::temp_directory_path() / "cotejo-overlay-places.png").string();
  const auto picture = [&](const std::vector<Place>& places, const std::vector<std::string>& caption) {
    EXPECT_TRUE(draw_places(page, 1, places, caption, path).ok());
    const Picture read = read_back(path);
    std::filesystem::remove(path);
    return read;
  };
  const Place reported{{20, 10, 80, 30}, "reportado", true}, addend{{20, 50, 80, 70}, "sumando", false};
  const Picture both = picture({reported, addend}, {"El total dice 7.029; sus líneas suman 7.299."});
  EXPECT_EQ(both.width, 300);
  EXPECT_GT(both.height, 100);
  EXPECT_GT(both.like(red_pixel, 0, 40), 100);
  EXPECT_EQ(both.like(red_pixel, 40, 100), 0);
  EXPECT_GT(both.like(blue_pixel, 40, 100), 100);
  EXPECT_GT(both.like(red_pixel, 100, both.height), 0) << "the legend's square";
  EXPECT_GT(both.like(blue_pixel, 100, both.height), 0);

  const std::string sentence = "Cada línea que no cabe en el ancho de la página pasa a la siguiente. ";
  EXPECT_GT(picture({reported}, {sentence + sentence + sentence}).height, picture({reported}, {"Sí."}).height);
}

TEST(Lettering, HasALetterForEveryCharacterOfSpanish) {
  const Lettering lettering(12);
  const std::string text = "ñÑáéíóúüº«»—";
  std::vector<std::vector<std::uint8_t>> seen;
  for (const Lettering::Glyph& glyph : lettering.glyphs(text)) {
    EXPECT_GT(glyph.rows, 0);
    EXPECT_EQ(std::count(seen.begin(), seen.end(), glyph.cover), 0) << "two letters look the same: the empty box?";
    seen.push_back(glyph.cover);
  }
  EXPECT_EQ(seen.size(), 12);
  EXPECT_GT(lettering.width("mm"), lettering.width("m"));
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
