#include <algorithm>
#include <map>

#include "base/grouped_figure.h"
#include "pipeline/checks/prose/scan.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/checks/wording/wording.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

model::Finding finding_at(const Context& context, const mapping::Passage& passage, std::size_t begin, std::size_t end) {
  model::Finding finding;
  finding.table = passage.source.table;
  finding.reported = passage.text.substr(begin, end - begin);
  finding.evidence = {evidence_of(mapping::source_at(context.bundle(), passage, begin, end), model::Role::reported)};
  finding.evidence.front().source.text = finding.reported;
  finding.evidence.front().source.sentence = normalise::clean(mapping::sentence_at(passage.text, begin));
  return finding;
}

// Groups of three behind a first one of three at most; at the end two may be decimals that a point cuts off. A group of
// another length among three or more is none of these; several such are a figure that ran into a code.
bool broken_groups(std::string_view figure) {
  std::vector<std::size_t> groups{0};
  for (const char c : figure) {
    if (c == '.') {
      groups.push_back(0);
    } else {
      ++groups.back();
    }
  }
  if (groups.size() < 3 || groups.size() > 5 || !base::may_lead(groups.front())) return false;
  const auto wrong =
      std::count_if(groups.begin() + 1, groups.end() - 1, [](std::size_t n) { return n != base::kGroup; });
  const bool lone = std::find(groups.begin(), groups.end(), std::size_t{1}) != groups.end() && groups.front() != 1;
  return !lone && wrong + (groups.back() > base::kGroup) == 1 && groups.back() != 1;
}

struct Norm {
  const mapping::Passage* passage = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;
};

constexpr std::size_t kLongestDate = 30;  // bytes: "del 17 de diciembre de 2013"

// The year behind "de" or "del", after a day and a month at most; npos in `end` when there is none.
int year_after(std::string_view text, std::size_t at, std::size_t& end) {
  const std::string_view tail = text.substr(at, kLongestDate);
  for (std::size_t i = 0; i + 3 < tail.size(); ++i) {
    if (tail[i] == '.' || tail[i] == ',' || tail[i] == ';' || tail[i] == '\n' || tail[i] == '(') return 0;
    if (!is_digit(tail[i]) || (i > 0 && is_word(tail[i - 1]))) continue;
    const std::size_t stop = run_end(tail, i, [](char c) { return is_digit(c); });
    if (stop - i == 4 && (tail.substr(i, 2) == "19" || tail.substr(i, 2) == "20")) {
      const std::string before = " " + normalise::fold(tail.substr(0, i));
      if (!before.ends_with(" de") && !before.ends_with(" del")) return 0;
      end = at + stop;
      return std::stoi(std::string(tail.substr(i, 4)));
    }
    if (stop - i > 2) return 0;
    i = stop;
  }
  return 0;
}

using Norms = std::map<std::string, std::map<int, std::vector<Norm>>>;  // "decreto 2641" → year → places

void norms_in(const mapping::Passage& passage, Norms& norms) {
  // Numbers of laws run on from year to year; decrees of the nation have four digits.
  struct Kind {
    const char* word;
    std::size_t least_digits;
  };
  for (const Kind kind : {Kind{"ley", 3}, Kind{"decreto", 4}}) {
    const std::string_view text = passage.text;
    for (std::size_t at = 0; at + 4 < text.size(); ++at) {
      if (at > 0 && (is_word(text[at - 1]) || (text[at - 1] & 0x80) != 0)) continue;
      std::size_t next = after(text, at, kind.word);
      if (next == std::string_view::npos || next >= text.size() || text[next] != ' ') continue;
      next = skip_spaces(text, next);
      for (const char* sign : {"no. ", "no ", "n° ", "nº ", "numero "})
        if (const std::size_t behind = after(text, next, sign); behind != std::string_view::npos) next = behind;
      const std::size_t stop = run_end(text, next, [](char c) { return is_digit(c); });
      if (stop - next < kind.least_digits || stop - next > 4) continue;
      std::size_t end = stop;
      const int year = year_after(text, stop, end);
      if (year != 0)
        norms[kind.word + std::string(" ") + std::string(text.substr(next, stop - next))][year].push_back(
            {&passage, at, end});
    }
  }
}

}  // namespace

void broken_amounts(const Context& context, Report& report) {
  for (const mapping::Passage& passage : context.document.passages) {
    const std::string_view text = passage.text;
    for (std::size_t sign = text.find('$'); sign != std::string_view::npos; sign = text.find('$', sign + 1)) {
      const std::size_t begin = skip_spaces(text, sign + 1);
      std::size_t end = run_end(text, begin, [](char c) { return is_digit(c) || c == '.'; });
      while (end > begin && text[end - 1] == '.') --end;
      report.tested(end > begin);
      if (end < text.size() && (text[end] == '\'' || text[end] == '-')) continue;
      if (!broken_groups(text.substr(begin, end - begin))) continue;
      model::Finding finding = finding_at(context, passage, begin, end);
      finding.message = "La cantidad " + guillemets(text.substr(sign, end - sign), 40) +
                        " no se puede leer: sus grupos no son de tres cifras.";
      finding.steps = {"Texto: " + finding.evidence.front().source.sentence};
      const std::string where = finding.evidence.front().source.sentence;
      report.add(std::move(finding), where, model::Severity::warning);
    }
  }
}

void years_of_norms(const Context& context, Report& report) {
  Norms norms;
  for (const mapping::Passage& passage : context.document.passages) norms_in(passage, norms);
  for (const auto& [name, years] : norms) {
    report.tested(1);
    if (years.size() != 2) continue;
    const auto& [first, last] = std::pair{*years.begin(), *std::next(years.begin())};
    if (first.second.size() == last.second.size()) continue;
    const auto& [year, places] = first.second.size() < last.second.size() ? first : last;
    const auto& [other_year, others] = first.second.size() < last.second.size() ? last : first;
    const Norm& norm = places.front();
    model::Finding finding = finding_at(context, *norm.passage, norm.begin, norm.end);
    finding.expected = std::to_string(other_year);
    finding.message = "El texto dice " + guillemets(finding.reported, 60) + "; en " +
                      counted(others.size(), "lugar", "lugares") + " del informe es de " + finding.expected + ".";
    finding.steps = {
        "Texto: " + finding.evidence.front().source.sentence,
        "Otro lugar: " + normalise::clean(mapping::sentence_at(others.front().passage->text, others.front().begin))};
    for (std::size_t i = 1; i < places.size(); ++i)
      finding.evidence.push_back(
          evidence_of(mapping::source_at(context.bundle(), *places[i].passage, places[i].begin, places[i].end),
                      model::Role::consequence));
    finding.evidence.push_back(evidence_of(
        mapping::source_at(context.bundle(), *others.front().passage, others.front().begin, others.front().end),
        model::Role::source));
    report.add(std::move(finding), name + "|" + std::to_string(year), model::Severity::warning);
  }
}

}  // namespace cotejo::checks
