#include "pipeline/reading/taught.h"

#include <algorithm>

#include "pipeline/mapping/kinds/kinds.h"
#include "pipeline/mapping/words/scoped_text.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::reading {
namespace {

// Sections of what heads and row labels mean; the others hold words of running text.
std::vector<std::string_view> teachable_sections() {
  std::vector<std::string_view> sections{
      "columnas.presupuesto", "columnas.saldo",     "columnas",  "columnas.porcentaje_ejecucion",
      "pqrs.medida",          "pqrs.dimension",     "pqrs.tipo", "pqrs.canal",
      "filas.total",          "compromisos.columna"};
  for (const std::string_view heads : mapping::head_sections_of_kinds()) sections.push_back(heads);
  return sections;
}

}  // namespace

std::string text_of_taught(const std::vector<store::TaughtWord>& words) {
  std::vector<mapping::ScopedWord> scoped;
  scoped.reserve(words.size());
  for (const store::TaughtWord& word : words) scoped.push_back({word.word, word.section, word.meaning, word.entity});
  return mapping::text_of_words(std::move(scoped));
}

std::vector<Meaning> teachable(const mapping::Vocabulary& vocabulary) {
  std::vector<Meaning> all;
  for (const std::string_view section : teachable_sections()) {
    for (std::string& name : vocabulary.meanings(section)) all.push_back({std::string(section), std::move(name)});
  }
  return all;
}

std::vector<Meaning> meanings_named(const mapping::Vocabulary& vocabulary, const std::string& name) {
  std::vector<Meaning> found = teachable(vocabulary);
  std::erase_if(found, [&](const Meaning& meaning) {
    return name != meaning.name && name != meaning.section + ":" + meaning.name;
  });
  return found;
}

store::TaughtWord taught_word(const std::string& word, const Meaning& meaning, const std::string& entity) {
  store::TaughtWord taught;
  taught.section = meaning.section;
  taught.key = normalise::fold(word);
  taught.entity = entity;
  taught.word = normalise::clean(word);
  taught.meaning = meaning.name;
  return taught;
}

model::Result<std::vector<store::TaughtWord>> read_taught(const std::string& text, const std::string& file_name) {
  for (const mapping::ScopedText& part : mapping::by_entity(text)) {
    mapping::Vocabulary vocabulary = mapping::Vocabulary::standard();
    if (const model::Status added = vocabulary.add(part.text, file_name); !added) return added.error();
  }
  std::vector<store::TaughtWord> words;
  for (const mapping::ScopedWord& word : mapping::words_of_text(text))
    words.push_back(taught_word(word.word, {word.section, word.meaning}, word.entity));
  return words;
}

}  // namespace cotejo::reading
