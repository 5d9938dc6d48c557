#include "extractors/layout/blocks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extractors/layout/reading_order.h"
#include "tests/extractors/page_maker.h"

namespace cotejo::layout {
namespace {

using model::BlockKind;
using test::PageMaker;

std::vector<model::Block> blocks(const PageMaker& maker) {
  return blocks_of(maker.page(), in_reading_order(lines_of(maker.page(), maker.all_words())));
}

TEST(Blocks, LinesOfAParagraphAreJoined) {
  const auto found = blocks(PageMaker()
                                .text(50, 100, "La Secretaría General coordina la adminis-")
                                .text(50, 113, "tración y las relaciones con los muni-")
                                .text(50, 126, "cipios.")
                                .text(50, 150, "Otro párrafo empieza después de un espacio"));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].text, "La Secretaría General coordina la administración y las relaciones con los municipios.");
  EXPECT_EQ(found[0].words.size(), 14u);
}

TEST(Blocks, PartsOfALetterheadStandByThemselves) {
  const auto found = blocks(PageMaker()
                                .text(200, 80, "Situación económica", 16, true)
                                .text(480, 80, "18/09/2023", 10, true)
                                .text(50, 100, "Municipalidad de", 9)
                                .text(230, 100, "Del 1 de enero al 30 de junio", 10, true)
                                .text(480, 101, "Ejercicio 2023", 12)
                                .text(48, 111, "Carmen de Areco", 9));
  std::vector<std::string> texts;
  for (const model::Block& block : found) texts.push_back(block.text);
  EXPECT_THAT(texts, testing::ElementsAre("Situación económica", "18/09/2023", "Municipalidad de Carmen de Areco",
                                          "Del 1 de enero al 30 de junio", "Ejercicio 2023"));
}

TEST(Blocks, TitlesInBoldThatStandApartAreTwo) {
  const auto count = [](double x, bool bold) {
    return blocks(PageMaker()
                      .text(50, 100, "Respuesta II trimestre", 10, bold)
                      .text(x, 100, "Respuesta I trimestre", 10, bold))
        .size();
  };
  EXPECT_EQ(count(300, true), 2u);
  EXPECT_EQ(count(300, false), 1u) << "a label and what it says";
  EXPECT_EQ(count(180, true), 1u);
}

TEST(Blocks, ListItemsStandAlone) {
  const auto found = blocks(PageMaker().text(50, 100, "• uno de los puntos").text(50, 113, "• otro de los puntos"));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1].kind, BlockKind::list_item);
}

TEST(Blocks, HeadingsAreLargerOrBolderThanTheText) {
  PageMaker maker;
  maker.text(50, 80, "Informe de gestión", 18).text(50, 120, "Presupuesto", 10, true);
  maker.text(50, 140, "El presupuesto de la vigencia fue de muchos millones de pesos según el decreto.");
  auto found = blocks(maker);
  tell_headings(found, {maker.page()});
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].kind, BlockKind::heading);
  EXPECT_EQ(found[0].heading_level, 1);
  EXPECT_EQ(found[1].heading_level, 2);
  EXPECT_EQ(found[2].kind, BlockKind::paragraph);
}

TEST(Blocks, SmallNumberedTextAtTheFootIsANote) {
  PageMaker maker;
  maker.text(50, 140, "El presupuesto de la vigencia fue de muchos millones de pesos según el decreto.")
      .text(50, 700, "1 Decreto 12 de 2020", 7);
  auto found = blocks(maker);
  tell_headings(found, {maker.page()});
  EXPECT_EQ(found[1].kind, BlockKind::footnote);
}

TEST(CaptionKind, NeedsANumberAndIsNoSentence) {
  for (const char* text : {"Tabla 04. Presupuesto ejecutado", "Cuadro No. 2: Contratos", "TABLA 1-4 GESTIÓN",
                           "Tabla 2.1.1.1 Variación", "Tabla 3"})
    EXPECT_EQ(caption_kind(text), Caption::table) << text;
  for (const char* text : {"Gráfica 01: Ejecución", "Ilustración 3. Mapa", "Figura 2"})
    EXPECT_EQ(caption_kind(text), Caption::picture) << text;
  for (const char* text : {"La tabla 4", "Tabla de contenido", "Tabla 4 muestra los contratos", "Presupuesto", ""})
    EXPECT_EQ(caption_kind(text), Caption::none) << text;
}

}  // namespace
}  // namespace cotejo::layout
