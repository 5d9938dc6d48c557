#include <gtest/gtest.h>

#include "tests/pipeline/mapping/grid_fixture.h"

namespace cotejo::mapping {
namespace {

using fixture::Document;
using fixture::Grid;
using fixture::table_of;

std::string money(const std::optional<model::Decimal>& value) {
  return value ? model::micro_to_string(model::micro(*value)) : "-";
}

std::vector<model::Contract> of(const Grid& grid, const std::string& title) {
  Document document;
  document.heading("Informe de gestión 2019");
  document.add(table_of(grid, 1, title));
  return document.read().records.contracts;
}

TEST(Contracts, OneByOne) {
  const auto contracts =
      of({{"NO. CONTRATO", "OBJETO", "CONTRATISTA", "VALOR DEL CONTRATO", "ADICIÓN", "PAGADO", "SALDO"},
          {"CPS-002-2019", "Apoyo a la gestión", "Luz Dary Quintero", "$ 9.589.600", "$ 400.000", "$ 9.000.000",
           "$ 989.600"},
          {"TOTAL", "", "", "$ 9.589.600", "$ 400.000", "$ 9.000.000", "$ 989.600"}},
         "Relación de contratos");
  ASSERT_EQ(contracts.size(), 2U);
  EXPECT_EQ(contracts[0].number, "CPS-002-2019");
  EXPECT_EQ(contracts[0].contractor, "Luz Dary Quintero");
  EXPECT_EQ(contracts[0].object, "Apoyo a la gestión");
  EXPECT_EQ(money(contracts[0].value), "9589600");
  EXPECT_EQ(money(contracts[0].additions), "400000");
  EXPECT_EQ(money(contracts[0].paid), "9000000");
  EXPECT_EQ(money(contracts[0].balance), "989600");
  EXPECT_FALSE(contracts[0].total);
  EXPECT_EQ(contracts[0].source.text, "Apoyo a la gestión");
  EXPECT_TRUE(contracts[1].total);
}

TEST(Contracts, CountedByKind) {
  const auto contracts = of({{"MODALIDAD", "NO. CONTRATOS", "VALOR", "% PARTICIPACIÓN"},
                             {"Arrendamiento", "96", "5.765.600.000", "40,51%"},
                             {"Consultoría", "29", "1.791.600.000", "12,59%"},
                             {"TOTAL GENERAL", "125", "7.557.200.000", "100,00%"}},
                            "Contratación por modalidad");
  ASSERT_EQ(contracts.size(), 3U);
  EXPECT_EQ(contracts[0].kind, "Arrendamiento");
  EXPECT_EQ(money(contracts[0].count), "96");
  EXPECT_EQ(money(contracts[0].value), "5765600000");
  EXPECT_TRUE(contracts[2].total);
}

TEST(Contracts, OtherTablesWithObjectsAndValuesAreNone) {
  EXPECT_TRUE(of({{"Objeto", "Valor"}, {"Papelería y útiles", "$ 1.000.000"}}, "Gastos de la caja menor").empty());
  EXPECT_TRUE(
      of({{"Contratista", "Teléfono"}, {"Luz Dary Quintero", "3104567890"}}, "Directorio de contratistas").empty());
}

}  // namespace
}  // namespace cotejo::mapping
