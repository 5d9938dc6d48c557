// Judicial proceedings, from tables of several looks.
#include <gtest/gtest.h>

#include "tests/pipeline/mapping/grid_fixture.h"

namespace cotejo::mapping {
namespace {

using fixture::Document;
using fixture::Grid;
using fixture::table_of;
using Lines = std::vector<std::string>;

std::string figure(const std::optional<model::Decimal>& value) {
  return value ? model::micro_to_string(model::micro(*value)) : "-";
}

// "number|kind|court|plaintiff|state|count|claim", " T" for totals.
Lines of(const Grid& grid, int header_rows, const std::string& title) {
  Document document;
  document.heading("Informe de gestión 2019");
  document.add(table_of(grid, header_rows, title));
  Lines out;
  for (const model::Lawsuit& it : document.read().records.lawsuits)
    out.push_back(it.number + "|" + it.kind + "|" + it.court + "|" + it.plaintiff + "|" + it.state + "|" +
                  figure(it.count) + "|" + figure(it.claim) + (it.total ? " T" : ""));
  return out;
}

TEST(Lawsuits, OneByOne) {
  EXPECT_EQ(of({{"RADICADO", "MEDIO DE CONTROL", "DEMANDANTE", "JUZGADO", "CUANTÍA", "ESTADO ACTUAL"},
                {"2017-\n00045", "Reparación directa", "Rosa Pérez y otros", "Juzgado 3 Administrativo",
                 "$ 450.000.000", "Pruebas"},
                {"2018-00112", "Nulidad y restablecimiento", "Luis Díaz", "Tribunal Administrativo", "$ 38.500.000",
                 "Fallo"}},
               1, "Relación de procesos"),
            (Lines{"2017-00045|Reparación directa|Juzgado 3 Administrativo|Rosa Pérez y otros|Pruebas|-|450000000",
                   "2018-00112|Nulidad y restablecimiento|Tribunal Administrativo|Luis Díaz|Fallo|-|38500000"}));
}

TEST(Lawsuits, CountedByKind) {
  EXPECT_EQ(
      of({{"Tipo de proceso", "Cantidad", "Cuantía de las pretensiones"},
          {"Nulidad y restablecimiento", "12", "$ 2.340.000.000"},
          {"Acción popular", "3", "$ 0"},
          {"Total", "15", "$ 2.340.000.000"}},
         1, "Procesos judiciales"),
      (Lines{"|Nulidad y restablecimiento||||12|2340000000", "|Acción popular||||3|0", "|Total||||15|2340000000 T"}));
}

TEST(Lawsuits, TheirActionsAreNoCommitments) {
  const Grid grid{{"Proceso", "Admisión de la Demanda", "Autoridad Judicial", "Acción Judicial",
                   "Cuantía Inicial de la Demanda", "Estado actual"},
                  {"54001233100020010050 700", "30/04/2001", "Tribunal Contencioso Administrativo",
                   "Nulidad y restablecimiento", "1.210.973", "Sentencia favorable"},
                  {"54001233100220030291 000", "20/03/2003", "Tribunal Contencioso Administrativo",
                   "Acción de repetición", "82.637.813", "Designaron curador"}};
  EXPECT_EQ(of(grid, 1, "Estado de las controversias judiciales analizadas"),
            (Lines{"54001233100020010050700||Tribunal Contencioso Administrativo||"
                   "Sentencia favorable|-|1210973",
                   "54001233100220030291000||Tribunal Contencioso Administrativo||Designaron "
                   "curador|-|82637813"}));
  Document document;
  document.heading("Informe de auditoría 2013");
  document.add(table_of(grid, 1, "Estado de las controversias judiciales analizadas"));
  EXPECT_TRUE(document.read().records.commitments.empty());
}

TEST(Lawsuits, OtherProceduresAreNone) {
  EXPECT_EQ(of({{"Tipo de proceso", "Cantidad"}, {"Licitación pública", "3"}, {"Mínima cuantía", "45"}}, 1,
               "Contratación por modalidad"),
            Lines{});
}

}  // namespace
}  // namespace cotejo::mapping
