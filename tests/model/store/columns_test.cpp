// Holds the columns of the records to the tables that the migrations make.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>

#include "model/store/sql/rows.h"
#include "model/store/store.h"

namespace cotejo::store {
namespace {

class ColumnsTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = std::filesystem::temp_directory_path() / ("cotejo-columns-" + std::to_string(getpid()) + ".db");
    std::filesystem::remove(path_);
    ASSERT_TRUE(Store::open(path_, Access::create).ok());
    ASSERT_EQ(sqlite3_open(path_.c_str(), &db_), SQLITE_OK);
  }
  void TearDown() override {
    sqlite3_close(db_);
    std::filesystem::remove(path_);
  }

  std::vector<std::string> in_table(const std::string& table) {
    std::vector<std::string> names;
    Statement query(db_, "SELECT name FROM pragma_table_info('" + table + "')");
    while (query.step()) names.push_back(query.text(0));
    return names;
  }

  std::filesystem::path path_;
  sqlite3* db_ = nullptr;
};

TEST_F(ColumnsTest, AreThoseOfTheTableOfEveryKindOfRecord) {
  int seen = 0;
  const model::Records none;
  model::kinds(
      [&]<class Record>(const std::vector<Record>&) {
        std::vector<std::string> all = column_names<Record>();
        all.insert(all.begin(), "source_id");
        EXPECT_THAT(in_table(model::kTable<Record>), testing::UnorderedElementsAreArray(all)) << model::kTable<Record>;
        ++seen;
      },
      none);
  EXPECT_GE(seen, 4);
}

TEST_F(ColumnsTest, OfPlacesNamesAndDocumentsAreInTheirTables) {
  EXPECT_THAT(in_table("source"), testing::IsSupersetOf(column_names<model::Source>()));
  EXPECT_THAT(in_table("dependency_name"), testing::IsSupersetOf(column_names<model::DependencyName>()));
  EXPECT_THAT(in_table("document"), testing::IsSupersetOf(column_names<model::DocumentInfo>()));
}

TEST(Insert, NamesKeysColumnsAndPlaces) {
  EXPECT_EQ(insert_sql("t", {"id"}, {"a", "b"}), "INSERT INTO t (id, a, b) VALUES (?1, ?2, ?3)");
  EXPECT_EQ(places(2, 2), "?2, ?3");
  EXPECT_EQ(listed({"a", "b"}, "x"), "x.a, x.b");
}

}  // namespace
}  // namespace cotejo::store
