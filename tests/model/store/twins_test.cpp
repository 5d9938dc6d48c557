// By their figures, scans find the reports that they may be of, however many have small figures in common.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "model/store/archive/archive.h"

namespace cotejo::store {
namespace {

class TwinsTest : public testing::Test {
 protected:
  void SetUp() override {
    remove();
    store_.emplace(Store::open(path_, Access::create).value());
  }
  void TearDown() override {
    store_.reset();
    remove();
  }
  void remove() const {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_.string() + end);
  }

  // A report of a body with these figures; its content is told by a number.
  std::string put(int number, const std::string& body, bool scanned, const std::vector<std::int64_t>& figures) {
    model::Bundle bundle;
    bundle.sha256 = std::string(60, 'a') + std::to_string(1000 + number);
    bundle.file_name = std::to_string(number) + ".pdf";
    bundle.page_count = 1;
    bundle.pages.emplace_back();
    model::Records records;
    records.document.entity = body;
    const model::CheckResult checks;
    EXPECT_TRUE(store_->save({&bundle, "/" + bundle.file_name, "", "x", &records, &checks}).ok());
    EXPECT_TRUE(store_->save_sketch(bundle.sha256, scanned, figures).ok());
    return bundle.sha256;
  }

  std::filesystem::path path_ = std::filesystem::temp_directory_path() / "cotejo-twins-test.db";
  std::optional<Store> store_;
};

TEST_F(TwinsTest, OfManyThatAreAlikeThoseWithMostInCommonAndOfTheSameBodyAreLookedAt) {
  for (int i = 0; i < 100; ++i) put(i, "Municipio " + std::to_string(i), false, {1, 2, 3});
  const std::string most = put(200, "Otro", false, {1, 2, 3, 4, 5}), little = put(201, "Otro", false, {1, 9, 10});
  const std::string own = put(202, "Municipio de Honda", false, {1, 2, 3});
  const std::string scan = put(300, "Municipio de Honda", true, {1, 2, 3, 4, 5});
  const auto alike = store_->alike(scan).value();
  EXPECT_EQ(alike.size(), 32);
  EXPECT_THAT(alike, testing::IsSupersetOf({most, own}));
  EXPECT_THAT(alike, testing::Not(testing::Contains(little)));
  EXPECT_EQ(store_->alike(most).value(), std::vector{scan});
}

TEST_F(TwinsTest, LookingForItsScansDoesNotPassByAllReportsWithTheSameFigures) {
  const std::vector<std::int64_t> figures{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
  ASSERT_TRUE(store_->begin_many().ok());
  for (int i = 0; i < 500; ++i) put(i, "Municipio " + std::to_string(i), false, figures);
  const std::string scan = put(600, "Municipio 7", true, figures);
  const std::string report = put(601, "Municipio 7", false, figures);
  ASSERT_TRUE(store_->end_many().ok());
  int asked = 0;  // once in so many steps of the base's machine
  store_->end_when([&] {
    ++asked;
    return false;
  });
  EXPECT_EQ(store_->alike(report).value(), std::vector{scan});
  EXPECT_EQ(asked, 0);
}

TEST_F(TwinsTest, AScanIsFoundByItsOriginalWhateverBecameOfTheirFigures) {
  const std::string original = put(1, "Municipio de Honda", false, {1, 2, 3});
  const std::string scan = put(2, "Municipio de Honda", true, {1, 2, 3});
  ASSERT_TRUE(store_->save_twins({{scan, original}}, {scan}, 0).ok());
  EXPECT_FALSE(is_compared(*store_, scan).value());
  EXPECT_TRUE(is_compared(*store_, original).value());
  ASSERT_TRUE(store_->save_sketch(original, false, {7, 8, 9}).ok());
  EXPECT_EQ(store_->alike(original).value(), std::vector{scan});
}

}  // namespace
}  // namespace cotejo::store
