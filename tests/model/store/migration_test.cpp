// Bases of former versions are opened, brought up to date, and say what they said.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "model/store/store.h"
#include "tests/support/places.h"

namespace cotejo::store {
namespace {

class MigrationTest : public testing::Test {
 protected:
  void SetUp() override { write("base-esquema-3.sql"); }
  void write(const std::string& name) {
    remove();
    std::ifstream file(std::string(test::test_data()) + "/" + name);
    std::ostringstream sql;
    sql << file.rdbuf();
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(path_.c_str(), &db), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(db, sql.str().c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
    sqlite3_close(db);
  }
  void TearDown() override { remove(); }
  void remove() {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_.string() + end);
  }
  std::vector<std::string> rows(const std::string& sql) {
    std::vector<std::string> all;
    sqlite3* db = nullptr;
    sqlite3_open(path_.c_str(), &db);
    char* error = nullptr;
    sqlite3_exec(
        db, sql.c_str(),
        [](void* out, int count, char** row, char**) {
          std::string line;
          for (int i = 0; i < count; ++i) line += (i > 0 ? "|" : "") + std::string(row[i] != nullptr ? row[i] : "");
          static_cast<std::vector<std::string>*>(out)->push_back(line);
          return 0;
        },
        &all, &error);
    EXPECT_EQ(error, nullptr) << error;
    sqlite3_close(db);
    return all;
  }
  std::filesystem::path path_ =
      std::filesystem::temp_directory_path() / ("cotejo-migration-" + std::to_string(getpid()) + ".db");
};

TEST_F(MigrationTest, AReaderBringsAnOlderBaseUpToDate) {
  auto store = Store::open(path_, Access::read);
  ASSERT_TRUE(store.ok()) << store.error().detail;
  EXPECT_EQ(store.value().findings().value().size(), 2u);
}

TEST_F(MigrationTest, KeepsNumbersDecisionsAndRecordsAndTellsNamesakesApart) {
  {
    auto store = Store::open(path_, Access::write);
    ASSERT_TRUE(store.ok()) << store.error().detail;
    EXPECT_THAT(store.value().faults().value(), testing::IsEmpty());
    EXPECT_EQ(store.value().counts().value().findings, 2);
    const auto finding = store.value().finding(4).value();
    ASSERT_TRUE(finding);
    EXPECT_EQ(finding->finding.decision.state, model::DecisionState::dismissed);
    EXPECT_EQ(finding->finding.mark.size(), 8u);
    EXPECT_EQ(store.value().number_of_mark(finding->finding.mark).value(), 4);
  }
  EXPECT_THAT(rows("SELECT documento_id, archivo, ruta FROM documentos ORDER BY 1"),
              testing::ElementsAre("1|informe.pdf|2020/informe.pdf", "2|informe.pdf|2021/informe.pdf",
                                   "3|ejecucion.pdf|2020/ejecucion.pdf"));
  EXPECT_THAT(rows("SELECT hallazgo_id, documento_id, regla, estado FROM hallazgos ORDER BY 1"),
              testing::ElementsAre("4|1|total-no-cuadra|descartado", "7|1|entre-documentos|abierto"));
  EXPECT_THAT(rows("SELECT hallazgo_id, rol, ruta FROM evidencias ORDER BY 1, rol DESC"),
              testing::ElementsAre("4|reportado|2020/informe.pdf", "7|reportado|2020/informe.pdf",
                                   "7|fuente|2020/ejecucion.pdf"));
  EXPECT_THAT(rows("SELECT hallazgo_id, estado, nota, autor FROM decisiones"),
              testing::ElementsAre("4|descartado|se sumó otra vigencia|ana"));
  EXPECT_THAT(rows("SELECT ruta, vigencia, valor, unidad FROM presupuesto"),
              testing::ElementsAre("2020/informe.pdf|2020|507|COP"));
}

TEST_F(MigrationTest, OfTheSchemaBeforeOlderVersionsAreTold) {
  write("base-esquema-8.sql");
  {
    auto store = Store::open(path_, Access::read);
    ASSERT_TRUE(store.ok()) << store.error().detail;
    EXPECT_THAT(store.value().faults().value(), testing::IsEmpty());
    EXPECT_EQ(store.value().counts().value().findings, 3);
    EXPECT_EQ(store.value().search("contrato").value().size(), 2);
    // The archive is looked at anew, with what it did not know before.
    EXPECT_EQ(store.value().touched().value().size(), 3);
  }
  EXPECT_THAT(rows("SELECT documento_id, ruta, reemplazado_por, gemelo_de FROM documentos ORDER BY 1"),
              testing::ElementsAre("1|informe.pdf|2|", "2|informe.pdf||", "3|otro.pdf||"));
  EXPECT_THAT(rows("SELECT hallazgo_id, estado FROM hallazgos ORDER BY 1"),
              testing::ElementsAre("1|aceptado", "2|abierto", "3|abierto"));
  EXPECT_THAT(rows("SELECT campo, leido, valor FROM correcciones"),
              testing::ElementsAre("entidad|Alcaldia Municipal de Prueba|Alcaldía de Honda"));
}

}  // namespace
}  // namespace cotejo::store
