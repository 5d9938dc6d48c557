#include "pipeline/run/verify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "pipeline/run/files/discover.h"
#include "pipeline/run/ingest.h"
#include "tests/support/make_pdf.h"
#include "tests/support/make_portfolio.h"

namespace cotejo::run {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

class VerifyTest : public testing::Test {
 protected:
  VerifyTest() { settings_.extract.ocr = reading::OcrMode::never; }
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override {
    fs::remove_all(folder_);
    for (const char* end : {".db", ".db-wal", ".db-shm"}) fs::remove(folder_.string() + end);
  }

  void put(const std::string& name, const std::string& words) const {
    fs::create_directories((folder_ / name).parent_path());
    test::write_file(folder_ / name, test::make_pdf({words}));
  }
  void ingest_folder(const std::string& name) {
    const Discovery found = discover({folder_ / name});
    settings_.folder = found.folder;
    const auto readers = reading::local_readers(settings_.extract, reading::Analyser::make(settings_.analysis).value());
    ASSERT_TRUE(ingest(found.files, store_, *readers, settings_, Observer{}));
  }
  Fixity verified() {
    return verify(store_, [] { return false; }).value();
  }
  Relocation relocated(const std::string& name) {
    return relocate(store_, folder_ / name, [] { return false; }).value();
  }

  fs::path folder_ = fs::temp_directory_path() / ("cotejo-verify-test-" + std::to_string(getpid()));
  Settings settings_;
  store::Store store_ = store::Store::open(folder_.string() + ".db", store::Access::create).value();
};

TEST_F(VerifyTest, ADocumentWhoseFileWasWrittenOverIsMissing) {
  put("in/a.pdf", "Uno");
  ingest_folder("in");
  EXPECT_TRUE(verified().whole());
  put("in/a.pdf", "Dos");
  EXPECT_THAT(verified().changed, ElementsAre(HasSubstr("in/a.pdf")));
  ingest_folder("in");
  const Fixity after = verified();
  EXPECT_EQ(after.sound, 1);
  EXPECT_THAT(after.replaced, ElementsAre(HasSubstr("a.pdf (SHA-256 ")));
}

TEST_F(VerifyTest, ACopyThatIsThereKeepsADocumentSound) {
  put("in/a.pdf", "Uno");
  put("in/b.pdf", "Uno");
  ingest_folder("in");
  fs::remove(folder_ / "in/a.pdf");
  const Fixity fixity = verified();
  EXPECT_TRUE(fixity.whole());
  EXPECT_EQ(fixity.sound, 1);
}

TEST_F(VerifyTest, WhatIsAttachedIsAsSoundAsItsContainer) {
  fs::create_directories(folder_ / "in");
  test::write_file(folder_ / "in/p.pdf", test::make_portfolio({{"a.pdf", test::make_pdf({"Uno"})}}));
  ingest_folder("in");
  EXPECT_EQ(verified().sound, 2);
  fs::create_directories(folder_ / "out");
  fs::rename(folder_ / "in/p.pdf", folder_ / "out/q.pdf");
  EXPECT_EQ(verified().missing.size(), 2u);
  EXPECT_EQ(relocated("out").found, 2);
  EXPECT_EQ(verified().sound, 2);
}

TEST_F(VerifyTest, OriginalsAreFoundAgainByRouteAndByContent) {
  put("in/2020/informe.pdf", "Uno");
  put("in/2021/informe.pdf", "Dos");
  put("in/2022/informe.pdf", "Tres");
  ingest_folder("in");
  fs::rename(folder_ / "in", folder_ / "archivo");
  fs::rename(folder_ / "archivo/2021/informe.pdf", folder_ / "archivo/otro nombre.pdf");
  fs::remove(folder_ / "archivo/2022/informe.pdf");
  put("archivo/2022/informe.pdf", "Otro");
  EXPECT_EQ(verified().missing.size(), 3u);
  const Relocation relocation = relocated("archivo");
  EXPECT_EQ(relocation.found, 2);
  EXPECT_THAT(relocation.missing, ElementsAre(HasSubstr("in/2022/informe.pdf")));
  EXPECT_EQ(verified().sound, 2);
  EXPECT_EQ(relocated("archivo").sound, 2);
}

}  // namespace
}  // namespace cotejo::run
