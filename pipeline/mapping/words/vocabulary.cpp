#include "pipeline/mapping/words/vocabulary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <functional>
#include <numeric>
#include <set>
#include <unordered_map>
#include <utility>

#include "pipeline/mapping/words/phrases.h"
#include "pipeline/mapping/words/tolerances.h"
#include "pipeline/mapping/words/vocabulary_text.h"
#include "pipeline/mapping/words/word_filter.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::vocabulary;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
  });
}

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

struct Section {
  std::vector<Vocabulary::Entry> entries;  // longest first, then by text; while a file is read, new ones at the end
  std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> index;  // folded words → place in entries
  std::set<std::string, std::less<>> meanings;
  bool open = false;    // takes meanings that the standard file does not have
  PhraseIndex phrases;  // of the entries, once the file is read

  // The entry of the same words that stood there before, if any: the new one takes its place.
  void put(Vocabulary::Entry entry) {
    const auto [place, is_new] = index.try_emplace(entry.folded, entries.size());
    if (is_new) {
      entries.push_back(std::move(entry));
    } else {
      entries[place->second] = std::move(entry);
    }
  }
  void sort() {
    std::vector<std::size_t> order(entries.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const std::string& one = entries[a].folded;
      const std::string& other = entries[b].folded;
      return one.size() != other.size() ? one.size() > other.size() : one < other;
    });
    std::vector<std::size_t> place(entries.size());  // of each entry, by where it stood
    std::vector<Vocabulary::Entry> sorted;
    sorted.reserve(entries.size());
    for (const std::size_t from : order) {
      place[from] = sorted.size();
      sorted.push_back(std::move(entries[from]));
    }
    entries = std::move(sorted);
    for (auto& [words, at] : index) at = place[at];
    phrases = PhraseIndex(entries);
  }

  [[nodiscard]] const Vocabulary::Entry* whole(std::string_view folded) const {
    const auto found = index.find(folded);
    return found == index.end() ? nullptr : &entries[found->second];
  }
};

using SectionMap = std::unordered_map<std::string, Section, TextHash, std::equal_to<>>;  // in no order that matters

}  // namespace

struct Vocabulary::Sections {
  SectionMap by_name;
  int readings = 1;  // texts read so far
};

namespace {

// Reads one vocabulary text into a copy of the sections, so that an error leaves nothing half done.
class Reader {
 public:
  // `reading`: how many texts were read before this one.
  Reader(SectionMap sections, int reading)
      : sections_(std::move(sections)), reading_(reading), standard_(reading == 0) {}

  // Nothing, or the Spanish text of what is wrong in the line given last.
  std::string read_line(std::string_view line, int number) {
    line_ = number;
    const bool goes_on = !line.empty() && (line.front() == ' ' || line.front() == '\t');
    const std::string_view text = trimmed(line);
    if (text.empty() || text.front() == '#') return {};
    if (text.front() == '[') return read_heading(text);
    if (section_ == nullptr) return "hay palabras antes del primer encabezado [sección]";
    if (goes_on) {
      if (meaning_.empty()) return "la línea continúa un significado que no existe";
      return read_words(text);
    }
    const std::size_t sign = text.find('=');
    if (sign == std::string_view::npos) return "falta el signo = entre el significado y sus palabras";
    meaning_ = std::string(trimmed(text.substr(0, sign)));
    if (!section_->open && !is_name(meaning_)) return fmt::format("«{}» no es un nombre de significado", meaning_);
    if (!standard_ && !section_->open && !section_->meanings.contains(meaning_)) {
      return fmt::format("la sección [{}] no tiene el significado «{}»", name_, meaning_);
    }
    if (meaning_.empty()) return "falta el significado antes del signo =";
    section_->meanings.insert(meaning_);
    const std::string_view words = trimmed(text.substr(sign + 1));
    return words.empty() ? "falta al menos una palabra después del signo =" : read_words(words);
  }

  SectionMap take() {
    for (auto& [name, section] : sections_) section.sort();
    return std::move(sections_);
  }

 private:
  std::string read_heading(std::string_view text) {
    if (text.back() != ']') return "el encabezado de sección no termina en ]";
    std::string_view name = trimmed(text.substr(1, text.size() - 2));
    const bool open = !name.empty() && name.back() == '+';
    if (open) name = trimmed(name.substr(0, name.size() - 1));
    if (!is_name(name)) return fmt::format("«{}» no es un nombre de sección", name);
    if (!standard_ && !sections_.contains(name)) return fmt::format("no existe la sección [{}]", name);
    name_ = std::string(name);
    section_ = &sections_[name_];
    if (standard_ && open) section_->open = true;
    meaning_.clear();
    return {};
  }

