#include "pipeline/exports/archive/retention.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace cotejo::exports {
namespace {

class RetentionTest : public testing::Test {
 protected:
  void TearDown() override { std::filesystem::remove(path_); }
  model::Result<std::vector<Series>> read(const std::string& text) {
    std::ofstream(path_, std::ios::binary) << text;
    return read_retention(path_);
  }
  std::filesystem::path path_ =
      std::filesystem::temp_directory_path() / ("cotejo-retention-" + std::to_string(getpid()) + ".csv");
};

TEST_F(RetentionTest, ReadsWhatASpreadsheetSaves) {
  const auto table = read(
      "\xEF\xBB\xBFtipo;codigo;serie;subserie\r\ninforme de gestión;100-12.1;\"INFORMES; varios\";Informes de "
      "gestión\r\n\r\nplan;200;PLANES;\r\n");
  ASSERT_TRUE(table.ok());
  ASSERT_EQ(table.value().size(), 2U);
  EXPECT_EQ(table.value()[0].series, "INFORMES; varios");
  EXPECT_EQ(table.value()[1].subseries, "");
  ASSERT_NE(series_of(table.value(), "PLAN"), nullptr);
  EXPECT_EQ(series_of(table.value(), "PLAN")->code, "200");
  EXPECT_EQ(series_of(table.value(), "acta"), nullptr);
}

TEST_F(RetentionTest, TellsTheLineThatIsWrong) {
  const auto table = read("tipo,codigo,serie,subserie\nplan,200,PLANES,\nacta,1\n");
  ASSERT_FALSE(table.ok());
  EXPECT_NE(table.error().detail.find("renglón 3"), std::string::npos);
  EXPECT_FALSE(read("codigo,serie\n").ok());
  EXPECT_EQ(read_retention("/no/existe.csv").error().code, model::ErrorCode::not_found);
}

}  // namespace
}  // namespace cotejo::exports
