#include "pipeline/mapping/vocabulary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <map>
#include <set>
#include <utility>

#include "pipeline/mapping/vocabulary_text.h"
#include "pipeline/normalise/text.h"

namespace cotejo::mapping {
namespace {

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

// Where `entry` stands in `text` as whole words, or npos. Both are folded: words are parted by single spaces.
std::size_t find_words(std::string_view text, std::string_view entry) {
  for (std::size_t at = text.find(entry); at != std::string_view::npos; at = text.find(entry, at + 1)) {
    const std::size_t end = at + entry.size();
    if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ')) return at;
  }
  return std::string_view::npos;
}

struct Section {
  std::vector<Vocabulary::Entry> entries;                 // longest first, then by text
  std::map<std::string, std::string, std::less<>> whole;  // folded words → meaning
  std::set<std::string, std::less<>> meanings;
  bool open = false;  // takes meanings that the standard file does not have

  void put(Vocabulary::Entry entry) {
    meanings.insert(entry.meaning);
    const auto [place, is_new] = whole.insert_or_assign(entry.folded, entry.meaning);
    if (!is_new) std::erase_if(entries, [&](const auto& old) { return old.folded == place->first; });
    entries.push_back(std::move(entry));
  }
  void sort() {
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
      return a.folded.size() != b.folded.size() ? a.folded.size() > b.folded.size() : a.folded < b.folded;
    });
  }
};

}  // namespace

struct Vocabulary::Sections {
  std::map<std::string, Section, std::less<>> by_name;
};

namespace {

using SectionMap = std::map<std::string, Section, std::less<>>;

// Reads one vocabulary text into a copy of the sections, so that an error leaves nothing half done.
class Reader {
 public:
  Reader(SectionMap sections, bool standard) : sections_(std::move(sections)), standard_(standard) {}

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
      const auto [seen, is_new] = seen_.try_emplace({name_, folded}, meaning_);
      if (!is_new && seen->second != meaning_) {
        return fmt::format("«{}» ya significa «{}» en la sección [{}]", word, seen->second, name_);
      }
      const bool quoted = word.size() > 2 && word.front() == '"' && word.back() == '"';
      section_->put({std::move(folded), meaning_, line_, quoted});
    }
    return {};
  }

  SectionMap sections_;
  bool standard_;
  Section* section_ = nullptr;
  std::string name_;
  std::string meaning_;
  int line_ = 0;
  std::map<std::pair<std::string, std::string>, std::string> seen_;  // of this text: (section, words) → meaning
};

model::Result<SectionMap> read(SectionMap sections, std::string_view text, const std::string& file, bool standard) {
  Reader reader(std::move(sections), standard);
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

Vocabulary::Vocabulary() : sections_(std::make_unique<Sections>()) {}
Vocabulary::Vocabulary(const Vocabulary& other) : sections_(std::make_unique<Sections>(*other.sections_)) {}
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
Vocabulary::~Vocabulary() = default;

model::Result<Vocabulary> Vocabulary::from(std::string_view text, const std::string& file_name) {
  auto sections = read({}, text, file_name, true);
  if (!sections) return sections.error();
  Vocabulary vocabulary;
  vocabulary.sections_->by_name = std::move(sections).value();
  return vocabulary;
}

Vocabulary Vocabulary::standard() {
  auto vocabulary = from(standard_vocabulary_text(), "vocabulary.txt");
  assert(vocabulary.ok());  // a test holds the built-in text to be free of errors
  return vocabulary.ok() ? std::move(vocabulary).value() : Vocabulary();
}

model::Status Vocabulary::add(std::string_view text, const std::string& file_name) {
  auto sections = read(sections_->by_name, text, file_name, false);
  if (!sections) return sections.error();
  sections_->by_name = std::move(sections).value();
  return model::Done{};
}

const std::vector<Vocabulary::Entry>& Vocabulary::section(std::string_view name) const {
  static const std::vector<Entry> none;
  const auto found = sections_->by_name.find(name);
  return found == sections_->by_name.end() ? none : found->second.entries;
}

std::string Vocabulary::exact(std::string_view section_name, std::string_view folded) const {
  const auto found = sections_->by_name.find(section_name);
  if (found == sections_->by_name.end()) return {};
  const auto whole = found->second.whole.find(folded);
  return whole == found->second.whole.end() ? std::string{} : whole->second;
}

std::string Vocabulary::meaning(std::string_view section_name, std::string_view folded) const {
  const auto found = sections_->by_name.find(section_name);
  if (found == sections_->by_name.end()) return {};
  const Section& section = found->second;
  if (const auto whole = section.whole.find(folded); whole != section.whole.end()) return whole->second;
  for (const Entry& entry : section.entries) {
    if (!entry.whole_only && entry.folded.size() < folded.size() &&
        find_words(folded, entry.folded) != std::string_view::npos) {
      return entry.meaning;
    }
  }
  return {};
}

}  // namespace cotejo::mapping
