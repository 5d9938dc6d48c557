#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "pipeline/checks/prose/citations.h"
#include "tests/pipeline/checks/prose_slips.h"

namespace cotejo::checks {
namespace {

using testing::Document;
using testing::slips;
using testing::Slips;

TEST(Partitions, PartsThatMissTheirWhole) {
  EXPECT_EQ(
      slips("Se dio respuesta a 20.879 solicitudes, de las cuales 404 respondieron positivamente, 281 lo hicieron de "
            "forma negativa y 20.188 personas decidieron no contestar."),
      Slips{"20879→20873"});
  EXPECT_EQ(
      slips("Se dio respuesta a 34.405 solicitudes, de las cuales 1.967 respondieron positivamente, 481 lo hicieron "
            "de forma negativa y 31.957 decidieron no contestar."),
      Slips{});
}

TEST(Partitions, SomeOfTheWholeIsNoClaimThatItIsAll) {
  EXPECT_EQ(slips("Se recibieron 16.432 solicitudes, de las cuales 616 votaron positivamente y 224 de forma negativa."),
            Slips{});
}

TEST(Changes, OfCountsAndOfShares) {
  EXPECT_EQ(
      slips("Se presentaron 30 comunicaciones, con una disminución del 10% (trimestre anterior 37 comunicaciones)."),
      Slips{"10→18.92"});
  EXPECT_EQ(
      slips("Se presentaron 30 comunicaciones, con una disminución del 19% (trimestre anterior 37 comunicaciones)."),
      Slips{});
  EXPECT_EQ(
      slips(
          "El indicador fue del 86% equivalente a 337 usuarios, con una disminución del 4% (trimestre anterior 90%)."),
      Slips{})
      << "points of a percentage";
  EXPECT_EQ(slips("Satisfechos el 80% y no satisfechos el 20%, con una disminución del 1% (trimestre anterior 81%)."),
            Slips{})
      << "another figure of the sentence explains the change";
}

TEST(Changes, LinesOfAParagraphSetWideAreOnePassage) {
  Document document;
  const auto line = [&](const char* text, double y) {
    document.paragraph(text);
    model::Block& block = document.bundle().blocks.back();
    block.box = {60, y, 540, y + 12};
    block.font_size = 12;
  };
  line("En este trimestre se presentaron 30 comunicaciones de los usuarios, y en este", 100);
  line("trimestre comparado con el anterior, se presentó una disminución del 10% (trimestre anterior 37", 120);
  line("comunicaciones)", 140);
  EXPECT_EQ(slips(document), Slips{"10→18.92"});
}

TEST(Shares, OfWhatWasPlanned) {
  EXPECT_EQ(slips("Se cuenta con 29 actividades de 42 proyectadas con un avance del 63%."), Slips{"63→69.05"});
  EXPECT_EQ(slips("Se cuenta con 29 actividades de 42 proyectadas con un avance del 69%."), Slips{});
}

TEST(Equivalents, TooManyToCompareAreToldAndNotPassedOver) {
  const auto untested = [](int pairs) {
    Document document;
    for (int i = 0; i < pairs; ++i) document.paragraph("El servicio satisface al 67%, equivalente a 188 usuarios.");
    const auto result = document.check();
    return std::count_if(result.untested.begin(), result.untested.end(), [](const auto& it) {
      return it.rule == "texto-no-cuadra" && it.reason.find("demasiados") != std::string::npos;
    });
  };
  EXPECT_EQ(untested(500), 0);
  EXPECT_EQ(untested(501), 1);
}

TEST(Equivalents, OneOfSeveralSharesOfTheSameNumber) {
  const auto with = [](const std::string& last) {
    Document document;
    document.paragraph("Se encuestaron 279 usuarios en el trimestre.");
    document.paragraph("El tiempo de espera satisface al 67%, equivalente a 188 usuarios.");
    document.paragraph("La información es clara para el 91% equivalente a 255 usuarios.");
    document.paragraph("La privacidad, para el 83%. Correspondiente a 232 usuarios.");
    document.paragraph("Conocen sus derechos el 82%, correspondiente a 230 usuarios.");
    document.paragraph(last);
    return slips(document);
  };
  EXPECT_EQ(with("La comodidad satisface al 84%, equivalente a 133 usuarios."), Slips{"84→47.67"});
  EXPECT_EQ(with("La comodidad satisface al 116%, equivalente a 16 usuarios."), Slips{"116→5.73"});
  EXPECT_EQ(with("La comodidad satisface al 84%, equivalente a 235 usuarios."), Slips{});
  EXPECT_EQ(with("De los 18 usuarios de hospitalización, el 89%, correspondiente a 16 usuarios."), Slips{});
  EXPECT_EQ(with("En hospitalización, el 22% equivalente a 4 usuarios."), Slips{}) << "of a number not printed";
  EXPECT_EQ(with("Quejas el 40%, equivalente a 170 comunicaciones."), Slips{}) << "other things are counted";
}

TEST(Previous, OfALineThatGivesTheSameIndicator) {
  const auto with = [](const std::string& text) {
    Document document;
    document.paragraph("Oportunidad de Respuesta II trimestre : 62%");
    document.paragraph("Oportunidad de respuesta III trimestre: 90%");
    document.paragraph(text);
    return slips(document);
  };
  EXPECT_EQ(with("Se obtuvo un indicador del 90%, con un aumento de la oportunidad. Trimestre anterior 60%."),
            Slips{"60→62"});
  EXPECT_EQ(with("Se obtuvo un indicador del 90%, con un aumento de la oportunidad. Trimestre anterior 62%."), Slips{});
  EXPECT_EQ(with("La satisfacción fue del 88%, con un aumento. Trimestre anterior 60%."), Slips{});
  EXPECT_EQ(with("Trimestre anterior 60%."), Slips{}) << "of what is not said";
}

TEST(Forms, LinesHeldToEachOther) {
  Document document;
  const auto form = [&](double x, std::initializer_list<const char*> lines) {
    double y = 100;
    for (const char* text : lines) {
      document.paragraph(text, 1, model::BlockKind::heading);
      document.bundle().blocks.back().box = {x, y, x + 150, y + 10};
      y += 14;
    }
  };
  form(60, {"Usuarios encuestados: 392", "Usuarios satisfechos: 314", "Usuarios no satisfechos: 77",
            "% de satisfacción: 80%"});
  form(300, {"Usuarios encuestados: 279", "Usuarios satisfechos: 226", "% de satisfacción: 77%"});
  EXPECT_EQ(slips(document), (Slips{"392→391", "77→81"}));
}

TEST(Texts, DatesOfActsAreCitations) {
  const std::string text = "Se realizó según el decreto 819 del 22 de julio de 2020 la sesión del 4 de junio de 2020";
  EXPECT_TRUE(cited(text, text.find("22 de julio")));
  const std::string fact = "Se llevó a cabo la primera sesión el día 4 de junio de 2020";
  EXPECT_FALSE(cited(fact, fact.find("4 de junio")));
}

TEST(Markers, RomanNumeralsAndPlacesToSignAreNone) {
  for (const char* text : {"El XX Congreso y el siglo XX", "________________________\nFirma",
                           "Firma: ______________ del alcalde", "Talla XXL"}) {
    Document document;
    document.paragraph(text);
    EXPECT_TRUE(testing::of_rule(document.check(), "marcador-sin-llenar").empty()) << text;
  }
  for (const char* text : {"Se firmó el acta No. XXX de 2020 en el despacho", "El día ____ de mayo se reunió el comité",
                           "Fecha: día / mes / año del acta", "El valor es de $ XXXX pesos"}) {
    Document document;
    document.paragraph(text);
    EXPECT_EQ(testing::of_rule(document.check(), "marcador-sin-llenar").size(), 1U) << text;
  }
}

TEST(Markers, ACellThatWasLeftAsInTheTemplate) {
  Document document;
  document.table("Plan", 1,
                 {{"Actividad", "Responsable", "Enero"}, {"Publicar", "XX", "X"}, {"Capacitar", "Planeación", "XX"}});
  document.measure(2, "", mapping::ColumnRole::mark);
  const auto found = testing::of_rule(document.check(), "marcador-sin-llenar");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].evidence[0].source.row, 1);
}

