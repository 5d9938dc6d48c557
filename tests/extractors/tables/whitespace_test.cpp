#include "extractors/tables/whitespace.h"

#include <gtest/gtest.h>

#include "tests/extractors/tables/typed_page.h"

namespace cotejo::tables {
namespace {

// Pages are typed: a character is half a text size wide, a line 1.2 sizes high, so a layout can be read off the source.

TEST(Whitespace, TableWithoutRulesTakesItsColumnsFromTheWhite) {
  TypedPage page({
      "Tipo             Recibidas   Pendientes",
      "Peticiones              10            2",
      "Quejas                   8            0",
      "Reclamos             1.250           11",
  });
  EXPECT_EQ(page.tables(), (std::vector<std::string>{"Tipo|Recibidas|Pendientes\n"
                                                     "Peticiones|10|2\n"
                                                     "Quejas|8|0\n"
                                                     "Reclamos|1.250|11\n"}));
}

TEST(Whitespace, RunningTextIsNoTable) {
  TypedPage page({
      "La administracion municipal presenta el informe de gestion de la",
      "vigencia, en el que se da cuenta de las 1.250 peticiones recibidas",
      "por los diferentes canales de atencion, de las cuales 10 quedaron",
      "pendientes de respuesta al cierre del 31 de diciembre de 2021 y se",
      "trasladaron a la vigencia siguiente.",
  });
  EXPECT_TRUE(page.tables().empty());
}

}  // namespace
}  // namespace cotejo::tables
