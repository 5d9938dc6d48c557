#include "pipeline/exports/tables/csv.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace cotejo::exports {
namespace {

using store::Value;

TEST(CsvField, WritesWhatASpreadsheetTakesAsItIs) {
  struct Case {
    Value value;
    std::string people, standard;
  };
  const std::vector<Case> cases{
      {std::monostate{}, "", ""},
      {std::int64_t{8540672656}, "8540672656", "8540672656"},
      {0.95, "0,95", "0.95"},
      {98765432109.12, "98765432109,12", "98765432109.12"},
      {-1250.5, "-1250,5", "-1250.5"},
      {3000000000000.0, "3000000000000", "3000000000000"},
      {std::string("Secretaría; Hacienda"), "\"Secretaría; Hacienda\"", "Secretaría; Hacienda"},
      {std::string("a, b"), "a, b", "\"a, b\""},
      {std::string("dijo \"sí\""), "\"dijo \"\"sí\"\"\"", "\"dijo \"\"sí\"\"\""},
      {std::string("dos\nrenglones"), "\"dos\nrenglones\"", "\"dos\nrenglones\""},
      // What a document says must not become a formula.
      {std::string("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"", "\"=HYPERLINK(\"\"x\"\")\""},
      {std::string("@cmd"), "'@cmd", "@cmd"},
      {std::string("-1.250"), "-1.250", "-1.250"},
      {std::string("+57 310"), "+57 310", "+57 310"},
      {std::string("-"), "'-", "-"},
  };
  for (const Case& it : cases) {
    EXPECT_EQ(csv_field(it.value, CsvDialect::people), it.people);
    EXPECT_EQ(csv_field(it.value, CsvDialect::standard), it.standard);
  }
}

}  // namespace
}  // namespace cotejo::exports