TEST(Captions, OfAYearThatTheReportNamesNowhereElse) {
  const auto report = [](int from, int to, const std::string& year) {
    Document document;
    document.paragraph("Informe de PQRS vigencia 2020")
        .paragraph("Durante la vigencia 2020 se recibieron solicitudes.");
    document.table("Tabla 1. PQRS por tipo, vigencia " + year, 1,
                   {{"Tipo", "Cantidad"}, {"Quejas", "12"}, {"Reclamos", "17"}});
    document.reading().records.document.vigencia_from = from;
    document.reading().records.document.vigencia_to = to;
    return testing::of_rule(document.check(), "rotulo-no-coincide").size();
  };
  EXPECT_EQ(report(2020, 2020, "2019"), 1U);
  EXPECT_EQ(report(2019, 2020, "2019"), 1U);
  EXPECT_EQ(report(2020, 2020, "2020"), 0U);
  EXPECT_EQ(report(2017, 2020, "2019"), 0U) << "a report of several years";
}

TEST(Codes, APartOfACodeFilledUpWithZerosIsNoSlipOfIt) {
  const auto found = [](const std::string& printed) {
    Document document;
    document.paragraph("En el balance figura " + printed + " PASIVO NO CORRIENTE por la suma anotada.");
    document.table("Balance", 1, {{"Cuenta", "Valor"}, {"200000000 PASIVO NO CORRIENTE", "5.000.000"}});
    return testing::of_rule(document.check(), "codigo-no-coincide").size();
  };
  EXPECT_EQ(found("220000000"), 0U);
  EXPECT_EQ(found("200000300"), 0U);
  EXPECT_EQ(found("300000000"), 1U);
}

