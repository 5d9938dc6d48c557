#include <algorithm>
#include <array>

#include "pipeline/checks/prose/scan.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/checks/wording/wording.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

constexpr std::array kWords{"cero",  "uno",  "dos",   "tres", "cuatro", "cinco", "seis",
                            "siete", "ocho", "nueve", "diez", "once",   "doce"};
// Between the number and the list that it announces.
constexpr std::size_t kAnnouncement = 120;  // bytes

// A number that announces a list, in words or digits.
struct Announced {
  std::size_t begin = 0;
  std::size_t end = 0;
  int number = 0;
};

// The last number before `colon`, with a plural noun right after it.
Announced announced_before(std::string_view text, std::size_t colon) {
  const std::size_t from = colon - std::min(colon, kAnnouncement);
  Announced last;
  for (std::size_t i = from; i < colon;) {
    const std::size_t end = run_end(text, i, [](char c) { return is_word(c) || (c & 0x80) != 0; });
    if (end == i) {
      ++i;
      continue;
    }
    const std::string word = normalise::fold(text.substr(i, end - i));
    int number = 0;
    const auto named = std::find(kWords.begin() + 2, kWords.end(), word);
    if (named != kWords.end()) number = static_cast<int>(named - kWords.begin());
    if (!word.empty() && word.size() <= 2 && std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c); }))
      number = std::stoi(word);
    const std::vector<std::string> after = normalise::folded_words(text.substr(end, colon - end));
    if (number >= 2 && !after.empty() && after.front().size() > 3 && after.front().ends_with('s'))
      last = {i, end, number};
    i = end;
  }
  return last;
}

// How far "1. … 2. … 3. …" counts in the text from `at` on, beginning with 1 right there; 0 when it does not.
int counted_items(std::string_view text, std::size_t at) {
  int item = 0;
  std::size_t from = at;
  for (;;) {
    const std::string mark = std::to_string(item + 1);
    std::size_t place = from;
    for (;; ++place) {
      place = text.find(mark, place);
      if (place == std::string_view::npos) return item;
      const std::size_t end = place + mark.size();
      const bool stands = place == 0 || text[place - 1] == ' ' || text[place - 1] == '\n';
      if (stands && end + 1 < text.size() && (text[end] == '.' || text[end] == ')') && !is_digit(text[end + 1])) break;
      // "5 centro de salud": a mark that lost its point counts where the others go on.
    }
    if (item == 0 && normalise::folded_words(text.substr(at, place - at)).size() > 0) return 0;
    ++item;
    from = place + mark.size();
  }
}

}  // namespace

void announced_lists(const Context& context, Report& report) {
  for (const mapping::Passage& passage : context.document.passages) {
    const std::string_view text = passage.text;
    for (std::size_t colon = text.find(':'); colon != std::string_view::npos; colon = text.find(':', colon + 1)) {
      const Announced told = announced_before(text, colon);
      const int items = told.number == 0 ? 0 : counted_items(text, colon + 1);
      if (items < 2) continue;
      report.tested(1);
      if (items == told.number) continue;
      model::Finding finding;
      finding.table = passage.source.table;
      finding.reported = std::to_string(told.number);
      finding.expected = std::to_string(items);
      finding.message = "El texto anuncia " + guillemets(text.substr(told.begin, colon - told.begin), 80) +
                        " y la lista que sigue tiene " + finding.expected + ".";
      finding.steps = {"Anunciado: " + finding.reported, "En la lista: " + finding.expected};
      finding.evidence = {
          evidence_of(mapping::source_at(context.bundle(), passage, told.begin, told.end), model::Role::reported)};
      finding.evidence.front().source.sentence = normalise::clean(mapping::sentence_at(text, told.begin));
      const std::string where = finding.evidence.front().source.sentence;
      report.add(std::move(finding), where, model::Severity::warning);
    }
  }
}

}  // namespace cotejo::checks
