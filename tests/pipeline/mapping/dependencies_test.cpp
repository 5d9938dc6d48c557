#include "pipeline/mapping/dependencies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cotejo::mapping {
namespace {

using ::testing::ElementsAre;

TEST(Dependencies, ComparesByWordsWithoutLinks) {
  EXPECT_EQ(dependency_key("Secretaria General – Direcciòn Atención al Ciudadano."),
            dependency_key("Secretaría General - Dirección de Atención al Ciudadano"));
  EXPECT_EQ(dependency_key(" — "), "");
}

TEST(Dependencies, JoinsTheWaysOfWritingANameToTheMostFrequent) {
  const auto names = canonical_dependencies({"Secretaria General.", "Secretaría General", "SECRETARÍA GENERAL",
                                             "Secretaría General", "Secretaría de Hacienda"});
  EXPECT_EQ(names.at("Secretaria General."), "Secretaría General");
  EXPECT_EQ(names.at("SECRETARÍA GENERAL"), "Secretaría General");
  EXPECT_EQ(names.at("Secretaría de Hacienda"), "Secretaría de Hacienda");
}

TEST(Dependencies, JoinsASlipOfALetterAndKeepsOtherNamesApart) {
  const auto names = canonical_dependencies({"Secretaría de Infraestructura", "Secretaría de Infraestrutura",
                                             "Secretaría de Infraestructura", "Secretaría de Salud",
                                             "Secretaría de las TIC", "Dirección 1", "Dirección 2"});
  EXPECT_EQ(names.at("Secretaría de Infraestrutura"), "Secretaría de Infraestructura");
  EXPECT_EQ(names.at("Secretaría de Salud"), "Secretaría de Salud");
  EXPECT_EQ(names.at("Secretaría de las TIC"), "Secretaría de las TIC");
  EXPECT_EQ(names.at("Dirección 2"), "Dirección 2");
}

TEST(Dependencies, GathersThePrintedNamesOfTheRecords) {
  model::Records records;
  records.document.dependency = "Secretaría General";
  records.commitments.resize(2);
  records.commitments[1].responsible = "Oficina de Prensa";
  records.pqrs.resize(3);
  records.pqrs[0] = {2020, "2020", "dependencia", "Hacienda", "recibidas", 3, false, {}};
  records.pqrs[1] = {2020, "2020", "dependencia", "TOTAL", "recibidas", 3, true, {}};
  records.pqrs[2] = {2020, "2020", "canal", "Correo", "recibidas", 3, false, {}};
  EXPECT_THAT(printed_dependencies(records), ElementsAre("Secretaría General", "Oficina de Prensa", "Hacienda"));
}

}  // namespace
}  // namespace cotejo::mapping
