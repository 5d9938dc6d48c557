#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pipeline/mapping/document/info.h"
#include "pipeline/mapping/document/names.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "tests/pipeline/mapping/bundle_of.h"

namespace cotejo::mapping {
namespace {

using model::BlockKind;
using testing::block_of;
using testing::bundle_of;
using testing::table_of;

model::DocumentInfo info_of(const model::Bundle& bundle) {
  static const Vocabulary vocabulary = Vocabulary::standard();
  return read_document_info(bundle, vocabulary);
}

TEST(DocumentInfo, ReadsACover) {
  const auto info =
      info_of(bundle_of({}, {block_of("ALCALDÍA MUNICIPAL DE MARIQUITA", BlockKind::paragraph, 1, 20, 12),
                             block_of("SECRETARÍA DE HACIENDA", BlockKind::paragraph, 1, 40, 11),
                             block_of("INFORME DE EJECUCIÓN PRESUPUESTAL DE GASTOS", BlockKind::heading, 1, 60, 16),
                             block_of("VIGENCIA 2018", BlockKind::heading, 1, 80, 16),
                             block_of("El presente informe muestra la ejecución con corte a 30 de septiembre de 2018.",
                                      BlockKind::paragraph, 1, 120, 10)}));
  EXPECT_EQ(info.entity, "ALCALDÍA MUNICIPAL DE MARIQUITA");
  EXPECT_EQ(info.dependency, "SECRETARÍA DE HACIENDA");
  EXPECT_EQ(info.kind, "ejecucion_presupuestal");
  EXPECT_EQ(info.title, "INFORME DE EJECUCIÓN PRESUPUESTAL DE GASTOS VIGENCIA 2018");
  EXPECT_EQ(info.vigencia_from, 2018);
  EXPECT_EQ(info.vigencia_to, 2018);
  EXPECT_EQ(info.cutoff, "2018-09-30");
}

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

TEST(DocumentInfo, TakesASpanOfYearsAndTheEntityOfARunningFoot) {
  const auto info = info_of(bundle_of({}, {block_of("Neiva Avanza", BlockKind::heading, 1, 100, 24),
                                           block_of("Informe de Gestión 2016 – 2019", BlockKind::heading, 1, 140, 17),
                                           block_of("Alcaldía de Neiva 1", BlockKind::running_foot, 1, 770, 8)}));
  EXPECT_EQ(info.entity, "Alcaldía de Neiva");
  EXPECT_EQ(info.kind, "informe_gestion");
  EXPECT_EQ(info.title, "Informe de Gestión 2016 – 2019");
  EXPECT_EQ(info.vigencia_from, 2016);
  EXPECT_EQ(info.vigencia_to, 2019);
}

TEST(DocumentInfo, TakesFromARunningHeadOnlyWhatStandsTogether) {
  model::Page page;
  page.number = 1;
  model::Block head = block_of("", BlockKind::running_head, 1, 20, 9);
  double x = 50;
  for (const std::string word : {"MUNICIPIO", "DE", "LA", "ESPERANZA", "Acta", "de", "cierre"}) {
    if (word == "Acta") x += 200;
    model::Word printed;
    printed.text = word;
    printed.font_size = 9;
    printed.box = {x, 20, x + 40, 29};
    x += 43;
    head.words.push_back(static_cast<int>(page.words.size()));
    page.words.push_back(printed);
    head.text += (head.text.empty() ? "" : " ") + word;
  }
  model::Bundle bundle = bundle_of({}, {head, block_of("ACTA DE CIERRE PRESUPUESTAL", BlockKind::heading, 1, 60, 16)});
  bundle.pages = {page};
  EXPECT_EQ(info_of(bundle).entity, "MUNICIPIO DE LA ESPERANZA");
}

TEST(DocumentInfo, KeepsTheLastPointOfInitials) {
  const auto entity = [](const std::string& line) {
    return info_of(bundle_of({}, {block_of(line, BlockKind::paragraph, 1, 20, 12)})).entity;
  };
  EXPECT_EQ(entity("EMPRESA DE ACUEDUCTO DE SAN MATEO E.S.P."), "EMPRESA DE ACUEDUCTO DE SAN MATEO E.S.P.");
  EXPECT_EQ(entity("ALCALDÍA DE HONDA."), "ALCALDÍA DE HONDA");
}

TEST(DocumentInfo, DoesNotTakeTheYearOfALawOrOfALetterForTheVigencia) {
  const auto info = info_of(bundle_of({}, {block_of("San José de Cúcuta, noviembre 28 de 2014"),
                                           block_of("Informe de auditoría", BlockKind::heading, 1, 80, 16),
                                           block_of("Ley 951 de 2005", BlockKind::paragraph, 1, 90),
                                           block_of("Vigencia 2013", BlockKind::paragraph, 1, 100)}));
  EXPECT_EQ(info.vigencia_to, 2013);
  EXPECT_EQ(info.kind, "informe_auditoria");
}

TEST(DocumentInfo, TakesTheNewerOfTwoDaysThatAreCompared) {
  const auto info =
      info_of(bundle_of({}, {block_of("ESTADO DE SITUACION FINANCIERA CORTE A 30 DE ABRIL DE 2021 VRS 30 DE ABRIL 2020",
                                      BlockKind::heading, 1, 60, 12)}));
  EXPECT_EQ(info.cutoff, "2021-04-30");
  EXPECT_EQ(info.vigencia_from, 2021);
  EXPECT_EQ(info.vigencia_to, 2021);
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

TEST(DocumentInfo, TakesNoYearFromTheEndOfAText) {
  model::Bundle bundle =
      bundle_of({}, {block_of("Informe de gestión", BlockKind::heading, 1, 40, 12),
                     block_of("los niveles de atención en salud. (Zapata, 2017).", BlockKind::paragraph, 1, 60, 10)});
  bundle.file_name = "informe-2021.pdf";
  EXPECT_EQ(info_of(bundle).vigencia_to, 2021);
}

TEST(DocumentInfo, LooksForTheEntityInTheTablesLast) {
  const auto info = info_of(
      bundle_of({table_of("", {{"Compromiso", "Avance"}, {"Publicar", "La Alcaldía de Honda publicó el informe."}})},
                {block_of("AVANCES DE LA RUTA POR LA TRANSPARENCIA", BlockKind::heading, 1, 60, 14)}));
  EXPECT_EQ(info.entity, "Alcaldía de Honda");
  EXPECT_EQ(info.kind, "ruta_transparencia");
}

TEST(DocumentInfo, OfAnAuditIsOfTheBodyThatAudits) {
  const auto info =
      info_of(bundle_of({}, {block_of("INFORME FINAL DE AUDITORÍA", BlockKind::heading, 1, 20, 12),
                             block_of("AUDITORIA ESPECIAL", BlockKind::heading, 1, 40, 14),
                             block_of("MUNICIPIO DE LA FLORESTA", BlockKind::heading, 1, 60, 14),
                             block_of("VIGENCIA 2014", BlockKind::heading, 1, 80, 14),
                             block_of("CONTRALORIA GENERAL DEL DEPARTAMENTO DEL CESAR", BlockKind::heading, 1, 100, 14),
                             block_of("Ciudad, Abril de 2015", BlockKind::heading, 1, 120, 14),
                             block_of("MUNICIPIO DE LA FLORESTA", BlockKind::heading, 2, 20, 14),
                             block_of("MUNICIPIO DE LA FLORESTA", BlockKind::heading, 3, 20, 14)}));
  EXPECT_EQ(info.entity, "CONTRALORIA GENERAL DEL DEPARTAMENTO DEL CESAR");
  EXPECT_EQ(info.dependency, "");
  EXPECT_EQ(info.title, "INFORME FINAL DE AUDITORÍA");
  EXPECT_EQ(info.vigencia_to, 2014);
}

TEST(DocumentInfo, PartsABodyFromItsDependencyOnOneLine) {
  const auto info = info_of(bundle_of(
      {}, {block_of("AUDITORÍA GENERAL DE LA REPÚBLICA GERENCIA SECCIONAL VIII", BlockKind::heading, 1, 20, 12),
           block_of("INFORME DE AUDITORÍA REGULAR A LA CONTRALORÍA DE CALARCÁ", BlockKind::heading, 1, 60, 12),
           block_of("Vigencia 2013", BlockKind::heading, 1, 80, 12),
           block_of("San José de Cúcuta, Noviembre 28 de 2014", BlockKind::heading, 1, 100, 12),
           block_of("Contraloría de Calarcá", BlockKind::heading, 2, 20, 12),
           block_of("Contraloría de Calarcá", BlockKind::heading, 3, 20, 12)}));
  EXPECT_EQ(info.entity, "AUDITORÍA GENERAL DE LA REPÚBLICA");
  EXPECT_EQ(info.dependency, "GERENCIA SECCIONAL VIII");
  EXPECT_EQ(info.title, "INFORME DE AUDITORÍA REGULAR A LA CONTRALORÍA DE CALARCÁ Vigencia 2013");
}

TEST(DocumentInfo, ReadsTheFieldsOfAForm) {
  const auto info = info_of(bundle_of(
      {},
      {block_of("SUBPROCESO: ELABORACIÓN Y SEGUIMIENTO DEL PLAN DE ACCIÓN Pagina 1 de 1", BlockKind::heading, 1, 20, 9),
       block_of("ENTIDAD: Personería Municipal de Honda", BlockKind::paragraph, 1, 30, 9),
       block_of("PLAN DE ACCIÓN POR PROCESO 2012 PROCESO O DEPENDENCIA: ADMINISTRATIVO Y FINANCIERO VIGENCIA: 2012",
                BlockKind::heading, 1, 40, 9)}));
  EXPECT_EQ(info.entity, "Personería Municipal de Honda");
  EXPECT_EQ(info.dependency, "ADMINISTRATIVO Y FINANCIERO");
  EXPECT_EQ(info.title, "PLAN DE ACCIÓN POR PROCESO 2012");
  EXPECT_EQ(info.vigencia_to, 2012);
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

TEST(DocumentInfo, TakesNoPostOfAPersonForADependency) {
  const auto info =
      info_of(bundle_of({}, {block_of("Contraloría Municipal de Neiva", BlockKind::heading, 1, 20, 12),
                             block_of("Asesor Control Interno", BlockKind::paragraph, 1, 40, 10),
                             block_of("Profesional Universitario Control Interno", BlockKind::paragraph, 1, 60, 10)}));
  EXPECT_EQ(info.dependency, "");
}

TEST(DocumentInfo, EndsWithTheLastDayOfTheSpanThatItsHeadNames) {
  const auto info = info_of(bundle_of({}, {block_of("Municipalidad de San Roque", BlockKind::running_head, 1, 20, 9),
                                           block_of("Del 02/01/2023 al 30/06/2023", BlockKind::running_head, 1, 40, 11),
                                           block_of("Ejercicio: 2023", BlockKind::running_head, 1, 60, 11)}));
  EXPECT_EQ(info.cutoff, "2023-06-30");
  EXPECT_EQ(info.vigencia_to, 2023);
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

TEST(DocumentInfo, ReadsALetterheadThatCameAsRowsOfATable) {
  const auto info = info_of(bundle_of({table_of("", {{"", "MUNICIPIO DE HONDA", ""},
                                                     {"MES", "EJECUCION CONSOLIDADA DE INGRESOS", ""},
                                                     {"RUBRO", "NOMBRE", "TOTAL"},
                                                     {"1", "INGRESOS", "3.759"}})},
                                      {block_of("MES REPORTADO: ENERO DEL 2016", BlockKind::running_head, 2, 20, 9)}));
  EXPECT_EQ(info.title, "EJECUCION CONSOLIDADA DE INGRESOS");
  EXPECT_EQ(info.cutoff, "2016-01-31");
}

TEST(DocumentInfo, OfAListOfBodiesIsOfNoneOfThem) {
  const auto info =
      info_of(bundle_of({table_of("", {{"Centro gestor", "Valor"},
                                       {"Departamento Administrativo de Planeación", "12.000"},
                                       {"Secretaría de Educación", "15.000"}}),
                         table_of("", {{"Programa", "Valor"}, {"1110 - Fondo de Infraestructura", "12"}})},
                        {block_of("Montos asignados", BlockKind::heading, 1, 60, 14)}));
  EXPECT_EQ(info.entity, "");
}

TEST(DocumentInfo, TakesAKindOfBodyForNoBody) {
  const auto info = info_of(bundle_of({table_of("", {{"Concepto", "Valor"}, {"Corporación autónoma", "12.000"}})},
                                      {block_of("EJECUCIÓN DE GASTOS", BlockKind::heading, 1, 60, 14)}));
  EXPECT_EQ(info.entity, "");
}

TEST(DocumentInfo, TakesTheWholeOfANameThatALogoBreaksOff) {
  const auto info = info_of(
      bundle_of({}, {block_of("Contraloría ..... General", BlockKind::paragraph, 1, 20, 12),
                     block_of("PARA: SEÑORES ALCALDES Y SECRETARÍAS DE DESPACHO", BlockKind::paragraph, 1, 40, 12),
                     block_of("ASUNTO: FUNCIÓN DE ADVERTENCIA", BlockKind::heading, 1, 60, 12),
                     block_of("El Decrelo 267 de 2000 faculta a la Contraloría General del Departamento del Huila.",
                              BlockKind::paragraph, 1, 80, 10)}));
  EXPECT_EQ(info.entity, "Contraloría General del Departamento del Huila");
  EXPECT_EQ(info.dependency, "");
  EXPECT_EQ(info.title, "FUNCIÓN DE ADVERTENCIA");
  EXPECT_EQ(info.vigencia_from, 0);
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

TEST(DocumentInfo, ALetterIsOfTheBodyWhoseHeadSignsIt) {
  const auto entity = [](const std::string& from, const std::string& to) {
    return info_of(bundle_of({}, {block_of(from, BlockKind::paragraph, 1, 60, 10),
                                  block_of(to, BlockKind::paragraph, 1, 90, 10),
                                  block_of("El decreto faculta a la Contraloría General de la República a advertir.",
                                           BlockKind::paragraph, 1, 140, 10)}))
        .entity;
  };
  EXPECT_EQ(entity("DE: CONTRALORA GENERAL DEL DEPARTAMENTO DE NORTE DE SANTANDER", "PARA: SEÑOR GOBERNADOR"),
            "CONTRALORÍA GENERAL DEL DEPARTAMENTO DE NORTE DE SANTANDER");
  EXPECT_EQ(entity("De: Alcalde Municipal de Honda", "Para: Secretarios de despacho"), "Alcaldía Municipal de Honda");
  // Without the one that it is to it is no letter.
  EXPECT_EQ(entity("DE: CONTRALORA GENERAL DEL DEPARTAMENTO DE NORTE DE SANTANDER", "Honda"),
            "Contraloría General de la República");
}

TEST(DocumentInfo, ALetterIsOfTheYearThatStandsOverIt) {
  const auto year = [](const std::string& to) {
    return info_of(bundle_of({}, {block_of("San José de Cúcuta, 06 de marzo de 2015", BlockKind::paragraph, 1, 40, 10),
                                  block_of("DE: CONTRALORA DEPARTAMENTAL", BlockKind::paragraph, 1, 60, 10),
                                  block_of(to, BlockKind::paragraph, 1, 90, 10),
                                  block_of("El plazo que fijó el Decreto 103 de 2015 venció en diciembre de 2014, y en "
                                           "2014 no se publicó nada de lo contratado en aquel año por las entidades.",
                                           BlockKind::paragraph, 1, 140, 10)}))
        .vigencia_from;
  };
  EXPECT_EQ(year("PARA: SEÑOR GOBERNADOR"), 2015);
  EXPECT_EQ(year("Señor Gobernador"), 0);
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

TEST(DocumentInfo, TakesNoDayThatATextNamesOnceAndLateForItsOwn) {
  const auto named = [](int page, int times) {
    std::vector<model::Block> blocks{block_of("INFORME DE AUDITORÍA VIGENCIA 2014", BlockKind::heading, 1, 60, 12)};
    for (int i = 0; i < times; ++i)
      blocks.push_back(block_of("Las cuentas se presentaron con corte a 28 de febrero de 2014.", BlockKind::paragraph,
                                page, 80, 10));
    return info_of(bundle_of({}, blocks)).cutoff;
  };
  EXPECT_EQ(named(40, 1), "");
  EXPECT_EQ(named(40, 2), "2014-02-28");
  EXPECT_EQ(named(2, 1), "2014-02-28");
}

TEST(DocumentInfo, SaysNothingWhereNothingIsSaid) {
  const auto info = info_of(bundle_of({}, {block_of("Hola.")}));
  EXPECT_EQ(info.entity, "");
  EXPECT_EQ(info.kind, "");
  EXPECT_EQ(info.vigencia_from, 0);
  EXPECT_EQ(info.cutoff, "");
  EXPECT_EQ(info_of({}).title, "");
}

TEST(DocumentInfo, FindsWhereANameEnds) {
  const Vocabulary vocabulary = Vocabulary::standard();
  const auto entity = [&](const std::string& line) { return find_name(vocabulary, "documento.entidad", line).name; };
  EXPECT_EQ(entity("MUNICIPIO DE HONDA"), "MUNICIPIO DE HONDA");
  EXPECT_EQ(entity("EJECUCIÓN PRESUPUESTAL MUNICIPIO DE HONDA VIGENCIA 2020"), "MUNICIPIO DE HONDA");
  EXPECT_EQ(entity("E.S.E HOSPITAL SAN VICENTE DE PAUL"), "E.S.E HOSPITAL SAN VICENTE DE PAUL");
  EXPECT_EQ(entity("la Alcaldía Municipal de Ibagué y sus unidades"), "Alcaldía Municipal de Ibagué");
  EXPECT_EQ(entity("Gobernación del Tolima, Secretaría de Salud"), "Gobernación del Tolima");
  EXPECT_EQ(entity("La Contraloría Departamental del Huila informó"), "Contraloría Departamental del Huila");
  EXPECT_EQ(entity("Municipalidad de"), "");
  EXPECT_EQ(entity("ALCALDÍA MUNICIPAL DE MOMPÓS Estados Financieros"), "ALCALDÍA MUNICIPAL DE MOMPÓS");
  EXPECT_EQ(entity("MUNICIPIO DE GUAPI Plan de acción"), "MUNICIPIO DE GUAPI");
  EXPECT_EQ(entity("E.S.E. HOSPITAL SAN JOSÉ de Ricaurte"), "E.S.E. HOSPITAL SAN JOSÉ de Ricaurte");
  EXPECT_EQ(entity("Municipio de Sotará Estados financieros"), "Municipio de Sotará");
  EXPECT_EQ(entity("el municipio de la costa"), "");
  const auto part = [&](const std::string& line) { return find_name(vocabulary, "documento.dependencia", line).name; };
  EXPECT_EQ(part("Dirección de Atención al Ciudadano"), "Dirección de Atención al Ciudadano");
  EXPECT_EQ(part("Oficina Asesora de Planeación, 2021"), "Oficina Asesora de Planeación");
  EXPECT_EQ(part("Secretaría"), "");
}

}  // namespace
}  // namespace cotejo::mapping
