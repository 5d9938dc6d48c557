// Posts of the staff, from tables of several looks.
#include <gtest/gtest.h>

#include "tests/pipeline/mapping/grid_fixture.h"

namespace cotejo::mapping {
namespace {

using fixture::Document;
using fixture::Grid;
using fixture::table_of;
using Lines = std::vector<std::string>;

// "level|name|code|grade|appointment|count", " T" for totals.
Lines of(const Grid& grid, int header_rows, const std::string& title) {
  Document document;
  document.heading("Informe de gestión 2019");
  document.add(table_of(grid, header_rows, title));
  Lines out;
  for (const model::Post& it : document.read().records.posts)
    out.push_back(it.level + "|" + it.name + "|" + it.code + "|" + it.grade + "|" + it.appointment + "|" +
                  std::to_string(it.count) + (it.total ? " T" : ""));
  return out;
}

TEST(Staff, LevelsDownAndWaysOfAppointmentAcross) {
  EXPECT_EQ(of({{"Nivel", "Carrera administrativa", "Provisionalidad", "Total cargos"},
                {"Directivo", "0", "8", "8"},
                {"Profesional", "14", "9", "23"},
                {"Total", "14", "17", "31"}},
               1, "Planta de personal a 31 de diciembre de 2019"),
            (Lines{"Directivo||||Carrera administrativa|0", "Directivo||||Provisionalidad|8", "Directivo|||||8",
                   "Profesional||||Carrera administrativa|14", "Profesional||||Provisionalidad|9", "Profesional|||||23",
                   "Total||||Carrera administrativa|14 T", "Total||||Provisionalidad|17 T", "Total|||||31 T"}));
}

TEST(Staff, PostByPostWithCodeAndGrade) {
  EXPECT_EQ(
      of({{"No.", "DENOMINACIÓN DEL CARGO", "CÓDIGO", "GRADO", "TIPO DE VINCULACIÓN", "No. DE CARGOS",
           "ASIGNACIÓN BÁSICA"},
          {"1", "Secretario de despacho", "020", "03", "Libre nombramiento", "4", "$ 4.500.000"},
          {"2", "Auxiliar administrativo", "407", "01", "Carrera", "12", "$ 1.900.000"}},
         1, "Cargos de la planta"),
      (Lines{"|Secretario de despacho|020|03|Libre nombramiento|4", "|Auxiliar administrativo|407|01|Carrera|12"}));
}

TEST(Staff, WaysOfAppointmentDown) {
  EXPECT_EQ(of({{"TIPO DE VINCULACIÓN", "NÚMERO"},
                {"Carrera administrativa", "42"},
                {"Provisionales", "18"},
                {"Trabajadores oficiales", "5"},
                {"TOTAL", "65"}},
               1, "Talento humano"),
            (Lines{"||||Carrera administrativa|42", "||||Provisionales|18", "||||Trabajadores oficiales|5",
                   "||||TOTAL|65 T"}));
}

TEST(Staff, OtherCountsAreNoPosts) {
  EXPECT_EQ(of({{"Nivel", "Cantidad"}, {"Primaria", "1.200"}, {"Secundaria", "800"}}, 1, "Estudiantes matriculados"),
            Lines{});
  EXPECT_EQ(of({{"Dependencia", "Total"}, {"Hacienda", "$ 1.200.000"}}, 1, "Gastos de funcionarios"), Lines{});
}

}  // namespace
}  // namespace cotejo::mapping