TEST(Codes, OneDigitOffIsNoSlipWhereTheTableHasBoth) {
  const auto found = [](const std::string& printed) {
    Document document;
    document.paragraph("El rubro " + printed + " Materiales y suministros respalda el gasto.");
    document.table("Gastos", 1,
                   {{"Rubro", "Valor"},
                    {"206101501027 Materiales y suministros", "5.000.000"},
                    {"206101601027 Materiales y suministros", "7.000.000"}});
    return testing::of_rule(document.check(), "codigo-no-coincide").size();
  };
  EXPECT_EQ(found("206101501027"), 0U);
  EXPECT_EQ(found("206101601027"), 0U);
}

// A block whose words stand on one line, 10 points apart, each as wide as 8.
void printed(model::Bundle& bundle, int number, const std::string& text) {
  model::Page page;
  page.number = number;
  model::Block block;
  block.page = number;
  block.text = text;
  std::istringstream words(text);
  double x = 100;
  for (std::string word; words >> word; x += 10) {
    block.words.push_back(static_cast<int>(page.words.size()));
    page.words.push_back({word, {x, 50, x + 8, 60}, 10});
  }
  block.box = {100, 50, x, 60};
  bundle.pages.push_back(std::move(page));
  bundle.blocks.push_back(std::move(block));
}

