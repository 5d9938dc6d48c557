#include <gtest/gtest.h>

#include "pipeline/mapping/pqrs/pqrs.h"
#include "tests/pipeline/mapping/pqrs_lines.h"

namespace cotejo::mapping {
namespace {

using fixture::Document;
using fixture::Grid;
using fixture::table_of;

TEST(PqrsProse, CountsOfASentence) {
  Document document;
  document.heading("Informe de peticiones, quejas y reclamos vigencia 2020");
  document.paragraph(
      "Durante la vigencia 2020 la administración recibió un total de 7.119 solicitudes de la ciudadanía.");
  const auto records = document.read().records;
  ASSERT_EQ(records.pqrs.size(), 1U);
  EXPECT_EQ(lines(records.pqrs)[0], "total|solicitudes|2020|recibidas|7119");
  EXPECT_EQ(records.pqrs[0].source.table, -1);
  EXPECT_EQ(records.pqrs[0].source.text, "7.119");
}

TEST(PqrsProse, AListOfTypesIsAllOfThem) {
  Document document;
  document.heading("Informe de PQRSD vigencia 2021");
  document.paragraph("Se recibieron 1.500 peticiones, quejas, reclamos y sugerencias.");
  const auto records = document.read().records;
  ASSERT_EQ(records.pqrs.size(), 1U);
  EXPECT_EQ(records.pqrs[0].dimension, model::Dimension::total);
}

TEST(PqrsProse, PetitionsAloneAreAllOfThemAndWhatIsSaidOfThemBelongsToThem) {
  Document document;
  document.heading("Informe de PQRSD vigencia 2021");
  document.paragraph(
      "En el año 2021 la entidad recibió 5.350 peticiones. De ellas, 4.815 fueron respondidas dentro del término legal "
      "y "
      "535 se encuentran pendientes.");
  document.paragraph("Por tipo se recibieron 1.535 peticiones y 606 quejas.");
  const auto records = document.read().records;
  EXPECT_EQ(lines(records.pqrs),
            (std::vector<std::string>{"total|peticiones|2021|recibidas|5350", "total|peticiones|2021|en_termino|4815",
                                      "total|peticiones|2021|pendientes|535", "tipo|peticiones|2021|recibidas|1535",
                                      "tipo|quejas|2021|recibidas|606"}));
}

TEST(PqrsProse, ApproximationsAndOtherSubjectsStayOut) {
  Document document;
  document.heading("Informe de gestión 2020");
  document.paragraph("Por el chat se recibieron 16.432 solicitudes en 2020.");
  document.paragraph("En 2020 se recibieron más de 500 PQRS.");
  EXPECT_TRUE(document.read().records.pqrs.empty());
}

TEST(PqrsDocument, NamesItsOwnPart) {
  Document document;
  document.paragraph("Remedios, octubre 10 de 2022");
  document.paragraph("Ref.: Informe de gestión III trimestre 2022");
  document.add(table_of({{"AREA", "total"}, {"Consulta", "11"}, {"Urgencias", "2"}}, 1,
                        "Comunicaciones de los usuarios por áreas"));
  const auto records = document.read().records;
  EXPECT_TRUE(has(records, "dependencia|Consulta|III trimestre|recibidas|11"));
}

TEST(PqrsProse, IsAboutItsOwnPeriodAndNotTheOneItIsComparedWith) {
  Document document;
  document.heading("Informe de PQRS II trimestre de 2022");
  document.paragraph(
      "En el II trimestre de 2022 se presentaron 37 comunicaciones de los usuarios, comparado con el "
      "primer trimestre se presentó una disminución del 60% (trimestre anterior 88 comunicaciones)");
  EXPECT_EQ(lines(document.read().records.pqrs),
            (std::vector<std::string>{"total|comunicaciones de los usuarios|II trimestre|recibidas|37"}));
}

TEST(PqrsProse, WithoutAnAnswerIsPending) {
  Document document;
  document.heading("Informe de PQRS vigencia 2021");
  document.paragraph("Se atendieron 21 solicitudes; a 6 solicitudes no se les dio respuesta.");
  const auto records = document.read().records;
  EXPECT_TRUE(has(records, "total|solicitudes|2021|pendientes|6")) << ::testing::PrintToString(lines(records.pqrs));
  EXPECT_FALSE(has(records, "total|solicitudes no|2021|respondidas|6"));
}

}  // namespace
}  // namespace cotejo::mapping
