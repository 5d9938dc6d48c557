#include "pipeline/mapping/document/dependencies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "pipeline/mapping/words/vocabulary.h"

namespace cotejo::mapping {
namespace {

using ::testing::ElementsAre;

std::string key(const char* printed) {
  static const Vocabulary vocabulary = Vocabulary::standard();
  return dependency_key(vocabulary, printed);
}

// Printed name → canonical one; several joined by " + ".
std::map<std::string, std::string> joined(const std::vector<std::string>& printed) {
  static const Vocabulary vocabulary = Vocabulary::standard();
  std::map<std::string, std::string> names;
  for (const model::DependencyName& name : join_dependencies(vocabulary, printed)) {
    std::string& canonical = names[name.printed];
    canonical += (canonical.empty() ? "" : " + ") + name.canonical;
  }
  return names;
}

TEST(Dependencies, ComparesByWordsWithoutLinks) {
  EXPECT_EQ(key("Secretaria General – Direcciòn Atención al Ciudadano."),
            key("Secretaría General - Dirección de Atención al Ciudadano"));
  EXPECT_EQ(key(" — "), "");
}

TEST(Dependencies, WritesAbbreviationsOut) {
  for (const char* printed : {"Secretaría de Hacienda", "SEC. HACIENDA", "Sría. de Hacienda Mpal.", "Secretaria de Hda",
                              "Secretaría de Hacienda Municipal"}) {
    EXPECT_EQ(key(printed), "secretaria hacienda") << printed;
  }
  EXPECT_EQ(key("Dpto. Advo. de Planeación"), "departamento advo planeacion");
  EXPECT_EQ(key("Secretaría Municipal"), "secretaria municipal");  // nothing would be left of the name
}

TEST(Dependencies, JoinsTheWaysOfWritingANameToTheBest) {
  const auto names = joined({"Secretaria General.", "Secretaría General", "SECRETARÍA GENERAL", "Secretaría General",
                             "Secretaría de Hacienda", "SEC. HACIENDA", "SEC. HACIENDA", "Sría. de Hacienda Mpal."});
  EXPECT_EQ(names.at("Secretaria General."), "Secretaría General");
  EXPECT_EQ(names.at("SECRETARÍA GENERAL"), "Secretaría General");
  EXPECT_EQ(names.at("SEC. HACIENDA"), "Secretaría de Hacienda");
  EXPECT_EQ(names.at("Sría. de Hacienda Mpal."), "Secretaría de Hacienda");
  EXPECT_EQ(names.size(), 6U);
}

TEST(Dependencies, JoinsASlipOfALetterAndKeepsOtherNamesApart) {
  const auto names =
      joined({"Secretaría de Infraestructura", "Secretaría de Infraestrutura", "Secretaría de Infraestructura",
              "Secretaría de Salud", "Secretaría de las TIC", "Dirección 1", "Dirección 2",
              "Secretaría de Desarrollo Económico", "Secretaría de Desarrollo Ecológico",
              "Institución Educativa Departamental Sede A", "Institución Educativa Departamental Sede B"});
  EXPECT_EQ(names.at("Secretaría de Infraestrutura"), "Secretaría de Infraestructura");
  for (const auto& [printed, canonical] : names) {
    if (printed != "Secretaría de Infraestrutura") {
      EXPECT_EQ(printed, canonical);
    }
  }
}

TEST(Dependencies, TwoLevelsOfGovernmentAreTwoDependencies) {
  const auto names = joined({"Secretaría de Educación Municipal", "Secretaría de Educación Departamental",
                             "Secretaría de Educación", "Sec. Educación Mpal."});
  EXPECT_EQ(names.at("Sec. Educación Mpal."), "Secretaría de Educación Municipal");
  EXPECT_EQ(names.at("Secretaría de Educación Departamental"), "Secretaría de Educación Departamental");
  EXPECT_EQ(names.at("Secretaría de Educación"), "Secretaría de Educación");
}

TEST(Dependencies, ANameWithSemicolonsIsSeveral) {
  const auto names = joined({"Sec. Hacienda; Sec. Planeación", "Secretaría de Hacienda", "Secretaría de Planeación"});
  EXPECT_EQ(names.at("Sec. Hacienda; Sec. Planeación"), "Secretaría de Hacienda + Secretaría de Planeación");
}

TEST(Dependencies, TellsHowOftenAndByWhatKey) {
  const auto names = join_dependencies(
      Vocabulary::standard(),
      {"Sec. Gobierno", "Secretaría de Govierno", "Secretaría de Gobierno", "Secretaría de Gobierno", "Sec. Gobierno"});
  ASSERT_EQ(names.size(), 3U);
  EXPECT_EQ(names[0].printed, "Sec. Gobierno");
  EXPECT_EQ(names[0].times, 2);
  for (const model::DependencyName& name : names) {
    EXPECT_EQ(name.canonical, "Secretaría de Gobierno");
    EXPECT_EQ(name.key, "secretaria gobierno");  // of the best way, whichever came first
    EXPECT_EQ(name.part, 0);
  }
}

TEST(Dependencies, GathersThePrintedNamesOfTheRecords) {
  model::Records records;
  records.document.dependency = "Secretaría General";
  records.commitments.resize(2);
  records.commitments[1].responsible = "Oficina de Prensa";
  records.pqrs.resize(3);
  records.pqrs[0].dimension = records.pqrs[1].dimension = model::Dimension::dependency;
  records.pqrs[0].label = "Hacienda";
  records.pqrs[1].label = "TOTAL";
  records.pqrs[1].total = true;
  records.pqrs[2].dimension = model::Dimension::channel;
  records.pqrs[2].label = "Correo";
  EXPECT_THAT(printed_dependencies(records), ElementsAre("Secretaría General", "Oficina de Prensa", "Hacienda"));
}

}  // namespace
}  // namespace cotejo::mapping
