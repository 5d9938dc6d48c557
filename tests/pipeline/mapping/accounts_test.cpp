#include <gtest/gtest.h>

#include "tests/pipeline/mapping/grid_fixture.h"

namespace cotejo::mapping {
namespace {

using fixture::Document;
using fixture::Grid;
using fixture::table_of;

// "code|account|statement|period|vigencia|value", " T" for totals.
std::vector<std::string> of(const Grid& grid, const std::string& title, const std::string& heading = "Informe 2021") {
  Document document;
  document.heading(heading);
  document.add(table_of(grid, 1, title));
  std::vector<std::string> out;
  for (const model::AccountValue& it : document.read().records.accounts) {
    out.push_back(it.code + "|" + it.account + "|" + std::string(model::name_of(it.statement)) + "|" + it.period + "|" +
                  std::to_string(it.vigencia) + "|" + model::micro_to_string(model::micro(it.amount.value)) +
                  (it.total ? " T" : ""));
  }
  return out;
}

using Lines = std::vector<std::string>;

TEST(Accounts, OfAStatementOfTwoYears) {
  EXPECT_EQ(of({{"CODIGO", "ACTIVO", "NOTA", "2021", "2020", "VARIACIÓN $"},
                {"1105", "CAJA", "5", "$ 4.247.111,00", "$ 3.149.181,00", "$ 1.097.930,00"},
                {"1110", "DEPÓSITOS EN INSTITUCIONES FINANCIERAS", "5", "$ 980.374.421,50", "$ -", "$ 980.374.421,50"},
                {"", "TOTAL ACTIVO", "", "$ 984.621.532,50", "$ 3.149.181,00", "$ 981.472.351,50"}},
               "ESTADO DE SITUACION FINANCIERA"),
            (Lines{"1105|CAJA|situacion|2021|2021|4247111", "1105|CAJA|situacion|2020|2020|3149181",
                   "1110|DEPÓSITOS EN INSTITUCIONES FINANCIERAS|situacion|2021|2021|980374421.5",
                   "1110|DEPÓSITOS EN INSTITUCIONES FINANCIERAS|situacion|2020|2020|0",
                   "|TOTAL ACTIVO|situacion|2021|2021|984621532.5 T", "|TOTAL ACTIVO|situacion|2020|2020|3149181 T"}));
}

TEST(Accounts, OfTwoHalvesSideBySide) {
  EXPECT_EQ(of({{"Activo", "2021", "Pasivo", "2021"},
                {"Efectivo", "$ 2.230.100", "Cuentas por pagar", "$ 230.100"},
                {"Inversiones", "$ 1.000.000", "Beneficios a empleados", "$ 50.000"}},
               "Balance general"),
            (Lines{"|Efectivo|situacion|2021|2021|2230100", "|Cuentas por pagar|situacion|2021|2021|230100",
                   "|Inversiones|situacion|2021|2021|1000000", "|Beneficios a empleados|situacion|2021|2021|50000"}));
}

TEST(Accounts, OtherTablesOfMoneyAreNone) {
  EXPECT_TRUE(of({{"Proyecto", "2021"}, {"Vías rurales", "$ 2.230.100"}, {"Escuelas", "$ 50.000"}}, "Inversión social")
                  .empty());
}

}  // namespace
}  // namespace cotejo::mapping
