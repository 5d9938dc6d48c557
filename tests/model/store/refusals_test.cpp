#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>

#include "tests/model/store/store_fixture.h"

namespace cotejo::store {
namespace {

TEST_F(StoreTest, FailedDocumentsAreKeptWithTheirReason) {
  Store store = create();
  Bundle bundle;
  bundle.file_name = "roto.pdf";
  bundle.sha256 = std::string(64, 'c');
  bundle.errors.push_back({model::ErrorCode::damaged, model::Stage::open, "roto.pdf", 0, "xref"});
  ASSERT_TRUE(store.save({&bundle, "/archivo/roto.pdf", "", "", nullptr, nullptr}).ok());
  EXPECT_EQ(store.counts().value().failed, 1);
}

TEST_F(StoreTest, UnreadableFilesAreKnownByPathAndGiveWayWhenReadable) {
  Store store = create();
  Bundle bundle;
  bundle.file_name = "negado.pdf";
  bundle.errors.push_back({model::ErrorCode::not_found, model::Stage::discover, "negado.pdf", 0, ""});
  ASSERT_TRUE(store.save({&bundle, "/archivo/negado.pdf", "", "", nullptr, nullptr}).ok());
  ASSERT_TRUE(store.save({&bundle, "/archivo/negado.pdf", "", "", nullptr, nullptr}).ok());
  EXPECT_EQ(store.counts().value().documents, 1);
  Sample sample("negado.pdf");
  ASSERT_TRUE(store.save(sample.result("/archivo/negado.pdf")).ok());
  EXPECT_EQ(store.counts().value().documents, 1);
  EXPECT_EQ(store.counts().value().complete, 1);
}

TEST_F(StoreTest, RefusesWhatItCannotUse) {
  EXPECT_EQ(Store::open(path_, Access::read).error().code, model::ErrorCode::not_found);
  std::ofstream(path_) << std::string(4096, 'x');
  EXPECT_EQ(Store::open(path_, Access::create).error().code, model::ErrorCode::database_damaged);
  remove();
  { create(); }
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(path_.c_str(), &db), SQLITE_OK);
  sqlite3_exec(db, "PRAGMA user_version = 9999", nullptr, nullptr, nullptr);
  sqlite3_close(db);
  EXPECT_EQ(Store::open(path_, Access::write).error().code, model::ErrorCode::database_newer);
}

TEST_F(StoreTest, RefusesADatabaseOfAnotherProgram) {
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(path_.c_str(), &db), SQLITE_OK);
  sqlite3_exec(db, "CREATE TABLE t (a)", nullptr, nullptr, nullptr);
  sqlite3_close(db);
  EXPECT_EQ(Store::open(path_, Access::create).error().code, model::ErrorCode::database);
}

TEST_F(StoreTest, AFullDiskIsSaidAndLeavesTheOldDataWhole) {
  Store store = create();
  Sample sample;
  ASSERT_TRUE(store.save(sample.result()).ok());
  const std::string digest = store.digest().value();
  // A page limit is how SQLite itself stands in for a disk that is full.
  Sample large("grande.pdf", std::string(64, 'd'));
  large.bundle.blocks[0].text.assign(20'000'000, 'x');
  ASSERT_TRUE(store.limit_size(400'000).ok());
  const auto refused = store.save(large.result());
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, model::ErrorCode::disk_full);
  EXPECT_EQ(store.digest().value(), digest);
  EXPECT_TRUE(store.faults().value().empty());
}

TEST_F(StoreTest, ASoundDatabaseHasNoFaults) {
  Store store = create();
  Sample sample;
  ASSERT_TRUE(store.save(sample.result()).ok());
  EXPECT_TRUE(store.faults().value().empty());
}

}  // namespace
}  // namespace cotejo::store