TEST(Codes, OfRowsThatFellOutOfTheirTableAreNone) {
  const auto found = [](const std::string& text, double left) {
    Document document;
    printed(document.bundle(), 1, text);
    for (model::Word& word : document.bundle().pages.back().words) word.box.x0 += left, word.box.x1 += left;
    document.table("Contratos", 1,
                   {{"No. contrato", "Objeto"},
                    {"CV-020-2014", "Prestar los servicios de apoyo al inventario"},
                    {"CV-021-2014", "Suministro de papelería"}});
    mapping::TableReading& reading = document.last();
    for (const std::size_t row : {1U, 2U}) reading.rows[row].code = row == 1 ? "CV-020-2014" : "CV-021-2014";
    for (const std::size_t row : {1U, 2U})
      reading.rows[row].label = row == 1 ? "Prestar los servicios de apoyo al inventario" : "Suministro de papelería";
    return testing::of_rule(document.check(), "codigo-no-coincide").size();
  };
  EXPECT_EQ(found("Del contrato 010-2014 Prestar los servicios de apoyo al inventario se pagó todo.", 0), 1U);
  EXPECT_EQ(found("CPS-010-2014 Prestar los servicios de apoyo al inventario", 0), 0U);
  // The third word begins where the codes of the table do.
  EXPECT_EQ(found("Del contrato 010-2014 Prestar los servicios de apoyo al inventario se pagó todo.", -70), 0U);
  // A line of running text may begin there, too: here the eleventh word.
  EXPECT_EQ(found("Los pagos de ese año se hicieron con cargo al contrato 010-2014 Prestar los servicios de apoyo al "
                  "inventario.",
                  -160),
            1U);
}

TEST(Places, AFigureOfProseIsPointedAtAndNotItsParagraph) {
  Document document;
  printed(document.bundle(), 3, "Se presentaron 30 comunicaciones, una disminución del 10% (trimestre anterior 37).");
  const auto findings = testing::of_rule(document.check(), "texto-no-cuadra");
  ASSERT_EQ(findings.size(), 1);
  const model::Source& place = findings.front().evidence.front().source;
  EXPECT_EQ(place.page, 3);
  EXPECT_EQ(place.box, (model::Rect{170, 50, 178, 60}));
}

TEST(Places, OfAPeriodAreItsWordsAndNotTheirSentence) {
  Document document;
  printed(document.bundle(), 1, "Informe de comunicaciones del III trimestre de 2022.");
  printed(document.bundle(), 3, "Las quejas de este primer trimestre fueron pocas.");
  const auto findings = testing::of_rule(document.check(), "rotulo-no-coincide");
  ASSERT_EQ(findings.size(), 1);
  const model::Source& place = findings.front().evidence.front().source;
  EXPECT_EQ(place.box, (model::Rect{140, 50, 158, 60}));
}

TEST(Places, OfAParagraphThatAPageBreakCutTheFigureIsOnItsOwnPage) {
  Document document;
  printed(document.bundle(), 3, "Se presentaron 30 comunicaciones en total, lo que fue");
  printed(document.bundle(), 4, "una disminución del 10% (trimestre anterior 37 comunicaciones).");
  document.bundle().pages.back().words[3].confidence = 0.5;
  const auto findings = testing::of_rule(document.check(), "texto-no-cuadra");
  ASSERT_EQ(findings.size(), 1);
  EXPECT_EQ(findings.front().page, 4);
  const model::Source& place = findings.front().evidence.front().source;
  EXPECT_EQ(place.box, (model::Rect{130, 50, 138, 60}));
  EXPECT_EQ(place.confidence, 0.5);
}

TEST(Places, OfAScanTheFindingSaysWhetherTheReportOrItsReadingIsLikelierWrong) {
  for (const double confidence : {0.97, 0.62}) {
    Document document;
    printed(document.bundle(), 3, "Se presentaron 30 comunicaciones, una disminución del 10% (trimestre anterior 37).");
    for (model::Word& word : document.bundle().pages.back().words) {
      word.origin = model::Origin::ocr;
      word.confidence = confidence;
    }
    const auto findings = testing::of_rule(document.check(), "texto-no-cuadra");
    ASSERT_EQ(findings.size(), 1);
    const bool sure = confidence > 0.9;
    EXPECT_EQ(findings.front().diagnosis == model::Diagnosis::doubtful_reading, !sure);
    EXPECT_THAT(findings.front().steps.back(),
                ::testing::HasSubstr(sure ? "Más probable el informe" : "certeza (0,62)"));
  }
}

}  // namespace
}  // namespace cotejo::checks
