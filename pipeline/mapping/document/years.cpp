#include "pipeline/mapping/document/years.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string_view>

#include "pipeline/mapping/document/tolerances.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/dates/dates.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::years;

struct Years {
  int from = 0;
  int to = 0;
};

Years span(const std::vector<int>& years) {
  if (years.empty()) return {};
  return {*std::min_element(years.begin(), years.end()), *std::max_element(years.begin(), years.end())};
}

// Years that follow the word: "vigencia 2020", "vigencias 2020 y 2021", "vigencia fiscal 2020 - 2023". An "ejercicio"
// is one only where its year stands right behind it: "en ejercicio de sus funciones".
Years vigencia_in(std::string_view folded) {
  for (const std::string_view word : {"vigencia", "vigencias", "ejercicio"}) {
    const std::size_t at = folded.find(word);
    if (at == std::string_view::npos || !has_words(folded, word)) continue;
    const std::size_t reach = word == "ejercicio" ? kNear : kReach;
    if (const Years found = span(years_in(folded.substr(at, word.size() + reach))); found.from != 0) return found;
  }
  return {};
}

// The year over a letter: what stands above "DE: … PARA: …" is its place and day. Nothing where the lines are no
// letter's.
Years year_of_letter(const std::vector<Line>& lines) {
  const auto labelled = [](const Line& line, std::string_view label) {
    return line.folded.starts_with(label) && line.block->text.find(':') <= label.size();
  };
  const auto from = std::find_if(lines.begin(), lines.end(), [&](const Line& line) { return labelled(line, "de"); });
  const bool addressed =
      std::any_of(from, lines.end(), [&](const Line& line) { return line.cover && labelled(line, "para"); });
  if (from == lines.end() || !from->cover || !addressed) return {};
  for (auto line = lines.begin(); line != from; ++line) {
    const std::vector<int> years = years_in(line->folded);
    if (line->brief && !line->running && years.size() == 1) return {years.front(), years.front()};
  }
  return {};
}

