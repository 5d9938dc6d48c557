#include "pipeline/normalise/amount_words/number_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace cotejo::normalise {
namespace {

using model::Amount;
using model::Unit;

struct Words {
  std::string text;
  std::int64_t mantissa;
  int exponent = 0;
  Unit unit = Unit::cop;
  bool strict = true;
};

void check(const std::vector<Words>& cases) {
  for (const Words& want : cases) {
    const auto amounts = find_amounts_in_words(want.text);
    ASSERT_EQ(amounts.size(), 1u) << want.text;
    EXPECT_EQ(amounts[0].amount.value.mantissa, want.mantissa) << want.text;
    EXPECT_EQ(amounts[0].amount.value.exponent, want.exponent) << want.text;
    EXPECT_EQ(name_of(amounts[0].amount.unit), name_of(want.unit)) << want.text;
    EXPECT_EQ(amounts[0].strict, want.strict) << want.text;
  }
}

TEST(AmountsInWords, StrictGrammar) {
  check({
      {"ciento catorce millones ochocientos cincuenta y siete mil trescientos noventa y un pesos", 114857391},
      {"Trece Millones Novecientos Treinta y Cuatro Mil pesos Mtce", 13934000},
      {"Un Millón Sesenta y Seis Mil Pesos Mtce", 1066000},
      {"quinientos siete millones de pesos", 507000000},
      {"Ciento veintiséis millones cuatrocientos setenta y cinco mil pesos", 126475000},
      {"cuatrocientos veinte millones seiscientos treinta y ocho mil pesos", 420638000},
      {"mil cuatrocientos ochenta y siete millones ciento trece mil pesos", 1487113000},
      {"cincuenta y nueve mil setecientos noventa y seis millones cuatrocientos treinta mil pesos", 59796430000},
      {"doscientos cuarenta y ocho mil seiscientos cuarenta y tres millones doscientos treinta y ocho mil pesos",
       248643238000},
      {"ciento cinco mil millones de pesos", 105000000000},
      {"dos billones trescientos mil millones de pesos", 2300000000000},
      {"un billón de pesos", 1000000000000},
      {"un billón un peso", 1000000000001},
      {"cero pesos", 0},
      {"un peso", 1},
      {"veintiún mil pesos", 21000},
      {"treinta y un pesos", 31},
      {"cien pesos", 100},
      {"cien mil pesos", 100000},
      {"ciento un mil pesos", 101000},
      {"DOSCIENTOS MIL PESOS M/CTE.", 200000},
      {"doscientos mil pesos mcte", 200000},
      {"doscientos mil pesos moneda legal", 200000},
      {"doscientos mil pesos moneda corriente", 200000},
      {"doscientos mil pesos colombianos", 200000},
      {"doscientos mil M/CTE", 200000},
      {"novecientas noventa y nueve mil pesos", 999000},
      {"diez pesos con once centavos", 1011, -2},
      {"mil doscientos pesos con 50/100", 120050, -2},
      {"mil doscientos pesos con 05 centavos m/cte", 120005, -2},
      {"mil pesos con cincuenta centavos moneda legal", 100050, -2},
      {"quince\nmillones\nde pesos", 15000000},
  });
}

TEST(AmountsInWords, OtherUnits) {
  check({
      {"doscientos cuarenta y nueve mil trescientos treinta y ocho dólares con once centavos", 24933811, -2, Unit::usd},
      {"veinte millones de dólares americanos", 20000000, 0, Unit::usd},
      {"veintitrés por ciento", 23, 0, Unit::percent},
      {"cien por ciento", 100, 0, Unit::percent},
      {"doce coma cinco por ciento", 125, -1, Unit::percent},
      {"noventa y siete punto cero cinco por ciento", 9705, -2, Unit::percent},
      {"nueve", 9, 0, Unit::count},
      {"doscientos cincuenta (250) contratos", 250, 0, Unit::count},
      {"ciento cincuenta y una quejas", 151, 0, Unit::count},
      {"dos mil trece (2013)", 2013, 0, Unit::count},
      {"mil millones", 1000000000, 0, Unit::count},
      {"diecinueve sesiones", 19, 0, Unit::count},
  });
}

TEST(AmountsInWords, LenientGrammarSaysSo) {
  check({
      {"CUATRO CIENTOS MIL PESOS", 400000, 0, Unit::cop, false},
      {"cuatro cientos veinte pesos", 420, 0, Unit::cop, false},
      {"veinte y un pesos", 21, 0, Unit::cop, false},
      {"diez y seis pesos", 16, 0, Unit::cop, false},
      {"treinta cinco pesos", 35, 0, Unit::cop, false},
      {"un mil doscientos pesos", 1200, 0, Unit::cop, false},
      {"dos millon de pesos", 2000000, 0, Unit::cop, false},
      {"un millones de pesos", 1000000, 0, Unit::cop, false},
      {"sietecientos pesos", 700, 0, Unit::cop, false},
      {"nuevecientos mil pesos", 900000, 0, Unit::cop, false},
      {"veinti tres pesos", 23, 0, Unit::cop, false},
      {"ciento mil pesos", 100000, 0, Unit::cop, false},
      {"cien veinte pesos", 120, 0, Unit::cop, false},
      {"treinta y uno mil pesos", 31000, 0, Unit::cop, false},
      {"ciento sincuenta y dos mil pesos", 152000, 0, Unit::cop, false},
      {"sincuenta y dos mil pesos", 52000, 0, Unit::cop, false},
      {"ochosientos mil pesos", 800000, 0, Unit::cop, false},
      {"el ciento por ciento", 100, 0, Unit::percent, false},
  });
}

TEST(AmountsInWords, NothingWhereNoneIsMeant) {
  for (const char* text :
       {"", "un informe", "una actividad y uno de los planes", "8 mil quinientos pesos", "105 mil millones",
        "millones de pesos", "cientos de personas", "y", "veinti", "dos mil millones mil millones", "un cuadro",
        "por ciento", "23 por ciento", "el sesentón", "tres millones millones"}) {
    EXPECT_TRUE(find_amounts_in_words(text).empty()) << text;
  }
}

TEST(AmountsInWords, AnArticleCountsMoneyAndPercentages) {
  check({
      {"un peso", 1, 0, Unit::cop},
      {"un dólar", 1, 0, Unit::usd},
      {"uno por ciento", 1, 0, Unit::percent},
      {"un millón de pesos", 1000000, 0, Unit::cop},
      {"un millon", 1000000, 0, Unit::count},
      {"un millone de pesos", 1000000, 0, Unit::cop, false},
  });
}

TEST(AmountsInWords, PointIntoTheText) {
  const std::string text = "Adición de cien mil, doscientos mil y trescientos mil pesos m/cte, según acta.";
  const auto amounts = find_amounts_in_words(text);
  ASSERT_EQ(amounts.size(), 3u);
  EXPECT_EQ(amounts[0].text, "cien mil");
  EXPECT_EQ(amounts[1].text, "doscientos mil");
  EXPECT_EQ(amounts[2].text, "trescientos mil pesos m/cte");
  for (const auto& amount : amounts) EXPECT_EQ(text.substr(amount.begin, amount.end - amount.begin), amount.text);
  EXPECT_EQ(name_of(amounts[0].amount.unit), "");
  EXPECT_EQ(name_of(amounts[2].amount.unit), "COP");
}

TEST(AmountsInWords, EveryNumberBelowAMillionReadsBack) {
  // The strict spelling of a number, by the rules of the Academia.
  const std::vector<std::string> small{
      "",           "un",         "dos",        "tres",         "cuatro",      "cinco",      "seis",
      "siete",      "ocho",       "nueve",      "diez",         "once",        "doce",       "trece",
      "catorce",    "quince",     "dieciséis",  "diecisiete",   "dieciocho",   "diecinueve", "veinte",
      "veintiún",   "veintidós",  "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete",
      "veintiocho", "veintinueve"};
  const std::vector<std::string> tens{"",          "",        "",        "treinta", "cuarenta",
                                      "cincuenta", "sesenta", "setenta", "ochenta", "noventa"};
  const std::vector<std::string> hundreds{"",           "ciento",      "doscientos",  "trescientos", "cuatrocientos",
                                          "quinientos", "seiscientos", "setecientos", "ochocientos", "novecientos"};
  const auto below_thousand = [&](int n) -> std::string {
    if (n == 100) return "cien";
    std::string text = hundreds[n / 100];
    const int rest = n % 100;
    std::string last = rest < 30 ? small[rest] : tens[rest / 10] + (rest % 10 ? " y " + small[rest % 10] : "");
    return text + (text.empty() || last.empty() ? "" : " ") + last;
  };
  for (int n = 1; n < 1'000'000; n += n < 2000 ? 1 : 337) {
    const int thousands = n / 1000;
    std::string text = thousands == 0 ? "" : thousands == 1 ? "mil" : below_thousand(thousands) + " mil";
    if (n % 1000) text += (text.empty() ? "" : " ") + below_thousand(n % 1000);
    const auto amounts = find_amounts_in_words(text + " pesos");
    ASSERT_EQ(amounts.size(), 1u) << text;
    ASSERT_EQ(amounts[0].amount, (Amount{{n, 0}, Unit::cop})) << text;
    ASSERT_TRUE(amounts[0].strict) << text;
  }
}

TEST(LeadingQuantity, ReadsWordsAndTheFigureBesideThem) {
  struct Goal {
    const char* text;
    std::int64_t value;
    const char* printed;
  };
  for (const Goal& goal : {Goal{"Un (1) mapa de riesgos", 1, "Un (1)"}, Goal{"Una (01) política", 1, "Una (01)"},
                           Goal{"Tres informes", 3, "Tres"}, Goal{"doce (12) jornadas", 12, "doce (12)"},
                           Goal{"• Dos ( 2 ) actas", 2, "Dos ( 2 )"},
                           Goal{"Mil doscientas (1.200) encuestas", 1200, "Mil doscientas (1.200)"}}) {
    const auto quantity = leading_quantity(goal.text);
    ASSERT_TRUE(quantity) << goal.text;
    EXPECT_EQ(quantity->amount, (Amount{{goal.value, 0}, Unit::count})) << goal.text;
    EXPECT_EQ(quantity->text, goal.printed) << goal.text;
  }
  for (const char* text : {"Cien por ciento (100%) de los casos", "Cien (100)% de los casos", "Cien (100 %)"}) {
    ASSERT_TRUE(leading_quantity(text)) << text;
    EXPECT_EQ(leading_quantity(text)->amount, (Amount{{100, 0}, Unit::percent})) << text;
  }
  EXPECT_EQ(leading_quantity("Doce coma cinco por ciento")->amount, (Amount{{125, -1}, Unit::percent}));
  for (const char* text :
       {"", "Un mapa de riesgos", "Una política", "Informe 3", "4 informes", "Tres (4) informes", "Tres (3 informes",
        "Publicar tres informes", "uno", "Mil mil (1000) cosas", "Dos (doce) actas"}) {
    EXPECT_FALSE(leading_quantity(text)) << text;
  }
}

TEST(AmountsInWords, LongRunsCostLittle) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "un peso con un ";
  EXPECT_FALSE(find_amounts_in_words(text).empty());
}

TEST(NumberWords, ACommaMayPartOneAmountOfMoney) {
  const auto values = [](const std::string& text) {
    std::vector<std::string> out;
    for (const WordsAmount& amount : find_amounts_in_words(text)) out.push_back(amount.amount.value.to_string());
    return out;
  };
  using Values = std::vector<std::string>;
  EXPECT_EQ(values("ciento catorce millones, ochocientos cincuenta y siete mil, trescientos pesos m/cte"),
            Values{"114857300"});
  EXPECT_EQ(values("cinco millones, cuatrocientos mil pesos ($5.400.000)"), Values{"5400000"});
  EXPECT_EQ(values("dos mil, tres mil y cuatro mil pesos"), (Values{"2000", "3000", "4000"}));
  EXPECT_EQ(values("mil quinientos, dos mil pesos"), (Values{"1500", "2000"}));
  EXPECT_EQ(values("dos millones, quinientos mil habitantes"), (Values{"2000000", "500000"}));
}

}  // namespace
}  // namespace cotejo::normalise
