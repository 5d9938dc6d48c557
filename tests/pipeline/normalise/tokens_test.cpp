#include <gtest/gtest.h>

#include <array>
#include <string>

#include "pipeline/normalise/numbers/numbers.h"

namespace cotejo::normalise {
namespace {

constexpr std::array<const char*, 13> kNames{"amount",   "percent", "count",   "year",  "date",    "code", "nit",
                                             "radicado", "law",     "article", "phone", "ordinal", "other"};

// "kind:text" of every token, figures with their value: "amount:$507.000.000=507000000COP".
std::string tokens_of(const std::string& text,
                      const NumberContext& context = {DecimalMark::comma, model::Unit::count, 0}) {
  std::string all;
  for (const NumberToken& token : find_numbers(text, context)) {
    EXPECT_EQ(text.substr(token.begin, token.end - token.begin), token.text);
    if (!all.empty()) all += " | ";
    all += kNames[static_cast<std::size_t>(token.kind)];
    all += ":" + token.text;
    if (token.reading.kind == NumberKind::number) {
      all += "=" + token.reading.amount.value.to_string() + std::string(name_of(token.reading.amount.unit));
    }
    if (token.reading.kind == NumberKind::ambiguous) all += "=?";
  }
  return all;
}

struct Case {
  std::string text;
  std::string tokens;
};

void check(const std::vector<Case>& cases) {
  for (const auto& [text, tokens] : cases) EXPECT_EQ(tokens_of(text), tokens) << text;
}

TEST(FindNumbers, Amounts) {
  check({
      {"apropiación de quinientos siete millones de pesos ($507.000.000), y", "amount:$507.000.000=507000000COP"},
      {"por $535.596.320, para", "amount:$535.596.320=535596320COP"},
      {"por valor de $13.983.147.", "amount:$13.983.147=13983147COP"},
      {"el valor de $8.540 millones y en", "amount:$8.540 millones=8540000000COP"},
      {"de $85.697 millones de pesos, seguido", "amount:$85.697 millones de pesos=85697000000COP"},
      {"once centavos (US$249,338.11), para", "amount:US$249,338.11=249338.11USD"},
      {"hasta por la suma de USD 20 millones destinado", "amount:USD 20 millones=20000000USD"},
      {"variación de $ -502.331.114 frente", "amount:$ -502.331.114=-502331114COP"},
      {"1.250.000 pesos", "amount:1.250.000 pesos=1250000COP"},
      {"un total de 300 millones de pesos", "amount:300 millones de pesos=300000000COP"},
      {"$1.000.000,oo m/cte", "amount:$1.000.000,oo m/cte=1000000COP"},
      {"$ 1\u00A0250\u00A0000 en", "amount:$ 1\u00A0250\u00A0000=1250000COP"},
      {"$40.000.000, $4.000.000 y $2.000.000.",
       "amount:$40.000.000=40000000COP | amount:$4.000.000=4000000COP | amount:$2.000.000=2000000COP"},
  });
}

TEST(FindNumbers, PercentagesAndCounts) {
  check({
      {"correspondiente 23% de ejecución", "percent:23%=23%"},
      {"el 97,526% y el 88 %", "percent:97,526%=97.526% | percent:88 %=88%"},
      {"creció +400 % (de 9 a 37)", "percent:400 %=400% | count:9=9 | count:37=37"},
      {"entre 50%-60%", "percent:50%=50% | percent:60%=60%"},
      {"el 95 por ciento", "percent:95 por ciento=95%"},
      {"disminuyó -5% en", "percent:-5%=-5%"},
      {"los informes —12 en total— y", "count:12=12"},
      {"se recibieron 7.029 solicitudes", "count:7.029=7029"},
      {"nueve (9) informes", "count:9=9"},
      {"un promedio de 42,5 km", "count:42,5=42.5"},
      {"atendió 2021 solicitudes y 8 mil personas", "count:2021=2021 | count:8 mil=8000"},
      {"1250000 habitantes", "count:1250000=1250000"},
      {"(05) informes", "count:05=5"},
      {"se registró 25 solicitudes", "count:25=25"},
      {"en 2.020 predios", "count:2.020=2020"},
      {"En cuenta 12 informes", "count:12=12"},
  });
}

TEST(FindNumbers, YearsAndDates) {
  check({
      {"durante la vigencia 2021 se", "year:2021"},
      {"En 2020, 250 personas", "year:2020 | count:250=250"},
      {"Informe de Gestión 2020 – 2023 instancias", "year:2020 | year:2023"},
      {"Plan de Desarrollo 2020-2023", "year:2020-2023"},
      {"el 30 de junio de 2020 se", "date:30 de junio de 2020"},
      {"mayo 14 de 2019 y 29/01/2021", "date:mayo 14 de 2019 | date:29/01/2021"},
      {"del 22 al 27 de enero de 2021", "date:22 | date:27 de enero de 2021"},
      {"a las 2 p.m. o 10:30", "other:2 | other:10:30"},
      {"en septiembre de 2013", "date:septiembre de 2013"},
      {"el I trimestre de 2021", "date:I trimestre de 2021"},
  });
}

TEST(FindNumbers, NeverTakesCodesForAmounts) {
  check({
      {"rubro 2.1.2.02.02.008 por", "code:2.1.2.02.02.008"},
      {"BPIN 2020730010024", "code:2020730010024"},
      {"214320202009-2020730010024-01", "code:214320202009-2020730010024-01"},
      {"código 215311901840", "code:215311901840"},
      {"NIT 800.113.389-7", "nit:800.113.389-7"},
      {"con NIT. 890501431-0,", "nit:890501431-0"},
      {"Nit No. 9005963963", "nit:9005963963"},
      {"radicado 2022-071800 del", "radicado:2022-071800"},
      {"mediante 2020-023237", "radicado:2020-023237"},
      {"oficio No. 1100-0008", "radicado:1100-0008"},
      {"contrato No. 123 de 2020", "code:123 | year:2020"},
      {"Contrato 123 por valor", "code:123"},
      {"CDP N° 45", "code:45"},
      {"ISO9001 y COVID-19, F-GC-05", "code:ISO9001 | code:COVID-19 | code:F-GC-05"},
      {"Calle 9 No. 2-59", "code:9 | code:2-59"},
      {"No. 2-59", "code:2-59"},
      {"cédula 26005255", "code:26005255"},
      {"ficha 0045", "code:0045"},
  });
}

TEST(FindNumbers, NormsReferencesPhonesOrdinals) {
  check({
      {"Ley 951 de 2005", "law:951 | year:2005"},
      {"la Ley 1474 de 2011 y 1712 de 2014", "law:1474 | year:2011 | law:1712 | year:2014"},
      {"Decreto Reglamentario 1081 de 2015", "law:1081 | year:2015"},
      {"Decreto No. 1000-0123", "law:1000-0123"},
      {"Resolución MinTIC 3564 de 2015", "law:3564 | year:2015"},
      {"Acuerdo Municipal N° 010 de 2020", "law:010 | year:2020"},
      {"CONPES 3654", "law:3654"},
      {"artículo 9 de la", "article:9"},
      {"artículos 5, 6 y 7 de la", "article:5 | article:6 | article:7"},
      {"art. 23", "article:23"},
      {"Tabla 04. Presupuesto", "article:04"},
      {"ver Gráfica 12 y página 31", "article:12 | article:31"},
      {"Tel: 2611773", "phone:2611773"},
      {"celular 3001234567", "phone:3001234567"},
      {"llame al 3151234567", "phone:3151234567"},
      {"1er, 2do y 3º lugar", "ordinal:1er | ordinal:2do | ordinal:3º"},
      {"1. Elaborar 4 informes", "ordinal:1 | count:4=4"},
      {"3.1 Resultados de 2020", "ordinal:3.1 | year:2020"},
      {"2) Publicar", "ordinal:2"},
      {"cumplió 3/5", "other:3/5"},
      {"10-15 días", "other:10-15"},
  });
}

TEST(FindNumbers, OpenFiguresStayOpenWithoutAContext) {
  EXPECT_EQ(tokens_of("se recibieron 7.029 solicitudes", {}), "count:7.029=?");
  EXPECT_EQ(tokens_of("el valor de $8.540 millones", {}), "amount:$8.540 millones=?");
  EXPECT_EQ(tokens_of("", {}), "");
}

TEST(FindNumbers, HostileTextsEnd) {
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += "1.";
  EXPECT_LE(find_numbers(text).size(), 2u);
  std::string words;
  for (int i = 0; i < 20'000; ++i) words += "y 1 ";
  EXPECT_EQ(find_numbers(words).size(), 20'000u);
  EXPECT_TRUE(find_numbers(std::string(100'000, '$')).empty());
}

}  // namespace
}  // namespace cotejo::normalise
