#include "pipeline/run/files/file_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "base/sha256.h"

namespace cotejo::run {
namespace {

using testing::ElementsAre;

std::vector<std::string> list_of(const std::string& text) {
  std::istringstream stream(text);
  return read_file_list(stream);
}

TEST(FileList, NamesAPathALineWhateverEndsIt) {
  EXPECT_THAT(list_of("a.pdf\nuna carpeta/b.pdf\r\n\nc.pdf"), ElementsAre("a.pdf", "una carpeta/b.pdf", "c.pdf"));
  EXPECT_THAT(list_of(""), ElementsAre());
}

TEST(FileList, ZeroBytesLeaveLineEndsToNames) {
  EXPECT_THAT(list_of(std::string("a\nb.pdf\0c.pdf\0", 14)), ElementsAre("a\nb.pdf", "c.pdf"));
}

TEST(Shard, IsWrittenAsPartOfHowMany) {
  ASSERT_TRUE(shard_of("3/8"));
  EXPECT_EQ(shard_of("3/8")->index, 3);
  EXPECT_EQ(shard_of("3/8")->count, 8);
  for (const char* wrong : {"", "3", "3/", "/8", "0/8", "9/8", "3/8x", "-1/8", "a/b", "3 / 8"}) {
    EXPECT_FALSE(shard_of(wrong)) << wrong;
  }
}

TEST(Shard, EveryContentFallsToExactlyOneAndTheyAreOfOneSize) {
  constexpr int kParts = 7;
  std::vector<int> held(kParts);
  for (int i = 0; i < 7000; ++i) {
    base::Sha256 digest;
    const std::string content = std::to_string(i);
    digest.add(content.data(), content.size());
    const std::string sha256 = digest.hex();
    int holders = 0;
    for (int part = 1; part <= kParts; ++part) {
      if (!Shard{part, kParts}.holds(sha256)) continue;
      ++holders;
      ++held[static_cast<std::size_t>(part - 1)];
    }
    EXPECT_EQ(holders, 1);
  }
  for (const int count : held) EXPECT_NEAR(count, 1000, 150);
  // The same on every machine and in every version: a job that is started again finds its own.
  EXPECT_TRUE((Shard{3, 4}.holds("0000000000000020aaaa")));
}

}  // namespace
}  // namespace cotejo::run
