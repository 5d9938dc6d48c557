#include <gtest/gtest.h>

#include "tests/pipeline/checks/prose_slips.h"

// What the running text says of the figures that the report's tables print.
namespace cotejo::checks {
namespace {

using testing::Document;
using testing::slips;
using testing::Slips;

TEST(Labels, OfASentenceThatSpeaksOfATable) {
  const auto report = [](const std::string& text) {
    Document document;
    document.paragraph(text);
    document.table("PQRS por tipo", 1,
                   {{"Tipo", "Cantidad", "%"},
                    {"Peticiones", "2", "7%"},
                    {"Quejas", "21", "70%"},
                    {"Reclamos", "0", "0%"},
                    {"Sugerencias", "1", "3%"},
                    {"Felicitaciones", "6", "20%"},
                    {"TOTAL", "30", "100%"}});
    return slips(document);
  };
  EXPECT_EQ(report("De las comunicaciones, un 3% equivalente a 1 comunicaciones fueron peticiones, un 73% quejas, "
                   "equivalente a 22 "
                   "comunicaciones, se presentó 0 reclamos, 6, fueron sugerencias (3%) y un 20% (6) felicitaciones."),
            (Slips{"1→2", "22→21", "6→1"}));
  EXPECT_EQ(
      report("De las comunicaciones, un 7% equivalente a 2 comunicaciones fueron peticiones y un 70% (21) quejas."),
      Slips{});
  EXPECT_EQ(report("En las 4 quejas de las que habla el acta se citó a los 3 funcionarios."), Slips{})
      << "nothing of it agrees with the table";
  EXPECT_EQ(report("En el trimestre anterior se presentaron 28 quejas y 6 felicitaciones."), Slips{});
}

TEST(Labels, AreNamedByTheirOwnWordsAndNotByThoseOfTheirGroup) {
  Document document;
  document.paragraph("El 31% (78) es de Coosalud, el 32% (81) de Nueva, el 15% (32) a otras.");
  document.table("Población encuestada", 1,
                 {{"Grupo", "Detalle", "Cantidad", "%"},
                  {"Régimen", "Coosalud", "78", "31%"},
                  {"Régimen", "Nueva", "81", "32%"},
                  {"Régimen", "Savia", "59", "24%"},
                  {"Régimen", "Otras", "32", "13%"}});
  const std::vector<model::Finding> found = testing::of_rule(document.check(), "texto-no-cuadra");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found.front().message.find("para «Otras»"), std::string::npos) << found.front().message;
}

TEST(Totals, OfTheTablesThatFollow) {
  const auto report = [](const std::string& text) {
    Document document;
    document.paragraph(text);
    document.table("Solicitudes por canal", 1,
                   {{"Canal", "Total"}, {"Web", "4.029"}, {"Buzón", "3.000"}, {"TOTAL", "7.029"}});
    return slips(document);
  };
  EXPECT_EQ(
      report("Durante la vigencia 2020 la administración recibió un total de 7.119 solicitudes de la ciudadanía."),
      Slips{"7119→7029"});
  EXPECT_EQ(
      report("Durante la vigencia 2020 la administración recibió un total de 7.029 solicitudes de la ciudadanía."),
      Slips{});
  EXPECT_EQ(report("En la vigencia anterior se recibió un total de 6.978 solicitudes."), Slips{});
}

TEST(Totals, HaveNoDecimalsWhateverSignTheTablesUse) {
  const auto report = [](const std::string& count) {
    Document document;
    document.paragraph("Durante la vigencia se recibieron " + count + " solicitudes, que se clasifican así:");
    document.table(
        "Solicitudes por canal", 1,
        {{"Canal", "Total", "%"}, {"Web", "6054", "66.9"}, {"Buzón", "3000", "33.1"}, {"TOTAL", "9054", "100.0"}});
    for (mapping::ColumnReading& column : document.last().columns) column.mark = normalise::DecimalMark::point;
    return slips(document);
  };
  EXPECT_EQ(report("9.504"), Slips{"9504→9054"});
  EXPECT_EQ(report("9.054"), Slips{});
}

TEST(Totals, AreTheLargestFigureOfTheirRow) {
  const auto report = [](const std::string& count) {
    Document document;
    document.paragraph("Durante la vigencia se recibieron " + count + " solicitudes, que se clasifican así:");
    document.table("Solicitudes por mes", 1,
                   {{"Mes", "Web", "Total Buzón", ""},
                    {"Enero", "641", "302", "943"},
                    {"Febrero", "512", "310", "822"},
                    {"TOTAL", "1153", "612", "1765"}});
    return slips(document);
  };
  EXPECT_EQ(report("1.675"), Slips{"1675→1765"}) << "the head «Total» came to stand over another column";
  EXPECT_EQ(report("1.765"), Slips{});
}

TEST(Amounts, OneSlipAwayFromATable) {
  const auto report = [](const std::string& amount) {
    Document document;
    document.paragraph("De la apropiación se comprometieron $" + amount + " en el año.");
    document.table("Ejecución", 1,
                   {{"Rubro", "Compromisos"},
                    {"Vías", "$ 20.204.891.390"},
                    {"Agua", "$ 21.000.000.000"},
                    {"TOTAL", "$ 41.204.891.390"}});
    return slips(document);
  };
  EXPECT_EQ(report("41.204.819.390"), Slips{"41204819390→41204891390"});
  EXPECT_EQ(report("41.204.891.390"), Slips{});
  EXPECT_EQ(report("38.917.220.118"), Slips{}) << "another amount altogether";
}

TEST(Labels, AFigureAfterAClauseIsItsLabels) {
  const auto told = [](const std::string& text) {
    Document document;
    document.paragraph(text);
    document.table("Solicitudes por canal", 1,
                   {{"Canal", "Cantidad"},
                    {"Ventanilla presencial", "2.951"},
                    {"Correo electrónico", "2.118"},
                    {"Formulario web", "1.405"}});
    document.measure(1, "recibidas", mapping::ColumnRole::count);
    return slips(document);
  };
  const auto both = [&](const std::string& first, const std::string& second) {
    return told("La ventanilla presencial sigue siendo el canal preferido de los ciudadanos, con " + first +
                " solicitudes, seguida del correo electrónico, con " + second + ".");
  };
  EXPECT_EQ(both("2.951", "2.118"), Slips{});
  EXPECT_EQ(both("2.451", "2.118"), Slips{"2451→2951"});
  EXPECT_EQ(both("2.951", "2.128"), Slips{"2128→2118"});
  EXPECT_EQ(told("El canal de la ventanilla presencial, con 2.591 solicitudes, es el que prefieren los ciudadanos."),
            Slips{"2591→2951"});
  EXPECT_EQ(told("El canal de la ventanilla presencial, con 2.851 solicitudes, es el que prefieren los ciudadanos."),
            Slips{})
      << "it may be another year's";
}

TEST(Totals, ATextThatGivesWhatTheTablesSumAsksForIsNoSlipOfItsOwn) {
  const auto rules_broken = [](const std::string& total) {
    Document document;
    document.paragraph("En el trimestre se recibieron en total 250 solicitudes, descritas así:");
    document.table(
        "Solicitudes recibidas", 1,
        {{"Tipo", "Cantidad"}, {"Quejas", "48"}, {"Reclamos", "102"}, {"Peticiones", "100"}, {"Total", total}});
    document.measure(1, "recibidas", mapping::ColumnRole::count);
    std::vector<std::string> names;
    for (const model::Finding& finding : document.check().findings) names.push_back(finding.rule);
    return names;
  };
  EXPECT_TRUE(rules_broken("250").empty());
  EXPECT_EQ(rules_broken("205"), std::vector<std::string>{"total-no-cuadra"});
}

TEST(RowShares, AreOfTheTotalOfTheirTableAndPeriod) {
  const auto report = [](const std::string& quejas, const std::string& reclamos) {
    Document document;
    document.paragraph(
        "En la vigencia 2021 se destacan las peticiones (204, es decir, 45%), las quejas (121, es decir, " + quejas +
        ") y los reclamos (87, es decir, " + reclamos + ").");
    document.table("PQRS por tipo", 1,
                   {{"Tipo", "2020", "Total 2021"},
                    {"Peticiones", "90", "204"},
                    {"Quejas", "121", "121"},
                    {"Reclamos", "104", "87"},
                    {"Sugerencias", "85", "41"},
                    {"TOTAL", "400", "453"}});
    document.last().columns[1].vigencia = 2020;
    document.last().columns[2].vigencia = 2021;
    return slips(document);
  };
  EXPECT_EQ(report("26,7%", "19,2%"), Slips{});
  EXPECT_EQ(report("27,6%", "19,2%"), Slips{"27.6→26.71"});
  EXPECT_EQ(report("30,3%", "21,8%"), Slips{"30.3→26.71"}) << "of the 400 of the year before; one cause";
}

// A text that gives each label the figure of the row below or above it.
TEST(Shifted, LabelsByOneRowAreToldOnce) {
  const auto report = [](const std::vector<std::string>& texts) {
    Document document;
    for (const std::string& text : texts) document.paragraph(text);
    document.table("PQRS por tipo", 1,
                   {{"Tipo", "Cantidad", "%"},
                    {"Peticiones", "204", "44%"},
                    {"Quejas", "121", "26%"},
                    {"Reclamos", "87", "19%"},
                    {"Sugerencias", "53", "11%"},
                    {"TOTAL", "465", "100%"}});
    return slips(document);
  };
  EXPECT_EQ(report({"Se recibieron, con un total de 121, las peticiones (121), las quejas (87) y los reclamos (53)."}),
            Slips{"121→204"});
  EXPECT_EQ(report({"Se recibieron en el periodo las peticiones (204), las quejas (121) y los reclamos (87)."}),
            Slips{});
  EXPECT_EQ(report({"En cuanto a las quejas, se recibieron quejas con un total de 204 en el periodo.",
                    "En cuanto a los reclamos, se recibieron reclamos con un total de 121 en el periodo."}),
            Slips{"204→121"})
      << "one slip, though in two sentences";
  EXPECT_EQ(
      report({"De las audiencias se recibieron en la sede las peticiones (64), las quejas (53) y los reclamos (9)."}),
      Slips{})
      << "it speaks of something else";
}

}  // namespace
}  // namespace cotejo::checks
