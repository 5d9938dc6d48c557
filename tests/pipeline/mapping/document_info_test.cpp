#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pipeline/mapping/document/info.h"
#include "pipeline/mapping/document/names.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "tests/pipeline/mapping/bundle_of.h"
#include "tests/pipeline/mapping/info_of.h"

namespace cotejo::mapping {
namespace {

using model::BlockKind;
using testing::block_of;
using testing::bundle_of;
using testing::table_of;

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
