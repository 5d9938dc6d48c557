#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/make_pdf.h"
#include "tests/support/run_program.h"

namespace cotejo::cli {

// The built program, run as a person runs it, in a folder of its own.
class ProgramTest : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_ / "in"); }
  void TearDown() override {
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_all);
    std::filesystem::remove_all(folder_);
  }

  test::Ran run(std::vector<std::string> words, const std::string& language = "es") {
    return test::Running(words, folder_, language).wait();
  }
  test::Ran ingest(std::vector<std::string> more = {}) {
    std::vector<std::string> words{"ingest", input(), "--db", database()};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }

  std::string database() const { return folder_ / "a.db"; }
  std::string input() const { return folder_ / "in"; }
  void put(const std::string& name, const std::string& bytes) {
    std::filesystem::create_directories((folder_ / "in" / name).parent_path());
    test::write_file(folder_ / "in" / name, bytes);
  }

  // The first column of the rows, a line each.
  std::string query(const std::string& sql) { return query(database(), sql); }
  static std::string query(const std::string& database, const std::string& sql) {
    sqlite3* db = nullptr;
    sqlite3_open(database.c_str(), &db);
    sqlite3_stmt* statement = nullptr;
    std::string rows;
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) rows = sqlite3_errmsg(db);
    while (statement != nullptr && sqlite3_step(statement) == SQLITE_ROW) {
      const unsigned char* text = sqlite3_column_text(statement, 0);
      rows += (rows.empty() ? "" : "\n") + std::string(text == nullptr ? "" : reinterpret_cast<const char*>(text));
    }
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return rows;
  }

  std::string digest(const std::string& database) { return run({"digest", "--db", database}).out; }

  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("cotejo-cli-test-" + std::to_string(getpid()));
};

}  // namespace cotejo::cli
