#include "pipeline/exports/output/staging.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "pipeline/exports/output/zip.h"

// What is under way, what was killed, and what is told to end.
namespace cotejo::exports {
namespace {

namespace fs = std::filesystem;

class StagingTest : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }

  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_)) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
  }

  fs::path folder_ = fs::temp_directory_path() / ("cotejo-staging-test-" + std::to_string(getpid()));
};

TEST_F(StagingTest, WhatIsUnderWayIsTakenAwayAtOnce) {
  auto staging = Staging::folder(folder_ / "salida", false, "csv");
  ASSERT_TRUE(staging.ok());
  const std::string path = staging.value().path();
  std::ofstream(path + "/a.csv") << "x";
  EXPECT_FALSE(staging.value().dropped());
  drop_unfinished();
  EXPECT_TRUE(staging.value().dropped());
  EXPECT_THAT(names(), testing::IsEmpty());
  EXPECT_FALSE(std::ofstream(path + "/b.csv")) << "who goes on writing finds no place";
  EXPECT_FALSE(staging.value().commit());
  EXPECT_THAT(names(), testing::IsEmpty());
}

TEST_F(StagingTest, WhatAKilledExportLeftGoesWithTheNextOne) {
  const fs::path dead = folder_ / "base.csv.parcial-999999999", taken = folder_ / "base.csv.parcial-999999999-borrado",
                 living = folder_ / "base.csv.parcial-1", ending = folder_ / "base.csv.parcial-1-borrado",
                 other = folder_ / "base.csv.parcial-999999999-anterior";
  for (const fs::path& one : {dead, taken, living, ending, other}) fs::create_directories(one / "tablas");
  {
    const auto staging = Staging::folder(folder_ / "base.csv", false);
    ASSERT_TRUE(staging);
  }
  EXPECT_FALSE(fs::exists(dead));
  EXPECT_FALSE(fs::exists(taken)) << "killed while it took away what it had made";
  EXPECT_TRUE(fs::exists(living)) << "its process lives";
  EXPECT_TRUE(fs::exists(ending)) << "and takes it away itself";
  EXPECT_TRUE(fs::exists(other)) << "what stood there before is the user's";
}

TEST_F(StagingTest, TwoComeToTheirPlacesOrNeither) {
  const auto begin = [&](bool replace) {
    auto folder = Staging::folder(folder_ / "libro-evidencias", replace, "xlsx-evidencias");
    auto file = Staging::file(folder_ / "libro.xlsx", replace);
    EXPECT_TRUE(folder.ok() && file.ok());
    std::ofstream(folder.value().path() + "/" + (replace ? "nueva.png" : "vieja.png")) << "x";
    return std::pair{std::move(folder).value(), std::move(file).value()};
  };
  const auto blocked = [&](bool replace) {
    auto [folder, file] = begin(replace);
    fs::remove(folder_ / "libro.xlsx");
    fs::create_directories(folder_ / "libro.xlsx/ajena");  // no file takes the place of a folder
    EXPECT_FALSE(folder.commit_with(file));
  };
  blocked(false);
  EXPECT_THAT(names(), testing::ElementsAre("libro.xlsx"));
  fs::remove_all(folder_ / "libro.xlsx");
  {
    auto [folder, file] = begin(false);
    EXPECT_TRUE(folder.commit_with(file));
  }
  EXPECT_THAT(names(), testing::ElementsAre("libro-evidencias", "libro.xlsx"));
  blocked(true);
  EXPECT_THAT(names(), testing::ElementsAre("libro-evidencias", "libro.xlsx"));
  EXPECT_TRUE(fs::exists(folder_ / "libro-evidencias/vieja.png")) << "what stood there stands there again";
  fs::remove_all(folder_ / "libro.xlsx");
  {
    auto [folder, file] = begin(true);
    drop_unfinished();
    EXPECT_FALSE(folder.commit_with(file)) << "taken away before";
  }
  EXPECT_THAT(names(), testing::ElementsAre("libro-evidencias"));
  {
    auto [folder, file] = begin(true);
    EXPECT_TRUE(folder.commit_with(file));
  }
  EXPECT_TRUE(fs::exists(folder_ / "libro-evidencias/nueva.png"));
  EXPECT_THAT(names(), testing::ElementsAre("libro-evidencias", "libro.xlsx"));
}

// So large that it takes far longer than anybody waits, and nothing on the disk.
TEST_F(StagingTest, PackingEndsSoonAfterItIsToldTo) {
  fs::create_directories(folder_ / "base");
  std::ofstream(folder_ / "base/celdas.csv") << "x";
  fs::resize_file(folder_ / "base/celdas.csv", std::uintmax_t{16} << 30);
  const fs::path packed = folder_ / "base.zip";
  std::thread ending([&] {
    for (int tries = 0; tries < 1000 && names().size() < 2; ++tries)
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    drop_unfinished();
  });
  const auto begun = std::chrono::steady_clock::now();
  const model::Status status = zip_folder(folder_ / "base", packed, "2026-01-31");
  ending.join();
  EXPECT_FALSE(status);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(8));
  EXPECT_THAT(names(), testing::ElementsAre("base"));
}

TEST_F(StagingTest, WhatIsPackedStandsUnderItsNameAlone) {
  fs::create_directories(folder_ / "base");
  std::ofstream(folder_ / "base/a.csv") << "x";
  ASSERT_TRUE(zip_folder(folder_ / "base", folder_ / "base.zip", "2026-01-31"));
  EXPECT_THAT(names(), testing::ElementsAre("base", "base.zip"));
}

}  // namespace
}  // namespace cotejo::exports
