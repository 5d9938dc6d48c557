#include "base/paths.h"

#include <gtest/gtest.h>

namespace cotejo::base {
namespace {

TEST(Paths, TheFolderThatAllShare) {
  EXPECT_EQ(common_folder({"/a/b"}), "/a/b");
  EXPECT_EQ(common_folder({"/a/b", "/a/b/c"}), "/a/b");
  EXPECT_EQ(common_folder({"/a/bc", "/a/b"}), "/a");
  EXPECT_EQ(common_folder({"/a", "/b"}), "/");
  EXPECT_EQ(common_folder({"/a", "b"}), "");
  EXPECT_EQ(common_folder({}), "");
}

TEST(Paths, AsSeenFromAFolder) {
  EXPECT_EQ(relative_to("/a/b/c.pdf", "/a"), "b/c.pdf");
  EXPECT_EQ(relative_to("/a/b/c.pdf", "/"), "a/b/c.pdf");
  EXPECT_EQ(relative_to("/ab/c.pdf", "/a"), "/ab/c.pdf");
  EXPECT_EQ(relative_to("/a/b", ""), "/a/b");
  EXPECT_EQ(folder_of("/a/b"), "/a");
  EXPECT_EQ(folder_of("/a"), "/");
  EXPECT_EQ(folder_of("a"), "");
}

TEST(Paths, ARouteTakesMoreOfItsPath) {
  EXPECT_EQ(longer_route("c.pdf", "/a/b/c.pdf"), "b/c.pdf");
  EXPECT_EQ(longer_route("b/c.pdf", "/a/b/c.pdf"), "a/b/c.pdf");
  EXPECT_EQ(longer_route("a/b/c.pdf", "/a/b/c.pdf"), "a/b/c.pdf");
  EXPECT_EQ(longer_route("x.pdf", "/a/b/c.pdf"), "x.pdf");
}

}  // namespace
}  // namespace cotejo::base