Years years_of(const std::vector<Line>& lines, const model::DocumentInfo& info, const std::string& file_name) {
  const std::string title = normalise::fold(info.title);
  if (const Years found = vigencia_in(title); found.from != 0) return found;
  if (const Years found = span(years_in(title)); found.from != 0) return found;
  for (const Line& line : lines) {
    if (!line.brief) continue;
    if (const Years found = vigencia_in(line.folded); found.from != 0) return found;
  }
  // Years of titles, not of letters' dates ("Cúcuta, noviembre 28 de 2014") nor of the end of a text ("(Zapata,
  // 2017).").
  for (const Line& line : lines) {
    const bool end_of_text = std::islower(static_cast<unsigned char>(line.block->text.front())) != 0;
    if (!line.brief || end_of_text || !normalise::find_dates(line.block->text).empty()) continue;
    if (const Years found = span(years_in(line.folded)); found.from != 0) return found;
  }
  if (const Years found = span(years_in(normalise::fold(file_name))); found.from != 0) return found;
  if (const Years found = year_of_letter(lines); found.from != 0) return found;
  for (const Line& line : lines) {
    if (const Years found = vigencia_in(line.folded); found.from != 0) return found;
  }
  std::map<int, int> counts;
  for (const Line& line : lines) {
    if (line.brief && !normalise::find_dates(line.block->text).empty()) continue;  // the day of printing, of a letter
    for (const int year : years_in(line.folded)) ++counts[year];
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? Years{} : Years{most->first, most->first};
}

// The day after "corte a", "corte al", "con corte de", "a" (only in titles and captions).
std::string cutoff_in(const std::string& text, bool title, int year) {
  for (const normalise::DateReading& date : normalise::find_dates(text, year)) {
    if (date.span.to.empty() || date.periodic) continue;
    const std::size_t begin = date.begin > kBefore ? date.begin - kBefore : 0;
    const std::string before = normalise::fold(std::string_view(text).substr(begin, date.begin - begin));
    const bool cut = has_words(before, "corte") &&
                     (before.ends_with("corte") || before.ends_with("corte a") || before.ends_with("corte al") ||
                      before.ends_with("corte de") || before.ends_with("corte en") || before.ends_with("corte del"));
    const bool span = title && date.span.from != date.span.to &&  // "Del 02/01/2023 al 30/06/2023"
                      (before == "del" || before == "desde" || before == "entre" || before.ends_with(" del"));
    // "MES REPORTADO: ENERO DEL 2016"
    const bool month = title && date.span.from != date.span.to &&
                       (before == "mes" || before == "mes de" || before.ends_with("mes reportado") ||
                        before.ends_with("al mes de") || before.ends_with("periodo"));
    const bool until =
        span || month ||
        (title && (before == "a" || before == "al" || before.ends_with(" a") || before.ends_with(" al")));
    if (cut || until) return date.span.to;
  }
  return {};
}

// A text of its own on the cover that begins with the days: "Del 02/01/2025 al 30/06/2025".
std::string cutoff_on_cover(const std::vector<Line>& lines, int year) {
  constexpr std::array<std::string_view, 4> kBeginnings{"del ", "al ", "desde ", "mes "};
  for (const Line& line : lines) {
    if (!line.cover || !line.brief) continue;
    for (const std::string& part : line.parts) {
      const std::string folded = normalise::fold(part);
      const bool days = std::any_of(kBeginnings.begin(), kBeginnings.end(),
                                    [&](std::string_view it) { return folded.starts_with(it); });
      if (!days) continue;
      if (std::string day = cutoff_in(part, true, year); !day.empty()) return day;
    }
  }
  return {};
}

// The day that titles and captions name first; else the one that the text names most often, the later of equals. What
// is named once only, far from the beginning, is the day of something else.
std::string cutoff_of(const model::Bundle& bundle, const std::vector<Line>& lines, int year) {
  const auto may_tell = [](std::string_view text, bool title) {
    if (!normalise::has_digit(text)) return false;
    return title || text.find("orte") != std::string_view::npos || text.find("ORTE") != std::string_view::npos;
  };
  const int first_page = bundle.blocks.empty() ? 1 : bundle.blocks.front().page;
  for (const model::Block& block : bundle.blocks) {
    if (block.kind == model::BlockKind::paragraph || block.kind == model::BlockKind::list_item) continue;
    if (block.text.size() > kShortLine || !may_tell(block.text, true)) continue;
    if (std::string day = cutoff_in(block.text, true, year); !day.empty()) return day;
  }
  if (std::string day = cutoff_on_cover(lines, year); !day.empty()) return day;
  const auto weight = [&](int page) { return page < first_page + kOpeningPages ? kTwice : 1; };
  std::map<std::string, int> days;
  for (const model::Block& block : bundle.blocks) {
    if (!may_tell(block.text, false)) continue;
    if (std::string day = cutoff_in(block.text, false, year); !day.empty()) days[day] += weight(block.page);
  }
  for (const model::Table& table : bundle.tables) {
    for (const model::Cell& cell : table.cells) {
      if (cell.text.size() <= kShortLine / 2 || !may_tell(cell.text, false)) continue;
      if (std::string day = cutoff_in(cell.text, false, year); !day.empty()) days[day] += weight(cell.page);
    }
  }
  std::string best;
  int most = 0;
  for (const auto& [day, count] : days) {
    if (count >= most) best = day;
    most = std::max(most, count);
  }
  return most >= kTwice ? best : std::string();
}

// "2020 - 2023", "2020 a 2023", "2020 y 2021": a span of years and not two days that are compared.
bool spans_years(std::string_view folded) {
  const std::vector<std::string_view> words = words_of(folded);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (only_year(words[i]) == 0) continue;
    const std::size_t next = words[i + 1] == "a" || words[i + 1] == "y" || words[i + 1] == "al" ? i + 2 : i + 1;
    if (next < words.size() && only_year(words[next]) != 0) return true;
  }
  return false;
}

// The last day of the part of a year that the title names: "Informe de gestión II trimestre 2022".
std::string end_of_part(const std::string& title, int year) {
  for (const normalise::DateReading& date : normalise::find_dates(title, year)) {
    if (date.periodic || date.span.from.empty() || date.span.to.empty()) continue;
    const bool months = date.span.from.substr(0, 4) == date.span.to.substr(0, 4) && date.span.from.ends_with("-01") &&
                        date.span.from != date.span.to;
    const bool whole = date.span.from.ends_with("-01-01") && date.span.to.ends_with("-12-31");
    if (months && !whole) return date.span.to;
  }
  return {};
}

}  // namespace

void read_years(const std::vector<Line>& lines, const model::Bundle& bundle, model::DocumentInfo& info) {
  const Years years = years_of(lines, info, bundle.file_name);
  info.vigencia_from = years.from;
  info.vigencia_to = years.to;
  info.cutoff = cutoff_of(bundle, lines, years.to);
  if (info.cutoff.empty() && years.from == years.to) info.cutoff = end_of_part(info.title, years.to);
  const int cutoff_year = single_year(info.cutoff.substr(0, 4));
  if (years.from != years.to && cutoff_year != 0 && !spans_years(normalise::fold(info.title)) &&
      vigencia_in(normalise::fold(info.title)).from == 0 && years_in(normalise::fold(info.title)).size() > 1) {
    info.vigencia_from = info.vigencia_to = cutoff_year;  // "corte a abril de 2021 vs. abril de 2020"
  }
}

}  // namespace cotejo::mapping