  std::string read_words(std::string_view text) {
    while (!text.empty()) {
      const std::size_t comma = text.find(',');
      const std::string_view word = trimmed(text.substr(0, comma));
      text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
      if (word.empty()) {
        if (trimmed(text).empty()) continue;  // a comma at the end of the line
        return "hay dos comas seguidas";
      }
      std::string folded = normalise::fold(word);
      if (folded.empty()) return fmt::format("«{}» no tiene letras ni cifras", word);
      const Vocabulary::Entry* seen = section_->whole(folded);
      const bool derived = derived_.contains({name_, folded});
      if (seen != nullptr && seen->reading == reading_ && seen->meaning != meaning_ && !derived) {
        return fmt::format("«{}» ya significa «{}» en la sección [{}]", word, seen->meaning, name_);
      }
      const bool quoted = word.size() > 2 && word.front() == '"' && word.back() == '"';
      const std::uint32_t letters = letters_of(folded);
      put_degree_form(folded, quoted);
      if (!quoted) put_participles(folded);
      derived_.erase({name_, folded});
      section_->put({std::move(folded), meaning_, line_, quoted, letters, reading_});
    }
    return {};
  }

  // "N° de peticiones" folds to "n de peticiones": it is known with "No. de peticiones".
  void put_degree_form(const std::string& folded, bool quoted) {
    if (folded.starts_with("no ")) put_derived("n" + folded.substr(2), quoted);
  }

  // "Recursos apropiados", "Cuantía girada": a stage is a participle in the gender and number of the noun before it.
  void put_participles(const std::string& folded) {
    if (name_ != "columnas.presupuesto" && name_ != "columnas.saldo" && name_ != "pqrs.medida") return;
    if (folded.size() < kShortest || folded.find(' ') != std::string::npos) return;
    std::string stem = folded;
    if (stem.back() == 's') stem.pop_back();
    if (!stem.ends_with("ado") && !stem.ends_with("ada") && !stem.ends_with("ido") && !stem.ends_with("ida")) return;
    stem.pop_back();
    for (const char* ending : {"o", "a", "os", "as"}) put_derived(stem + ending, false);
  }

  // Words that no line of the text has: they count where none claims them.
  void put_derived(std::string folded, bool quoted) {
    const Vocabulary::Entry* seen = section_->whole(folded);
    if (seen != nullptr && seen->reading == reading_) return;
    derived_.insert({name_, folded});
    const std::uint32_t letters = letters_of(folded);
    section_->put({std::move(folded), meaning_, line_, quoted, letters, reading_});
  }

  SectionMap sections_;
  int reading_;
  bool standard_;
  std::set<std::pair<std::string, std::string>> derived_;  // section and words that no line of the text has
  Section* section_ = nullptr;
  std::string name_;
  std::string meaning_;
  int line_ = 0;
};

model::Result<SectionMap> read(SectionMap sections, std::string_view text, const std::string& file, int reading) {
  Reader reader(std::move(sections), reading);
  int number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    ++number;
    if (std::string problem = reader.read_line(line, number); !problem.empty()) {
      return model::Error{model::ErrorCode::vocabulary, model::Stage::map, file, 0,
                          fmt::format("línea {}: {}", number, problem)};
    }
  }
  return reader.take();
}

}  // namespace

Vocabulary::Vocabulary() : sections_(std::make_shared<const Sections>()) {}

model::Result<Vocabulary> Vocabulary::from(std::string_view text, const std::string& file_name) {
  auto sections = read({}, text, file_name, 0);
  if (!sections) return sections.error();
  Vocabulary vocabulary;
  vocabulary.sections_ = std::make_shared<const Sections>(Sections{std::move(sections).value(), 1});
  return vocabulary;
}

Vocabulary Vocabulary::standard() {
  auto vocabulary = from(standard_vocabulary_text(), "vocabulary.txt");
  assert(vocabulary.ok());  // a test holds the built-in text to be free of errors
  return vocabulary.ok() ? std::move(vocabulary).value() : Vocabulary();
}

model::Status Vocabulary::add(std::string_view text, const std::string& file_name) {
  auto sections = read(sections_->by_name, text, file_name, sections_->readings);
  if (!sections) return sections.error();
  sections_ = std::make_shared<const Sections>(Sections{std::move(sections).value(), sections_->readings + 1});
  return model::Done{};
}

const std::vector<Vocabulary::Entry>& Vocabulary::section(std::string_view name) const {
  static const std::vector<Entry> none;
  const auto found = sections_->by_name.find(name);
  return found == sections_->by_name.end() ? none : found->second.entries;
}

std::vector<std::string> Vocabulary::meanings(std::string_view name) const {
  const auto found = sections_->by_name.find(name);
  if (found == sections_->by_name.end()) return {};
  return {found->second.meanings.begin(), found->second.meanings.end()};
}

const PhraseIndex& Vocabulary::phrases(std::string_view name) const {
  static const PhraseIndex none;
  const auto found = sections_->by_name.find(name);
  return found == sections_->by_name.end() ? none : found->second.phrases;
}

const Vocabulary::Entry* Vocabulary::inside(std::string_view section_name, std::string_view folded) const {
  return phrases(section_name).inside(folded);
}

const Vocabulary::Entry* Vocabulary::at_start(std::string_view section_name, std::string_view folded) const {
  return phrases(section_name).at_start(folded);
}

std::string Vocabulary::exact(std::string_view section_name, std::string_view folded) const {
  const Entry* entry = phrases(section_name).whole(folded);
  return entry == nullptr ? std::string{} : entry->meaning;
}

std::string Vocabulary::meaning(std::string_view section_name, std::string_view folded) const {
  const Entry* entry = inside(section_name, folded);
  return entry == nullptr ? std::string{} : entry->meaning;
}

}  // namespace cotejo::mapping
