#include "pipeline/mapping/inspect.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "pipeline/mapping/read_document.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "tests/pipeline/mapping/bundle_of.h"

namespace cotejo::mapping {
namespace {

using testing::block_of;
using testing::bundle_of;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::table_of;

std::string inspected(const model::Bundle& bundle) {
  static const Vocabulary vocabulary = Vocabulary::standard();
  return inspect(read_document(bundle, vocabulary));
}

TEST(Inspect, TellsDocumentTablesColumnsAndRows) {
  const std::string text = inspected(bundle_of(
      {table_of("Ejecución de gastos, vigencia 2020", {{"Rubro", "Concepto", "Apropiación definitiva", "% Ejec."},
                                                       {"2.1.01", "Nómina", "$ 1.000.000", "50%"},
                                                       {"", "TOTAL", "$ 1.000.000", "50%"}})},
      {block_of("Informe de gestión", model::BlockKind::heading, 1, 20, 16)}));
  EXPECT_THAT(text, HasSubstr("Documento: informe.pdf\n"));
  EXPECT_THAT(text, HasSubstr("tipo        informe_gestion\n"));
  EXPECT_THAT(text, HasSubstr("entidad     (no se encontró)\n"));
  EXPECT_THAT(text, HasSubstr("Tabla 1 (página 1): «Ejecución de gastos, vigencia 2020»\n  tipo: presupuesto; vigencia "
                              "2020; 3 filas × 4 columnas\n"));
  EXPECT_THAT(text, HasSubstr("«Apropiación definitiva»: dinero apropiacion_definitiva. el encabezado significa "
                              "«apropiacion_definitiva»\n"));
  EXPECT_THAT(text, HasSubstr("filas: 1 de encabezado, 1 línea, 1 total (2)\n"));
  EXPECT_THAT(text, HasSubstr("registros: 4 de presupuesto, 0 de PQRS, 0 compromisos\n"));
  EXPECT_THAT(text, Not(HasSubstr("quedó por fuera")));
  EXPECT_THAT(text, Not(HasSubstr("no conoce")));
}

TEST(Inspect, TellsWhatThePdfSaysOfItself) {
  model::Bundle bundle = bundle_of({});
  EXPECT_THAT(inspected(bundle), Not(HasSubstr("del PDF")));
  bundle.pdf_author = "Planeación";
  bundle.pdf_producer = "Microsoft Word 2016";
  bundle.pdf_date = "2021-03-31T12:00:00";
  EXPECT_THAT(inspected(bundle), HasSubstr("  del PDF     autor «Planeación», programa «Microsoft Word 2016», fecha "
                                           "«2021-03-31T12:00:00»\n"));
}

TEST(Inspect, TellsEveryFigureThatGaveNoRecordAndEveryUnknownHead) {
  const std::string text = inspected(bundle_of({table_of("Zoológico", {{"Animal", "Zarigüeyas", "Búhos"},
                                                                       {"Adultos", "14", "3"},
                                                                       {"Crías", "25", "1"},
                                                                       {"Enfermos", "7", "9"},
                                                                       {"Libres", "8", "2"}})}));
  EXPECT_THAT(
      text, HasSubstr("columna 1 «Zarigüeyas»: 4 cifras sin registro: «14» (fila 1), «25» (fila 2), «7» (fila 3)…\n"));
  EXPECT_THAT(text, HasSubstr("columna 2 «Búhos»: 4 cifras sin registro"));
  EXPECT_THAT(text, HasSubstr("  - «Zarigüeyas» (tabla 1, columna 1)\n"));
}

TEST(Inspect, TellsFiguresThatNoTableHolds) {
  model::Bundle bundle = bundle_of({table_of("Zoológico", {{"Animal", "Número"}, {"Búhos", "14"}})});
  EXPECT_THAT(inspected(bundle), Not(HasSubstr("ninguna tabla")));
  for (const int page : {2, 3, 3, 3}) bundle.outside.push_back({page, {}, "1.000"});
  bundle.outside.push_back({5, {}, "7"});
  EXPECT_THAT(inspected(bundle),
              HasSubstr("\nCifras alineadas en ninguna tabla (una tabla, o parte de ella, no se leyó):\n"
                        "  - páginas 2 a 3: 4 cifras: «1.000», «1.000», «1.000»…\n  - página 5: 1 cifra: «7»\n"));
}

TEST(Inspect, TellsWhyMoneyWasLeftOut) {
  const std::string text = inspected(bundle_of({table_of(
      "Contratos", {{"No. contrato", "Contratista", "Valor"}, {"001", "Ferretería El Sol", "$ 15.000.000"}})}));
  EXPECT_THAT(text, HasSubstr("columna «Valor»: dinero de una tabla que no es de presupuesto"));
  EXPECT_THAT(text, HasSubstr("«$ 15.000.000» (fila 1)"));
}

TEST(Inspect, TellsTheWaysOfWritingADependency) {
  const std::string text =
      inspected(bundle_of({table_of("Plan de acción 2022", {{"Actividad", "Responsable", "Fecha límite"},
                                                            {"Publicar", "Secretaria General.", "12/08/2022"},
                                                            {"Archivar", "Secretaría General", "12/09/2022"},
                                                            {"Medir", "Secretaría General", "12/10/2022"}})}));
  EXPECT_THAT(text,
              HasSubstr("Dependencias escritas de varias formas:\n  - Secretaría General: «Secretaria General.»\n"));
}

TEST(Inspect, KeepsCharactersWholeWhereItShortens) {
  const std::string text =
      inspected(bundle_of({table_of(std::string(118, 'a') + "ñññññ", {{"Rubro", "Valor"}, {"Uno", "$ 1"}})}));
  EXPECT_THAT(text, HasSubstr("aañ…»"));
}

}  // namespace
}  // namespace cotejo::mapping
