#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"
#include "pipeline/mapping/words/entry.h"

namespace cotejo::mapping {

class PhraseIndex;

// The words that mapping knows: column heads, measures, types, channels, stages, total words. Data, not code: the
// built-in file is pipeline/mapping/words/vocabulary.txt, and --vocabulary FILE adds to it in the same form.
class Vocabulary {
 public:
  // The built-in one.
  [[nodiscard]] static Vocabulary standard();

  // One of nothing but this text, which may have any sections and meanings; an error as in add.
  [[nodiscard]] static model::Result<Vocabulary> from(std::string_view text, const std::string& file_name);

  // Adds the entries of `text`; an error names file and line (Error::detail) and leaves the vocabulary as it was.
  [[nodiscard]] model::Status add(std::string_view text, const std::string& file_name);

  using Entry = VocabularyEntry;
  // Entries of a section ("columnas.presupuesto", "pqrs.tipo", …), longest first; empty when there is no such section.
  [[nodiscard]] const std::vector<Entry>& section(std::string_view name) const;

  // The meanings that a section has, in alphabetical order; none when there is no such section.
  [[nodiscard]] std::vector<std::string> meanings(std::string_view name) const;

  // The same entries, to be found word by word in a text; of none when there is no such section. Valid until the
  // vocabulary changes.
  [[nodiscard]] const PhraseIndex& phrases(std::string_view name) const;

  // The meaning of the longest entry of the section that is the whole of, or else stands as whole words in, the folded
  // text (entries in quotes: only the whole of it); empty when none.
  [[nodiscard]] std::string meaning(std::string_view section_name, std::string_view folded) const;

  // The longest entry of the section that stands as whole words in the folded text, the first of several as long
  // (entries in quotes: only as the whole of it); null when none. Valid until the vocabulary changes.
  [[nodiscard]] const Entry* inside(std::string_view section_name, std::string_view folded) const;

  // The longest entry that the folded text begins with, as whole words; null when none.
  [[nodiscard]] const Entry* at_start(std::string_view section_name, std::string_view folded) const;

  // The meaning of the entry that is the whole of the folded text; empty when none.
  [[nodiscard]] std::string exact(std::string_view section_name, std::string_view folded) const;

 private:
  Vocabulary();
  struct Sections;
  std::shared_ptr<const Sections> sections_;  // never changed once read: copies of a vocabulary share them
};

}  // namespace cotejo::mapping
