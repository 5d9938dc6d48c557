#include <gtest/gtest.h>

#include "tests/pipeline/checks/auditor.h"

// What a careful auditor finds in the text of real reports, by itself and beside their tables.
namespace cotejo::checks {
namespace {

// What is printed at each place that the finding shows.
std::vector<std::string> places_of(const model::Finding& finding) {
  std::vector<std::string> texts;
  for (const model::Evidence& evidence : finding.evidence) texts.push_back(evidence.source.text);
  return texts;
}

Document prose(const std::string& text) {
  Document document;
  document.paragraph(text);
  return document;
}

TEST(AuditorOfText, FindsWhatATemplateLeft) {
  EXPECT_EQ(told(prose("El concepto sobre la gestión es Favorable – Desfavorable, por los factores siguientes."),
                 "marcador-sin-llenar")
                .size(),
            1U);
  EXPECT_EQ(told(prose("Título del gráfico"), "marcador-sin-llenar").size(), 1U);
  EXPECT_TRUE(
      told(prose("El concepto sobre la gestión es Favorable, por los factores siguientes."), "marcador-sin-llenar")
          .empty());
  EXPECT_TRUE(
      told(prose("La casilla Favorable – Desfavorable se marca con una equis."), "marcador-sin-llenar").empty());
  EXPECT_TRUE(told(prose("Se recomienda corregir el Título del gráfico de barras."), "marcador-sin-llenar").empty());
}

TEST(AuditorOfText, FindsTheLinesAndFieldsOfATemplate) {
  for (const char* text : {"El contratista ……………… identificado con cédula cumplió el objeto.",
                           "El contratista ............ cumplió el objeto.",
                           "El señor ____________ entregó el informe.", "El acta la firmó {{nombre}} en su despacho.",
                           "El informe de la vigencia 20XX se publicó.", "Metas del plan para 202X, por programa.",
                           "El control interno se considera Adecuado/Inadecuado en la entidad."})
    EXPECT_EQ(told(prose(text), "marcador-sin-llenar").size(), 1U) << text;
  for (const char* text :
       {"Introducción ................................ 5", "Capítulo dos …………………… 17", "Vías.............. $ 2.844.880",
        "Nombre: ..............................", "Firma: ____________", "La ley dice: «...... las entidades ...»",
        "La norma IPC-20XX-3 rige el diseño.", "El control interno se considera adecuado o inadecuado según su nota."})
    EXPECT_TRUE(told(prose(text), "marcador-sin-llenar").empty()) << text;
}

TEST(AuditorOfText, FindsAnAmountThatCannotBeRead) {
  EXPECT_EQ(told(prose("El contrato fue por valor de $16.16.800.000 y se pagó."), "texto-no-cuadra").size(), 1U);
  EXPECT_TRUE(told(prose("El contrato fue por valor de $16.800.000 y se pagó."), "texto-no-cuadra").empty());
  EXPECT_TRUE(told(prose("El contrato fue por valor de $ 5.258.70 y se pagó."), "texto-no-cuadra").empty());
}

TEST(AuditorOfText, FindsANormOfTwoYears) {
  Document document;
  document.paragraph("Mediante el Decreto 2641 del 17 de diciembre de 2013 se reglamentó la ley.");
  document.paragraph("Que el Decreto 2641 de 2012 estableció las estrategias.");
  document.paragraph("En cumplimiento del Decreto 2641 de 2012 se publican los avances.");
  const std::vector<model::Finding> found = told(document, "texto-no-cuadra");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().expected, "2012");
  Document clean;
  clean.paragraph("La Resolución 0012 de 2012 y la Resolución 0012 de 2013; el Decreto 2641 de 2012.");
  EXPECT_TRUE(told(clean, "texto-no-cuadra").empty());
}

TEST(AuditorOfText, CountsTheListThatANumberAnnounces) {
  const auto boxes = [](const std::string& number) {
    return prose("La entidad cuenta con " + number +
                 " buzones de sugerencias, ubicados así: 1. Ingreso. 2. Sala de espera. 3. Urgencias. 4. "
                 "Hospitalización.");
  };
  const std::vector<model::Finding> found = told(boxes("tres"), "texto-no-cuadra");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().reported, "3");
  EXPECT_EQ(found.front().expected, "4");
  EXPECT_TRUE(told(boxes("cuatro"), "texto-no-cuadra").empty());
}

TEST(AuditorOfText, FindsAPercentageThatNoCountHas) {
  const auto sample = [](const std::string& percent) {
    return prose(
        "La entidad reportó 184 indagaciones preliminares. Se revisaron veinticinco (25) indagaciones preliminares, "
        "que corresponde al " +
        percent + " en cantidad reportada.");
  };
  const std::vector<model::Finding> found = told(sample("28,26%"), "texto-no-cuadra");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().expected, "13.59");
  EXPECT_EQ(places_of(found.front()), (std::vector<std::string>{"28,26%", "25", "184"}));
  EXPECT_TRUE(told(sample("13,58%"), "texto-no-cuadra").empty()) << "cut, not rounded";
}

