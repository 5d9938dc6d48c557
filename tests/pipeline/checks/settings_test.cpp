#include "pipeline/checks/settings.h"

#include <gtest/gtest.h>

namespace cotejo::checks {
namespace {

TEST(RuleSettings, ReadsSeveritiesTolerancesAndRulesSwitchedOff) {
  const auto read = read_settings(
      "# reglas de la oficina\n"
      "meta-no-cumplida = advertencia\r\n"
      "total-no-cuadra = error, tolerancia 1.5   # un peso y medio\n"
      "\n"
      "duplicado = no\n"
      "fila-no-cuadra = sí",
      "reglas.txt");
  ASSERT_TRUE(read.ok()) << read.error().detail;
  const Settings& settings = read.value();
  EXPECT_EQ(settings.size(), 4U);
  EXPECT_EQ(settings.at("meta-no-cumplida").severity, static_cast<int>(model::Severity::warning));
  EXPECT_EQ(settings.at("total-no-cuadra").severity, static_cast<int>(model::Severity::error));
  EXPECT_DOUBLE_EQ(settings.at("total-no-cuadra").tolerance, 1.5);
  EXPECT_FALSE(settings.at("duplicado").enabled);
  EXPECT_TRUE(settings.at("fila-no-cuadra").enabled);
  EXPECT_EQ(settings.at("fila-no-cuadra").severity, -1);
}

TEST(RuleSettings, NamesFileAndLineOfWhatItDoesNotUnderstand) {
  struct Bad {
    const char* text;
    const char* says;
  };
  for (const Bad& bad :
       {Bad{"\ntotal = error", "línea 2: no hay una regla «total»"}, Bad{"duplicado", "línea 1: falta «=»"},
        Bad{"duplicado = nunca", "línea 1: no se entiende «nunca»"},
        Bad{"duplicado = no\nduplicado = no", "línea 2: la regla «duplicado» ya está arriba"},
        Bad{"total-no-cuadra = tolerancia -1", "línea 1: la tolerancia «-1»"},
        Bad{"total-no-cuadra = tolerancia nan", "línea 1: la tolerancia «nan»"}}) {
    const auto read = read_settings(bad.text, "reglas.txt");
    ASSERT_FALSE(read.ok()) << bad.text;
    EXPECT_EQ(read.error().code, model::ErrorCode::vocabulary);
    EXPECT_EQ(read.error().file, "reglas.txt");
    EXPECT_NE(read.error().detail.find(bad.says), std::string::npos) << read.error().detail;
  }
}

TEST(RuleSettings, AnEmptyFileChangesNothing) {
  const auto read = read_settings("", "reglas.txt");
  ASSERT_TRUE(read.ok());
  EXPECT_TRUE(read.value().empty());
}

}  // namespace
}  // namespace cotejo::checks
