#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>

class QPDF;
class QPDFObjectHandle;

namespace cotejo::archival {

// Gives a font that a document uses and does not bring the letters of a free one with the same measures, where this
// machine has it: Liberation for Arial, Helvetica, Times and Courier. The text, and where each letter of it stands,
// stay what they were; that others draw it is told.
class Substitutes {
 public:
  explicit Substitutes(QPDF& pdf);
  ~Substitutes();
  Substitutes(const Substitutes&) = delete;
  Substitutes& operator=(const Substitutes&) = delete;

  // False, and nothing done, for a font of other measures or with codes of its own.
  [[nodiscard]] bool embed(QPDFObjectHandle font);
  // What was done (Spanish), once for each family of letters.
  [[nodiscard]] std::set<std::string> told() const;

 private:
  struct Faces;

  QPDF& pdf_;
  std::unique_ptr<Faces> faces_;
  std::map<std::string, std::set<std::string>> drawn_;  // by whose letters: what the document names
};

}  // namespace cotejo::archival
