#include "pipeline/run/files/passwords.h"

#include <gtest/gtest.h>

namespace cotejo::run {
namespace {

TEST(Passwords, AreFoundByContentThenNameThenForAll) {
  const std::string sha256(64, 'a');
  const auto passwords =
      Passwords::read("# claves\n\ninforme 2020.pdf\tuna clave\r\n" + sha256 + "\tdos\n*\ttres", "claves");
  ASSERT_TRUE(passwords);
  EXPECT_EQ(passwords.value().of("informe 2020.pdf", "b"), "una clave");
  EXPECT_EQ(passwords.value().of("informe 2020.pdf", sha256), "dos");
  EXPECT_EQ(passwords.value().of("otro.pdf", "b"), "tres");
  EXPECT_EQ(Passwords().of("otro.pdf", "b"), "");
}

TEST(Passwords, ALineWithoutATabIsToldWithoutItsWords) {
  const auto passwords = Passwords::read("a.pdf\tuna\nb.pdf secreta\n", "claves");
  ASSERT_FALSE(passwords);
  EXPECT_EQ(passwords.error().file, "claves");
  EXPECT_NE(passwords.error().detail.find("línea 2"), std::string::npos);
  EXPECT_EQ(passwords.error().detail.find("secreta"), std::string::npos);
}

}  // namespace
}  // namespace cotejo::run
