#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/pipeline/mapping/info_of.h"

namespace cotejo::mapping {
namespace {

using model::BlockKind;
using testing::block_of;
using testing::bundle_of;
using testing::table_of;

TEST(DocumentInfo, TakesNoLineOfAStatementForTheTitleAndNoPageNumberForAName) {
  const auto info = info_of(
      bundle_of({}, {block_of("CONTRALORIA GENERAL DEL DEPARTAMENTO NORTE PAG. : 1", BlockKind::running_head, 1, 20, 9),
                     block_of("TOTAL PASIVO CORRIENTE $ 1.871.103.007,00", BlockKind::heading, 1, 60, 16),
                     block_of("EJECUCION CONSOLIDADA DE EGRESOS 2016", BlockKind::paragraph, 1, 80, 9)}));
  EXPECT_EQ(info.entity, "CONTRALORIA GENERAL DEL DEPARTAMENTO NORTE");
  EXPECT_EQ(info.dependency, "");
  EXPECT_EQ(info.title, "EJECUCION CONSOLIDADA DE EGRESOS 2016");
  EXPECT_EQ(info.kind, "ejecucion_presupuestal");
}

TEST(DocumentInfo, TakesNoProgramsFileNorAnAddresseeForTheTitle) {
  model::Bundle bundle = bundle_of({}, {block_of("SEÑOR CARLOS SALAZAR Gerente", BlockKind::heading, 1, 40, 12),
                                        block_of("Texto de la carta que sigue.", BlockKind::paragraph, 1, 60, 10)});
  for (const char* file :
       {"Microsoft Word - Documento1.docx", "Seagate Crystal Reports - CTA_Sit_Eco.rpt", "(anonymous)"}) {
    bundle.pdf_title = file;
    EXPECT_EQ(info_of(bundle).title, "");
  }
  bundle.pdf_title = "Informe de la E.S.E.";
  EXPECT_EQ(info_of(bundle).title, "Informe de la E.S.E.");
}

TEST(DocumentInfo, TakesALargerRunningHeadForTheTitle) {
  const auto info =
      info_of(bundle_of({}, {block_of("R.A.F.A.M.", BlockKind::running_head, 1, 20, 12),
                             block_of("SITUACIÓN ECONÓMICO-FINANCIERA", BlockKind::running_head, 1, 40, 14),
                             block_of("Del 02/01/2023 al 30/06/2023", BlockKind::running_head, 1, 60, 11),
                             block_of("Ejercicio: 2022", BlockKind::running_head, 1, 60, 11),
                             block_of("Evolución de los recursos", BlockKind::paragraph, 1, 80, 7)}));
  EXPECT_EQ(info.title, "SITUACIÓN ECONÓMICO-FINANCIERA");
  EXPECT_EQ(info.vigencia_to, 2022);
}

TEST(DocumentInfo, TakesTheBodysNameAndNumberOutOfTheTitle) {
  const auto title = [](const char* line) {
    return info_of(bundle_of({}, {block_of("HOSPITAL SAN ROQUE", BlockKind::running_head, 1, 10, 9),
                                  block_of(line, BlockKind::heading, 1, 20, 12)}))
        .title;
  };
  EXPECT_EQ(title("HOSPITAL SAN ROQUE 890501431-0 EJECUCION CONSOLIDADA DE INGRESOS"),
            "EJECUCION CONSOLIDADA DE INGRESOS");
  EXPECT_EQ(title("ESTADO DE SITUACION FINANCIERA NIT 890.985.092-3 CORTE A 30 DE ABRIL DE 2021 CIFRAS EN PESOS"),
            "ESTADO DE SITUACION FINANCIERA CORTE A 30 DE ABRIL DE 2021");
}

TEST(DocumentInfo, TakesNoSignatureAndNoDebrisOfAPictureForTheTitle) {
  const auto info =
      info_of(bundle_of({}, {block_of("GERSON SUAREZ ORDOÑEZ Director Administrativo", BlockKind::heading, 1, 700, 14),
                             block_of("de TT —)", BlockKind::heading, 1, 720, 20),
                             block_of("R.A.F.A.M. Hoia: 1 de 3 Y", BlockKind::heading, 1, 20, 14),
                             block_of("BALANCE DE PRUEBA", BlockKind::paragraph, 1, 60, 12),
                             block_of("Texto de un párrafo que sigue.", BlockKind::paragraph, 1, 80, 9)}));
  EXPECT_EQ(info.title, "BALANCE DE PRUEBA");
  EXPECT_EQ(info_of(bundle_of({}, {block_of("INFORME DE GESTIÓN DEL CONTRALOR", BlockKind::heading, 1, 60, 12)})).title,
            "INFORME DE GESTIÓN DEL CONTRALOR");
}

TEST(DocumentInfo, JoinsANameThatGoesOnBelowBesideATitle) {
  model::Bundle bundle = bundle_of({}, {});
  model::Page page;
  page.number = 1;
  const auto line = [&](const std::vector<std::pair<std::string, double>>& words, double y) {
    model::Block block = block_of("", BlockKind::paragraph, 1, y, 9);
    for (const auto& [text, x] : words) {
      model::Word word;
      word.text = text;
      word.font_size = 9;
      word.space_after = true;
      word.box = {x, y, x + 5.0 * static_cast<double>(text.size()), y + 9};
      block.words.push_back(static_cast<int>(page.words.size()));
      page.words.push_back(word);
      block.text += (block.text.empty() ? "" : " ") + text;
    }
    bundle.blocks.push_back(block);
  };
  line({{"Municipalidad", 40}, {"de", 110}, {"Del", 250}, {"02/01/2019", 270}, {"al", 325}, {"31/12/2019", 340}}, 60);
  line({{"Carmen", 45}, {"de", 80}, {"Areco", 95}}, 71);
  line({{"Ejercicio:", 400}, {"2019", 455}}, 84);
  bundle.pages.push_back(page);
  const auto info = info_of(bundle);
  EXPECT_EQ(info.entity, "Municipalidad de Carmen de Areco");
  EXPECT_EQ(info.cutoff, "2019-12-31");
  EXPECT_EQ(info.vigencia_to, 2019);
}

TEST(DocumentInfo, TakesTheTitleAboveTheTablesAndNoNameWithACommaInIt) {
  const auto placed = [](model::Table table, double top) {
    for (model::Cell& cell : table.cells) cell.box = {40, top, 300, top + 10};
    return table;
  };
  const model::Table letterhead = placed(table_of("", {{"Formato", "Código 1"}, {"Versión", "2"}}), 20);
  const model::Table data = placed(
      table_of("", {{"Concepto", "Valor"}, {"Caja", "12"}, {"Bancos", "13"}, {"Deudas", "14"}, {"Otros", "15"}}), 200);
  const auto info = info_of(bundle_of(
      {letterhead, data}, {block_of("SITUACIÓN FINANCIERA", BlockKind::heading, 1, 40, 12),
                           block_of("Alina Alicia Batallon", BlockKind::heading, 1, 600, 16),
                           block_of("DEPARTAMENTO,GERENTE DE EMPRESAS DE SERVICIOS", BlockKind::paragraph, 1, 60, 9)}));
  EXPECT_EQ(info.title, "SITUACIÓN FINANCIERA");
  EXPECT_EQ(info.dependency, "");
}

TEST(DocumentInfo, TheExecutionOfTheBudgetIsNamedInTwoWays) {
  const auto info = info_of(bundle_of({table_of("", {{"CONCEJO MUNICIPAL DE LOMAVERDE", "L"},
                                                     {"Ejecución del presupuesto de gastos, vigencia 2009", "E 4"},
                                                     {"Cifras en pesos", "7"}})},
                                      {}));
  EXPECT_EQ(info.kind, "ejecucion_presupuestal");
  EXPECT_EQ(info.title, "Ejecución del presupuesto de gastos, vigencia 2009");
  EXPECT_EQ(info.vigencia_from, 2009);
}

TEST(DocumentInfo, TheSubjectOfALetterGoesOnOverItsLines) {
  const auto info = info_of(bundle_of(
      {},
      {block_of("ASUNTO: FUNCIÓN DE ADVERTENCIA SOBRE EL CUMPLIMIENTO DE PUBLICAR", BlockKind::paragraph, 1, 100, 10),
       block_of("EN EL SISTEMA ELECTRÓNICO PARA LA CONTRATACIÓN PÚBLICA", BlockKind::paragraph, 1, 112, 10),
       block_of("LOS PROCESOS DE CONTRATACIÓN.", BlockKind::paragraph, 1, 124, 10),
       block_of("Cordial saludo", BlockKind::paragraph, 1, 136, 10)}));
  EXPECT_EQ(info.title,
            "FUNCIÓN DE ADVERTENCIA SOBRE EL CUMPLIMIENTO DE PUBLICAR EN EL SISTEMA ELECTRÓNICO PARA LA CONTRATACIÓN "
            "PÚBLICA LOS PROCESOS DE CONTRATACIÓN.");
}

TEST(DocumentInfo, EndsWithThePartOfTheYearThatItsTitleOrALineOfItsOwnNames) {
  const auto cutoff = [](const std::string& line, BlockKind kind) {
    return info_of(bundle_of({}, {block_of(line, kind, 1, 60, 12), block_of("Ejercicio 2022", kind, 1, 80, 12)}))
        .cutoff;
  };
  EXPECT_EQ(cutoff("Ref.: Informe de gestión II trimestre 2022", BlockKind::heading), "2022-06-30");
  EXPECT_EQ(cutoff("Informe de gestión 2022", BlockKind::heading), "");
  EXPECT_EQ(cutoff("Del 02/01/2022 al 30/06/2022", BlockKind::paragraph), "2022-06-30");
  EXPECT_EQ(cutoff("El contrato fue del 02/01/2022 al 30/06/2022", BlockKind::paragraph), "");
}

}  // namespace
}  // namespace cotejo::mapping