Document of_total(const std::string& percent) {
  Document document;
  document.table("Procesos por vigencia", 1,
                 {{"Vigencia", "Antigüedad", "Valor"},
                  {"2.009", "Entre 4 y 5 años", "$ 136.650.000"},
                  {"2.010", "Entre 3 y 4 años", "$ 9.509.166"},
                  {"2.011", "Entre 2 y 3 años", "$ 53.269.886.772"},
                  {"Totales", "", "$ 53.416.045.938"}});
  document.paragraph("La cuantía asciende a $146.159.166, equivalente al " + percent +
                     " del valor total del detrimento.");
  return document;
}

TEST(AuditorOfText, ComparesAShareOfAnAmountWithItsTotal) {
  const std::vector<model::Finding> found = told(of_total("0,47%"), "texto-no-cuadra");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(places_of(found.front()), (std::vector<std::string>{"0,47%", "$ 53.416.045.938", "$146.159.166"}));
  EXPECT_TRUE(told(of_total("0,27%"), "texto-no-cuadra").empty());
}

TEST(AuditorOfText, AddsUpTheAnswersToOneQuestion) {
  const auto answers = [](const std::string& no) {
    return prose("En urgencias el 41% manifestó positivamente y un " + no +
                 " negativamente su satisfacción. Se debe generar un plan. Al 56% no les aplicó la pregunta.");
  };
  const std::vector<model::Finding> found = told(answers("5%"), "texto-no-cuadra");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().reported, "102");
  EXPECT_TRUE(told(answers("3%"), "texto-no-cuadra").empty());
}

Document survey(const std::string& unhappy) {
  Document document;
  document.paragraph("El 22% corresponde al sexo masculino (62), el 78% al sexo femenino (217).");
  document.paragraph("El 32% es del área rural (90), el 68% del área urbana (189).");
  document.paragraph("La satisfacción es del 81%, equivalente a 226 usuarios, y 19% no satisfechos (" + unhappy + ").");
  return document;
}

TEST(AuditorOfText, AddsUpTheCountsOfWhatMakesAHundred) {
  const std::vector<model::Finding> found = told(survey("54"), "texto-no-cuadra");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().expected, "53");
  EXPECT_EQ(found.front().steps.back(), "Otras respuestas (página 1): 62 + 217 = 279");
  EXPECT_EQ(places_of(found.front()), (std::vector<std::string>{"54", "226", "62", "217"}));
  EXPECT_TRUE(told(survey("53"), "texto-no-cuadra").empty());
}

TEST(AuditorOfText, NamesTheWholeOfTheOtherParts) {
  const auto insurers = [](const std::string& rest) {
    return prose(
        "El 22% es del sexo masculino (62), el 78% del sexo femenino (217). El 18% (50) es de Savia Salud, el "
        "42% (118) de Coosalud, el 7% (20) de Sumimedical, el 22% (61) de Nueva, el 11% (30) de otras. " +
        rest);
  };
  const std::vector<model::Finding> found = told(insurers("(17) 8%"), "texto-no-cuadra");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().expected, "6.09");
  EXPECT_EQ(found.front().steps[1], "17 / 279 = 6,09 %");
  EXPECT_TRUE(told(insurers("(17) 6%"), "texto-no-cuadra").empty());
}

Document increase(const std::string& percent) {
  Document document;
  document.paragraph("En este trimestre se presentaron 37 comunicaciones de los usuarios.");
  document.paragraph("Se presentó un aumento del " + percent +
                     ", pues en el trimestre anterior se presentaron solo 9 comunicaciones de los usuarios.");
  return document;
}

TEST(AuditorOfText, ReadsWhatIsNowInAnEarlierSentence) {
  const std::vector<model::Finding> found = told(increase("400%"), "texto-no-cuadra");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().expected, "311.11");
  // Both sentences are shown, each with the place of its figure.
  const std::vector<model::Evidence>& places = found.front().evidence;
  ASSERT_EQ(places.size(), 3U);
  EXPECT_EQ(places[0].source.text, "400%");
  EXPECT_EQ(places[1].source.text, "9");
  EXPECT_EQ(places[1].source.sentence, places[0].source.sentence);
  EXPECT_EQ(places[2].source.text, "37");
  EXPECT_NE(places[2].source.sentence, places[0].source.sentence);
  EXPECT_GT(places[2].source.page, 0);
  EXPECT_TRUE(told(increase("311%"), "texto-no-cuadra").empty());
}

Document areas(const std::string& nursing) {
  Document document;
  document.table("Comunicaciones por área", 1,
                 {{"Área", "P", "Q", "S", "F", "total"},
                  {"asistencial médico", "", "6", "", "1", "7"},
                  {"asistencial enfermería", "", "", "", "3", "3"},
                  {"adm. facturación", "", "5", "2", "", "7"},
                  {"adm. citas médicas", "", "10", "", "", "10"},
                  {"Total", "", "21", "2", "4", "27"}});
  document.paragraph("Área asistencial médico: en esta área se presentaron 7 comunicaciones.");
  document.paragraph("Área administrativa citas médicas: de las 10 comunicaciones se respondió la totalidad.");
  document.paragraph("Área asistencial enfermería: se presentaron comunicaciones positivas (" + nursing +
                     " felicitaciones).");
  return document;
}

TEST(AuditorOfText, ComparesTheItemsOfAListWithTheirRows) {
  const std::vector<model::Finding> found = told(areas("2"), "texto-no-cuadra");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().expected, "3");
  EXPECT_TRUE(told(areas("3"), "texto-no-cuadra").empty());
}

}  // namespace
}  // namespace cotejo::checks
