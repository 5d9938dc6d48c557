#include "pipeline/mapping/words/scoped_text.h"

#include <algorithm>
#include <tuple>

#include "pipeline/mapping/words/tolerances.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

constexpr std::string_view kEntity = "@entidad";

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

// Hands over each line without its end.
template <class Take>
void each_line(std::string_view text, const Take& take) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    take(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
}

// A short word may stand within heads that mean something else: it counts as the whole of one.
std::string as_entry(const std::string& word) {
  std::string entry = word;
  std::replace(entry.begin(), entry.end(), ',', ' ');
  std::replace(entry.begin(), entry.end(), '\n', ' ');
  std::erase(entry, '"');
  const std::string folded = normalise::fold(entry);
  const bool is_short = folded.size() < tolerances::scoped_text::kShort && folded.find(' ') == std::string::npos;
  return is_short ? '"' + std::string(trimmed(entry)) + '"' : std::string(trimmed(entry));
}

}  // namespace

std::vector<ScopedText> by_entity(std::string_view text) {
  std::vector<ScopedText> parts{{}};
  std::size_t current = 0;
  std::string blank;  // the lines before a part that begins later
  each_line(text, [&](std::string_view line) {
    const std::string_view bare = trimmed(line);
    const bool names = bare.starts_with(kEntity) && (bare.size() == kEntity.size() || bare[kEntity.size()] == ' ');
    if (names) {
      const std::string entity(trimmed(bare.substr(kEntity.size())));
      const auto known =
          std::find_if(parts.begin(), parts.end(), [&](const ScopedText& part) { return part.entity == entity; });
      current = static_cast<std::size_t>(known - parts.begin());
      if (known == parts.end()) parts.push_back({entity, blank});
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i == current && !names) parts[i].text += line;
      parts[i].text += '\n';
    }
    blank += '\n';
  });
  return parts;
}

std::vector<ScopedWord> words_of_text(std::string_view text) {
  std::vector<ScopedWord> words;
  for (const ScopedText& part : by_entity(text)) {
    std::string section;
    std::string meaning;
    each_line(part.text, [&](std::string_view line) {
      const bool goes_on = !line.empty() && (line.front() == ' ' || line.front() == '\t');
      std::string_view rest = trimmed(line);
      if (rest.empty() || rest.front() == '#') return;
      if (rest.front() == '[') {
        section = std::string(rest.substr(1, rest.find_first_of("+]") - 1));
        return;
      }
      if (!goes_on) {
        const std::size_t sign = rest.find('=');
        if (sign == std::string_view::npos) return;
        meaning = std::string(trimmed(rest.substr(0, sign)));
        rest = rest.substr(sign + 1);
      }
      while (!rest.empty()) {
        const std::size_t comma = rest.find(',');
        std::string word(trimmed(rest.substr(0, comma)));
        std::erase(word, '"');
        if (!word.empty() && !section.empty()) words.push_back({word, section, meaning, part.entity});
        rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
      }
    });
  }
  return words;
}

std::string text_of_words(std::vector<ScopedWord> words) {
  std::sort(words.begin(), words.end(), [](const ScopedWord& a, const ScopedWord& b) {
    return std::tie(a.entity, a.section, a.meaning, a.word) < std::tie(b.entity, b.section, b.meaning, b.word);
  });
  std::string text;
  const ScopedWord* before = nullptr;
  for (const ScopedWord& word : words) {
    const bool other_entity = before == nullptr ? !word.entity.empty() : before->entity != word.entity;
    const bool other_section = before == nullptr || other_entity || before->section != word.section;
    if (other_entity) text += (text.empty() ? "" : "\n") + std::string(kEntity) + " " + word.entity + "\n";
    if (other_section) text += (text.empty() || other_entity ? "" : "\n") + ("[" + word.section + "]\n");
    text += word.meaning + " = " + as_entry(word.word) + "\n";
    before = &word;
  }
  return text;
}

}  // namespace cotejo::mapping
