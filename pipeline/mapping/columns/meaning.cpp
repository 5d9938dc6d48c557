#include "pipeline/mapping/columns/meaning.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "pipeline/mapping/columns/tolerances.h"
#include "pipeline/mapping/words/phrases.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/mapping/words/word_filter.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::meaning;

HeadMeaning whole(const Vocabulary& vocabulary, std::string_view section, const std::string& folded) {
  std::string meaning = vocabulary.exact(section, folded);
  if (meaning.empty()) return {};
  return {std::move(meaning), folded, Likeness::whole};
}

HeadMeaning inside(const Vocabulary& vocabulary, std::string_view section, std::string_view folded) {
  const Vocabulary::Entry* entry = vocabulary.inside(section, folded);
  if (entry == nullptr) return {};
  return {entry->meaning, entry->folded, Likeness::inside};
}

// `word` shortens `full`: its beginning, of three letters or more.
bool shortens(std::string_view word, std::string_view full) {
  return word == full || (word.size() >= kShortestAbbreviation && word.size() < full.size() && full.starts_with(word));
}

// A head that is an entry but for the spaces: its narrow column cut a word ("Vr. Comprometi do").
HeadMeaning cut(const Vocabulary& vocabulary, std::string_view section, std::string_view folded) {
  if (folded.find(' ') == std::string_view::npos || folded.size() > kLongestSimilar) return {};
  const auto bare = [](std::string_view text) {
    std::string out(text);
    std::erase(out, ' ');
    return out;
  };
  std::string head;  // without the year that may stand with it
  for (const std::string_view word : words_of(folded)) head += only_year(word) == 0 ? word : std::string_view();
  const std::uint32_t letters = letters_of(folded);
  HeadMeaning found;
  for (const Vocabulary::Entry& entry : vocabulary.section(section)) {
    if (entry.letters != letters || bare(entry.folded) != head) continue;
    if (!found.meaning.empty() && found.meaning != entry.meaning) return {};
    found = {entry.meaning, entry.folded, Likeness::whole};
  }
  return found;
}

// Every word of the entry is in the head, in order, whole or shortened, and the head has no more than one word besides.
bool abbreviates(const std::vector<std::string_view>& head, std::string_view entry) {
  const std::vector<std::string_view> full = words_of(entry);
  if (full.size() > head.size() || head.size() > full.size() + 1) return false;
  std::size_t at = 0;
  std::size_t letters = 0;
  bool short_of = false;
  for (const std::string_view word : full) {
    while (at < head.size() && !shortens(head[at], word)) ++at;
    if (at == head.size()) return false;
    short_of |= head[at] != word;
    letters += head[at].size();
    ++at;
  }
  return short_of && letters >= kFewestLetters;
}

HeadMeaning abbreviated(const Vocabulary& vocabulary, std::string_view section, std::string_view folded) {
  const std::vector<std::string_view> words = words_of(folded);
  if (words.empty() || words.size() > kMostWords) return {};
  HeadMeaning found;
  std::size_t most_words = 0;
  bool open = false;  // it may stand for two things
  // At most one word of the head stands besides the entry's: its first word is the head's first or second.
  std::vector<const Vocabulary::Entry*> candidates;
  const PhraseIndex& phrases = vocabulary.phrases(section);
  for (std::size_t i = 0; i < std::min<std::size_t>(words.size(), 2); ++i) {
    phrases.add_begun_by(words[i], words[i].size() >= kShortestAbbreviation, candidates);
  }
  std::sort(candidates.begin(), candidates.end());  // as in the section: longest first
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  for (const Vocabulary::Entry* candidate : candidates) {
    const Vocabulary::Entry& entry = *candidate;
    if (entry.whole_only || !abbreviates(words, entry.folded)) continue;
    const std::size_t covered = words_of(entry.folded).size();
    if (covered < most_words) continue;
    open = covered == most_words && (open || found.meaning != entry.meaning);
    if (covered > most_words) found = {entry.meaning, entry.folded, Likeness::abbreviated};
    most_words = covered;
  }
  return open ? HeadMeaning{} : found;
}

// Edit distance of two ASCII words, the second no longer than kLongestSimilar, or `most` + 1 when it is more than
// `most`.
std::size_t distance_up_to(std::string_view a, std::string_view b, std::size_t most) {
  std::array<std::size_t, kLongestSimilar + 1> row{};
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    std::size_t smallest = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
      smallest = std::min(smallest, row[j]);
    }
    if (smallest > most) return most + 1;
  }
  return std::min(row[b.size()], most + 1);
}

// A head whose letters were misread.
HeadMeaning similar(const Vocabulary& vocabulary, std::string_view section, std::string_view folded) {
  if (folded.size() < kLettersPerSlip || folded.size() > kLongestSimilar) return {};
  const std::uint32_t letters = letters_of(folded);
  HeadMeaning found;
  std::size_t best = folded.size() / kLettersPerSlip + 1;
  for (const Vocabulary::Entry& entry : vocabulary.section(section)) {
    const std::size_t longer = std::max(entry.folded.size(), folded.size());
    const std::size_t shorter = std::min(entry.folded.size(), folded.size());
    if (shorter < kLettersPerSlip || longer - shorter >= best) continue;
    // A slip takes one letter out of the set and puts one in, at most.
    if (static_cast<std::size_t>(std::popcount(entry.letters ^ letters)) > 2 * (best - 1)) continue;
    const std::size_t slips = distance_up_to(entry.folded, folded, best - 1);
    if (slips >= best) continue;
    best = slips;
    found = {entry.meaning, entry.folded, Likeness::similar};
  }
  return found;
}

}  // namespace

