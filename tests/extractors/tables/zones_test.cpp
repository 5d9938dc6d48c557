#include "extractors/tables/areas/zones.h"

#include <gtest/gtest.h>

#include "tests/extractors/tables/typed_page.h"

namespace cotejo::tables {
namespace {

using Tables = std::vector<std::string>;

// Two pages on one sheet, the second moved by so many points.
TypedPage beside(TypedPage left, const TypedPage& right, double dx, double dy) {
  for (model::Word word : right.page.words) {
    word.box = {word.box.x0 + dx, word.box.y0 + dy, word.box.x1 + dx, word.box.y1 + dy};
    left.page.words.push_back(word);
  }
  for (model::Rule rule : right.page.rules) {
    rule.from = {rule.from.x + dx, rule.from.y + dy};
    rule.to = {rule.to.x + dx, rule.to.y + dy};
    left.page.rules.push_back(rule);
  }
  left.page.width = 900;
  return left;
}

const std::vector<std::string> kProse = {
    "Durante la vigencia la administracion recibio", "las solicitudes de la ciudadania por todos los",
    "canales de atencion, las que fueron resueltas", "dentro de los terminos de ley por cada una de",
    "las dependencias, con excepcion de las que se", "trasladaron por competencia a otras entidades",
    "del orden nacional, departamental o municipal", "que deben responder a los peticionarios.",
};
const std::vector<std::string> kTable = {
    "Tipo            Recibidas  Pendientes", "Peticiones             10           2",
    "Quejas                  8           0", "Reclamos            1.250          11",
    "Denuncias              17           4", "Sugerencias             3           1",
};
const std::string kGrid =
    "Tipo|Recibidas|Pendientes\nPeticiones|10|2\nQuejas|8|0\nReclamos|1.250|11\nDenuncias|17|4\nSugerencias|3|1\n";

TEST(Zones, TableBesideRunningTextTakesNoneOfIt) {
  EXPECT_EQ(beside(TypedPage(kProse), TypedPage(kTable), 250, 5).tables(), Tables({kGrid}));
  EXPECT_EQ(beside(TypedPage(kTable), TypedPage(kProse), 205, 5).tables(), Tables({kGrid}));
}

TEST(Zones, AShortListUnderTheTextBesideATableIsNoPartOfIt) {
  std::vector<std::string> left = kProse, right = kProse;
  left.emplace_back("");
  left.insert(left.end(), kTable.begin(), kTable.end());
  for (const char* item : {"1. Salud", "2. Vivienda", "3. Agua", "4. Vias", "5. Cultura"}) right.emplace_back(item);
  EXPECT_EQ(beside(TypedPage(left), TypedPage(right), 250, 5).tables(), Tables({kGrid}));
}

TEST(Zones, FewRowsUnderRulesAtOtherHeightsAreTwoTables) {
  const std::vector<std::string> loose = {
      "Tabla 3. Pesca por anos", "Ano            Regiones",
      "-----------------------", "1992               77,4",
      "-----------------------", "",
      "1993                5,8", "1994               87,2",
      "-----------------------", "",
      "1995               51,1", "-----------------------",
  };
  const std::vector<std::string> tight = {
      "-----------------------",  "Publico    Directo  Agua", "-----------------------",  "Ninos         12,4   1,3",
      "Jovenes       73,8  95,0", "Adultos        2,3  22,1", "Mayores       41,6  78,0", "-----------------------",
  };
  EXPECT_EQ(beside(TypedPage(loose), TypedPage(tight), 160, 0).tables().size(), 2U);
}

TEST(Zones, TablesWhoseLinesStandAtHeightsOfTheirOwnAreTwo) {
  EXPECT_EQ(beside(TypedPage(kTable), TypedPage(kTable), 220, 5).tables(), Tables({kGrid, kGrid}));
}

TEST(Zones, StatementsUnderRulesOfTheirOwnAreTwo) {
  std::vector<std::string> framed = kTable;
  framed.insert(framed.begin(), "-------------------------------------");
  framed.insert(framed.begin() + 2, "-------------------------------------");
  framed.push_back("-------------------------------------");
  EXPECT_EQ(beside(TypedPage(framed), TypedPage(framed), 220, 0).tables(), Tables({kGrid, kGrid}));
}

TEST(Zones, ColumnsOfOneTableStayTogether) {
  EXPECT_EQ(TypedPage({
                          "Tipo              Recibidas     Canal           Recibidas",
                          "Peticiones               10     Presencial             12",
                          "Quejas                    8     Correo                  7",
                          "Reclamos                 50     Telefono               49",
                          "Denuncias                17     Web                    17",
                      })
                .tables(),
            Tables({"Tipo|Recibidas|Canal|Recibidas\nPeticiones|10|Presencial|12\nQuejas|8|Correo|7\n"
                    "Reclamos|50|Telefono|49\nDenuncias|17|Web|17\n"}));
}

TEST(Zones, TablesUnderCaptionsOfTheirOwnAreTwo) {
  const std::vector<std::string> captioned = {
      "Tabla 4. Solicitudes de la vigencia", "Tipo             Recibidas   Total", "Peticiones              10      12",
      "Quejas                   8       8",  "Reclamos                50      61",
  };
  const std::string grid = "Tipo|Recibidas|Total\nPeticiones|10|12\nQuejas|8|8\nReclamos|50|61\n";
  EXPECT_EQ(beside(TypedPage(captioned), TypedPage(captioned), 200, 0).tables(), Tables({grid, grid}));
}

TEST(Zones, LabelsThatStandALittleHigherThanTheirFiguresAreOfOneTable) {
  TypedPage page({
      "Concejo     Gastos de personal    10         12",
      "Hospital    Gastos generales      18         10",
      "Alcaldia    Transferencias        50         11",
      "Personeria  Servicio de la deuda  17         14",
      "Colegio     Inversion             13         11",
  });
  for (model::Word& word : page.page.words)
    if (word.box.x0 > 180) word.box.y0 -= 2, word.box.y1 -= 2;  // figures of another face
  EXPECT_EQ(page.tables().size(), 1U);
}

TEST(Zones, StatementsWhoseCodesStandBeforeTheirLabelsAreTwo) {
  // Only the gap of the rules shows where the second one begins: its rows are set in from its head.
  TypedPage page({
      "----------------------------------- -----------------------------------",
      "Codigo Activo                 2021  Codigo Pasivo                 2021 ",
      "----------------------------------- -----------------------------------",
      "   11  Efectivo                984     23  Obligaciones            24  ",
      "   12  Inversiones              29     24  Cuentas por pagar       10  ",
      "   13  Cuentas por cobrar       37     25  Laborales               45  ",
      "   14  Prestamos                13     27  Pasivos estimados       32  ",
      "   15  Inventarios              85     29  Otros                    1  ",
      "----------------------------------- -----------------------------------",
  });
  EXPECT_EQ(page.tables().size(), 2U);
}

const std::vector<std::string> kAssets = {
    "Activo             2021", "Efectivo            100", "Inversiones          80",
    "Cuentas por cobrar   20", "Propiedades         300", "Total activo        500",
};
const std::vector<std::string> kDebts = {
    "Pasivo             2021", "Cuentas por pagar   150", "Beneficios           50",
    "Patrimonio          300", "Total pasivo        500",
};
const std::string kAssetsGrid =
    "Activo|2021\nEfectivo|100\nInversiones|80\nCuentas por cobrar|20\nPropiedades|300\nTotal activo|500\n";
const std::string kDebtsGrid = "Pasivo|2021\nCuentas por pagar|150\nBeneficios|50\nPatrimonio|300\nTotal pasivo|500\n";

TEST(Zones, SidesThatEndInATotalEachAreTwoTables) {
  EXPECT_EQ(beside(TypedPage(kAssets), TypedPage(kDebts), 150, 0).tables(), Tables({kAssetsGrid, kDebtsGrid}));
}

TEST(Zones, SidesBetweenUprightRulesOfTheirOwnAreTwoTables) {
  std::vector<std::string> left = kAssets, right = kDebts;
  left.pop_back();
  right.pop_back();
  TypedPage page = beside(TypedPage(left), TypedPage(right), 150, 0);
  const std::string both = page.tables().front();
  EXPECT_EQ(both.substr(0, both.find('\n')), "Activo|2021|Pasivo|2021");
  page.page.rules.push_back({{170, 49}, {170, 110}});
  page.page.rules.push_back({{190, 49}, {190, 98}});
  EXPECT_EQ(page.tables(),
            Tables({kAssetsGrid.substr(0, kAssetsGrid.find("Total")), kDebtsGrid.substr(0, kDebtsGrid.find("Total"))}));
}

TEST(Zones, LabelsThatEachBeginASentenceAreOfTheRowsBesideThem) {
  const std::vector<std::string> deeds = {"Socializar el plan anual de compras", "Realizar jornadas de vacunas rural",
                                          "Actualizar el aseo de la red vial", "Socializar la caracterizacion"};
  std::vector<std::string> lines = {"Actividad                                Responsable     Fecha"};
  std::string grid = "Actividad|Responsable|Fecha\n";
  for (int row = 0; row < 12; ++row) {
    const std::string deed = deeds[static_cast<std::size_t>(row) % deeds.size()];
    const std::string date = (row < 9 ? "0" : "") + std::to_string(row + 1) + "-10-2013";
    lines.push_back(deed + std::string(41 - deed.size(), ' ') + "Salud           " + date);
    grid += deed + "|Salud|" + date + '\n';
  }
  EXPECT_EQ(TypedPage(lines).tables(), Tables({grid}));
}

TEST(Zones, TheNoteUnderATableInAFrameEndsNotTheOpenTableBesideIt) {
  const TypedPage page({
      "----------------------",
      "| Tipo         Total |    Canal             Recibidas    Porcentaje",
      "| Peticiones      10 |    Chat                    543           13%",
      "| Quejas           8 |    Presencial              370            9%",
      "| Reclamos        17 |    Correo                  844           20%",
      "----------------------",
      "Fuente: Hacienda          Telefono                505           12%",
      "                          Redes                   611           14%",
      "                          Total                 2.873           68%",
  });
  EXPECT_EQ(page.read(),
            Tables({"Tipo|Total\nPeticiones|10\nQuejas|8\nReclamos|17\n",
                    "Canal|Recibidas|Porcentaje\nChat|543|13%\nPresencial|370|9%\nCorreo|844|20%\nTelefono|505|12%\n"
                    "Redes|611|14%\nTotal|2.873|68%\n"}));
}

}  // namespace
}  // namespace cotejo::tables
