#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "model/codec/codec.h"
#include "pipeline/run/files/bundle_file.h"
#include "pipeline/run/files/discover.h"
#include "pipeline/run/files/hash.h"
#include "pipeline/run/reuse.h"
#include "tests/support/make_pdf.h"

namespace cotejo::run {
namespace {

namespace fs = std::filesystem;
using model::ErrorCode;
using testing::ElementsAre;
using testing::HasSubstr;

class RunTest : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }
  std::string put(const std::string& name, const std::string& bytes) {
    fs::create_directories((folder_ / name).parent_path());
    test::write_file(folder_ / name, bytes);
    return folder_ / name;
  }
  fs::path folder_ = fs::temp_directory_path() / ("cotejo-run-test-" + std::to_string(getpid()));
};

TEST_F(RunTest, DiscoverWalksFoldersSortedAndLeavesOthersAlone) {
  put("b/2.pdf", "");
  put("b/1.PDF", "");
  put("a.pdf", "");
  put("nota.docx", "");
  fs::create_directory_symlink(folder_, folder_ / "b/circle");
  const Discovery found = discover({folder_, folder_ / "a.pdf", folder_ / "nota.docx", folder_ / "no"});
  EXPECT_THAT(found.files,
              ElementsAre(folder_ / "a.pdf", folder_ / "b/1.PDF", folder_ / "b/2.pdf", folder_ / "nota.docx"));
  EXPECT_EQ(found.other_files, 1);
  ASSERT_EQ(found.errors.size(), 1u);
  EXPECT_EQ(found.errors[0].code, ErrorCode::not_found);
}

TEST_F(RunTest, HashIsThatOfTheStandard) {
  const auto hash = hash_file(put("abc", "abc"));
  ASSERT_TRUE(hash);
  EXPECT_EQ(hash.value().sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hash.value().size, 3);
  EXPECT_EQ(hash_file(folder_ / "no").error().code, ErrorCode::not_found);
  EXPECT_EQ(hash_file(folder_).error().code, ErrorCode::not_found);
  mkfifo((folder_ / "pipe").c_str(), 0600);
  EXPECT_EQ(hash_file(folder_ / "pipe").error().code, ErrorCode::not_found);
}

model::Bundle bundle() {
  model::Bundle bundle;
  bundle.file_name = "a.pdf";
  bundle.sha256 = std::string(64, 'a');
  bundle.page_count = 1;
  bundle.pages.resize(1);
  bundle.pages[0].number = 1;
  bundle.pages[0].width = 612;
  bundle.pages[0].height = 792;
  bundle.pages[0].origin = model::Origin::text;
  bundle.pages[0].words.resize(1);
  bundle.pages[0].words[0].text = "hola";
  return bundle;
}

TEST_F(RunTest, BundleFilesComeBackAndAreAllOrNothing) {
  const std::string encoded = model::encode(bundle());
  const std::string path = folder_ / bundle_file_name(bundle().sha256);
  ASSERT_TRUE(write_bundle_file(path, encoded));
  const auto back = read_bundle_file(path);
  ASSERT_TRUE(back);
  EXPECT_EQ(back.value().encoded, encoded);
  EXPECT_FALSE(write_bundle_file(folder_ / "no/a.cotejo", encoded));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
}

TEST_F(RunTest, BundleFilesTellWhereTheReportWas) {
  const std::string encoded = model::encode(bundle());
  const std::string path = folder_ / "a.cotejo";
  ASSERT_TRUE(write_bundle_file(path, encoded, "2021/hacienda/a.pdf"));
  const auto back = read_bundle_file(path);
  ASSERT_TRUE(back);
  EXPECT_EQ(back.value().route, "2021/hacienda/a.pdf");
  EXPECT_EQ(back.value().encoded, encoded);
  std::ifstream in(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  bytes[20] = static_cast<char>(bytes[20] ^ 1);  // within the route
  EXPECT_FALSE(read_bundle_file(put("flip.cotejo", bytes)));
}

TEST_F(RunTest, BundleFilesThatAreCutOrFlippedAreRefused) {
  const std::string path = folder_ / "a.cotejo";
  ASSERT_TRUE(write_bundle_file(path, model::encode(bundle())));
  std::ifstream in(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    EXPECT_FALSE(read_bundle_file(put("cut", bytes.substr(0, at)))) << at;
    std::string flipped = bytes;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x20);
    const auto read = read_bundle_file(put("flip", flipped));
    EXPECT_TRUE(!read || read.value().encoded == model::encode(bundle())) << at;
  }
}

TEST_F(RunTest, AnExtractIsUsedAgainWhereOcrWouldNotHaveLooked) {
  reading::ExtractSettings before;
  before.ocr = reading::OcrMode::never;
  reading::ExtractSettings after;
  after.ocr = reading::OcrMode::automatic;
  model::Bundle text = bundle();
  text.settings = before.fingerprint();
  const auto reused = model::decode_bundle(reused_bundle(model::encode(text), after));
  ASSERT_TRUE(reused);
  EXPECT_EQ(reused.value().settings, after.fingerprint());
  model::Bundle scan = text;
  scan.pages[0].words.clear();
  scan.pages[0].images.push_back({{0, 0, 612, 792}, 1700, 2200});
  EXPECT_EQ(reused_bundle(model::encode(scan), after), "");
  model::Bundle read = text;
  read.pages[0].origin = model::Origin::ocr;
  EXPECT_EQ(reused_bundle(model::encode(read), after), "");
  model::Bundle older = text;
  older.settings = "extractor=0; poppler=1; ocr=nunca";
  EXPECT_EQ(reused_bundle(model::encode(older), after), "");
  EXPECT_EQ(reused_bundle("nada", after), "");
}

}  // namespace
}  // namespace cotejo::run