namespace {

// "Traslados (+)", "(-) Traslados", "Traslados +": 1, -1; 0 for a head without a sign.
int sign_of(std::string_view head) {
  std::string bare;
  for (std::size_t at = 0; at < head.size();) {
    if (head[at] == ' ' || head[at] == '\n') {
      ++at;
    } else if (const std::string_view rest = head.substr(at);
               rest.starts_with("\u2212") || rest.starts_with("\u2013")) {
      bare += '-';
      at += 3;
    } else {
      bare += head[at++];
    }
  }
  const auto marked = [&](char sign) {
    const std::string inside = std::string("(") + sign + ")";
    return bare.starts_with(inside) || bare.ends_with(inside) ||
           (sign == '+' && (bare.starts_with('+') || bare.ends_with('+')));
  };
  return marked('+') == marked('-') ? 0 : marked('+') ? 1 : -1;
}

}  // namespace

HeadText head_text(std::vector<std::string> levels) {
  HeadText head;
  head.levels = std::move(levels);
  if (!head.levels.empty()) head.sign = sign_of(head.levels.back());
  for (const std::string& level : head.levels) {
    head.percent_sign |= level.find('%') != std::string::npos;
    std::string folded = normalise::fold(level);
    if (folded.empty()) continue;
    if (!head.joined.empty()) head.joined += ' ';
    head.joined += folded;
    head.folded.push_back(std::move(folded));
  }
  return head;
}

HeadMeaning meaning_of(const Vocabulary& vocabulary, std::string_view section, const HeadText& head, bool loosely) {
  if (head.folded.empty()) return {};
  HeadMeaning found = whole(vocabulary, section, head.joined);
  if (found.meaning.empty()) found = whole(vocabulary, section, head.folded.back());
  if (found.meaning.empty() && loosely) found = cut(vocabulary, section, head.folded.back());
  if (found.meaning.empty()) found = inside(vocabulary, section, head.folded.back());
  // A shortened innermost level says more than whole words of the levels over it ("Presupuesto y modificaciones / Pres.
  // def.").
  const bool levels = head.folded.size() > 1;
  if (found.meaning.empty() && loosely && levels) found = abbreviated(vocabulary, section, head.folded.back());
  if (found.meaning.empty()) found = inside(vocabulary, section, head.joined);
  if (!found.meaning.empty() || !loosely) return found;
  found = abbreviated(vocabulary, section, head.joined);
  if (found.meaning.empty()) found = similar(vocabulary, section, head.joined);
  if (found.meaning.empty()) found = similar(vocabulary, section, head.folded.back());
  return found;
}

namespace {

// "Apropiación - Compromisos": the innermost level takes one stage from another. "Ejecución - Pagos" only names the
// pagos.
bool subtracts_stages(const Vocabulary& vocabulary, const HeadText& head) {
  if (head.levels.empty()) return false;
  const std::string& level = head.levels.back();
  for (const std::string_view sign : {" - ", " – ", " − ", " menos "}) {
    const std::size_t at = level.find(sign);
    if (at == std::string::npos) continue;
    const auto stage = [&](std::string_view part) {
      const HeadMeaning found = meaning_of(vocabulary, "columnas.presupuesto", head_text({std::string(part)}), true);
      return found.meaning == "ninguna" || found.meaning == "ejecucion" ? std::string{} : found.meaning;
    };
    const std::string from = stage(std::string_view(level).substr(0, at));
    const std::string taken = stage(std::string_view(level).substr(at + sign.size()));
    return !from.empty() && !taken.empty() && from != taken;
  }
  return false;
}

}  // namespace

namespace {

// "Ejecución Obligado": the one stage that the innermost level names beside the word for all of them.
HeadMeaning narrower(const Vocabulary& vocabulary, const HeadText& head, const HeadMeaning& found) {
  static constexpr std::array<std::string_view, 5> kStages{"cdp", "compromisos", "obligaciones", "pagos", "recaudo"};
  const std::vector<Token> tokens = tokens_of(head.folded.back());
  const PhraseIndex& phrases = vocabulary.phrases("columnas.presupuesto");
  HeadMeaning stage;
  for (std::size_t at = 0; at < tokens.size();) {
    const PhraseIndex::Match match = phrases.at(tokens, at, tokens.size());
    at += std::max<std::size_t>(match.words, 1);
    if (std::find(kStages.begin(), kStages.end(), match.meaning) == kStages.end()) continue;
    if (!stage.meaning.empty() && stage.meaning != match.meaning) return found;
    stage = {std::string(match.meaning), std::string(match.meaning), Likeness::inside};
  }
  return stage.meaning.empty() ? found : stage;
}

}  // namespace

HeadMeaning budget_meaning(const Vocabulary& vocabulary, const HeadText& head, bool loosely) {
  if (loosely && subtracts_stages(vocabulary, head)) return {"saldo", head.joined, Likeness::whole};
  HeadMeaning found;
  if (head.sign != 0 && !head.folded.empty())
    found = whole(vocabulary, "columnas.presupuesto", head.folded.back() + (head.sign > 0 ? " suma" : " resta"));
  if (found.meaning.empty()) found = meaning_of(vocabulary, "columnas.saldo", head, false);
  if (found.meaning.empty()) found = meaning_of(vocabulary, "columnas.presupuesto", head, loosely);
  if (found.meaning.empty() && loosely) found = meaning_of(vocabulary, "columnas.saldo", head, true);
  if (found.meaning == "ejecucion" && found.likeness == Likeness::inside) found = narrower(vocabulary, head, found);
  if (found.meaning == "ninguna") found.meaning.clear();  // the entry stays: the head is known
  return found;
}

}  // namespace cotejo::mapping
