#pragma once

#include <map>
#include <string>
#include <string_view>

#include "model/result.h"

namespace cotejo::run {

// Passwords that a person gives for PDFs that ask for one. They are used to open the files and kept nowhere.
class Passwords {
 public:
  Passwords() = default;

  // A line each: a file's name or its SHA-256, a tab, the password; * stands for every other file. Lines that begin
  // with # and empty ones say nothing. vocabulary, naming the line, when one has no tab. `name` is shown in errors.
  [[nodiscard]] static model::Result<Passwords> read(std::string_view text, const std::string& name);

  // The password for this content, told by its SHA-256 before its name; empty when there is none.
  [[nodiscard]] std::string of(const std::string& name, const std::string& sha256) const;

 private:
  std::map<std::string, std::string, std::less<>> by_key_;
};

}  // namespace cotejo::run
