#include "pipeline/mapping/document/info.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/mapping/document/names.h"
#include "pipeline/mapping/words/phrases.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/normalise/dates/dates.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

constexpr std::size_t kShortLine = 160;  // bytes: a title, a name or a caption; prose is longer
constexpr int kOpeningPages = 3;         // cover, its back, and the first page of text

struct Line {
  const model::Block* block = nullptr;
  std::string folded;
  bool cover = false;    // on the first page
  bool running = false;  // a running head or foot
  bool brief = false;    // as short as a title
};

std::vector<Line> opening_lines(const model::Bundle& bundle) {
  std::vector<Line> lines;
  const int first_page = bundle.blocks.empty() ? 1 : bundle.blocks.front().page;
  for (const model::Block& block : bundle.blocks) {
    if (block.page >= first_page + kOpeningPages) break;
    Line line;
    line.block = &block;
    line.folded = normalise::fold(block.text);
    line.cover = block.page == first_page;
    line.running = block.kind == model::BlockKind::running_head || block.kind == model::BlockKind::running_foot;
    line.brief = block.text.size() <= kShortLine;
    if (!line.folded.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

// The name that most short lines hold; lines that begin with it count more than lines that mention it.
// A name that is part of `whole` (the department in the name of its comptroller) is passed over.
std::string name_of(const std::vector<Line>& lines, std::string_view section, const std::string& whole,
                    const Vocabulary& vocabulary) {
  struct Votes {
    std::string printed;
    int votes = 0;
  };
  std::vector<std::pair<std::string, Votes>> names;  // by first appearance
  const PhraseIndex& entries = vocabulary.phrases(section);
  for (const Line& line : lines) {
    if (line.block->kind == model::BlockKind::list_item) continue;
    if (entries.longest(line.folded) == nullptr) continue;
    NameFound found = find_name(vocabulary, section, line.block->text);
    if (found.name.empty()) continue;
    const int weight = line.brief && found.at_start ? (line.cover || line.running ? 6 : 2) : line.brief ? 2 : 1;
    const std::string folded = normalise::fold(found.name);
    if (has_words(whole, folded)) continue;
    const auto known = std::find_if(names.begin(), names.end(), [&](const auto& name) { return name.first == folded; });
    if (known == names.end()) {
      names.push_back({folded, {std::move(found.name), weight}});
    } else {
      known->second.votes += weight;
    }
  }
  const auto best = std::max_element(names.begin(), names.end(), [](const auto& a, const auto& b) {
    return a.second.votes < b.second.votes;  // the first of equals
  });
  return best == names.end() ? std::string{} : best->second.printed;
}

bool is_sentence(const model::Block& block) {
  constexpr std::size_t kLongTitle = 110;  // bytes of a paragraph; headings may be longer
  const char last = block.text.back();
  return last == '.' || last == ':' || last == ',' ||
         (block.kind == model::BlockKind::paragraph && !block.bold && block.text.size() > kLongTitle);
}

// The person whom a letter is for.
bool is_addressee(std::string_view folded) {
  static const std::vector<std::string> openings = [] {
    std::vector<std::string> out;
    for (const char* word : {"señor", "señora", "señores", "señoras", "doctor", "doctora", "doctores", "respetado",
                             "respetada", "respetados", "cordial saludo"})
      out.push_back(normalise::fold(word));
    return out;
  }();
  return std::any_of(openings.begin(), openings.end(), [&](const std::string& opening) {
    return folded.starts_with(opening) && (folded.size() == opening.size() || folded[opening.size()] == ' ');
  });
}

// "Microsoft Word - INFORME.doc", "CTA_Sit_Eco.rpt": what programs write of themselves and their files.
bool names_a_file(std::string_view title) {
  constexpr std::size_t shortest = 2, longest = 5;  // letters of an ending
  const std::size_t dot = title.find_last_of('.');
  if (dot == std::string_view::npos || dot == 0 || title[dot - 1] == ' ') return false;
  const std::string_view ending = title.substr(dot + 1);
  return ending.size() >= shortest && ending.size() <= longest &&
         std::all_of(ending.begin(), ending.end(), [](unsigned char c) { return std::isalnum(c) != 0; }) &&
         std::any_of(ending.begin(), ending.end(), [](unsigned char c) { return std::islower(c) != 0; });
}

// How much a line of the first page is like the document's title; negative when it cannot be it.
double title_likeness(const Line& line, const model::DocumentInfo& info, double body_size,
                      const Vocabulary& vocabulary) {
  const model::Block& block = *line.block;
  const bool wrong_kind = block.kind == model::BlockKind::caption || block.kind == model::BlockKind::list_item ||
                          block.kind == model::BlockKind::footnote || block.kind == model::BlockKind::running_foot;
  if (!line.cover || !line.brief || wrong_kind || is_sentence(block)) return -1;
  if (block.text.find('$') != std::string::npos) return -1;  // a line of a statement
  if (is_addressee(line.folded)) return -1;
  if (line.folded == normalise::fold(info.entity) || line.folded == normalise::fold(info.dependency)) return -1;
  double likeness = 0;
  // Lines that say what kind of document it is come before larger letters that do not ("Ibagué Evolucionó").
  if (vocabulary.inside("documento.tipo", line.folded) != nullptr) likeness += 10;
  if (block.kind == model::BlockKind::heading) likeness += 3;
  if (block.bold) likeness += 1;
  if (line.running) likeness -= 1;  // the same words stand larger on the cover
  if (!normalise::find_dates(block.text).empty() && years_in(line.folded).empty()) likeness -= 4;  // a letter's date
  constexpr double kLarger = 1.25;  // than the text: what a reader takes for a title
  const double size = block.font_size / std::max(body_size, 1.0);
  const bool all_names = likeness < 10 && block.kind != model::BlockKind::heading && !block.bold && size < kLarger;
  return all_names ? likeness : likeness + std::min(3.0, 3.0 * (size - 1.0));
}

std::string title_of(const std::vector<Line>& lines, const model::DocumentInfo& info, const Vocabulary& vocabulary) {
  double body_size = 0;
  // A form may have no text but its letterhead.
  for (const bool any_kind : {false, true}) {
    for (const Line& line : lines) {
      const bool counts = line.block->kind == model::BlockKind::paragraph || (any_kind && line.running);
      if (counts && (body_size == 0 || line.block->font_size < body_size)) body_size = line.block->font_size;
    }
    if (body_size > 0) break;
  }
  std::size_t best = lines.size();
  double most = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const double likeness = title_likeness(lines[i], info, body_size, vocabulary);
    if (likeness > most) {
      most = likeness;
      best = i;
    }
  }
  if (best == lines.size()) return {};
  // The lines of the same heading go on with the title; a numbered heading begins the text.
  const model::Block& first = *lines[best].block;
  std::string title = first.text;
  for (std::size_t i = best + 1; i < lines.size() && first.kind == model::BlockKind::heading; ++i) {
    const model::Block& next = *lines[i].block;
    const bool same = next.kind == first.kind && next.heading_level == first.heading_level && lines[i].cover &&
                      std::abs(next.font_size - first.font_size) < 0.5 && next.bold == first.bold;
    const bool numbered = next.text.front() >= '0' && next.text.front() <= '9';
    if (!same || numbered || title.size() + next.text.size() > kShortLine || lines[i].folded == lines[best].folded)
      break;
    title += " " + next.text;
  }
  return normalise::clean(title);
}

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
  constexpr std::size_t kReach = 40, kNear = 17;  // bytes after the word: "ejercicio fiscal 2025"
  for (const std::string_view word : {"vigencia", "vigencias", "ejercicio"}) {
    const std::size_t at = folded.find(word);
    if (at == std::string_view::npos || !has_words(folded, word)) continue;
    const std::size_t reach = word == "ejercicio" ? kNear : kReach;
    if (const Years found = span(years_in(folded.substr(at, word.size() + reach))); found.from != 0) return found;
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
  for (const Line& line : lines) {
    if (const Years found = vigencia_in(line.folded); found.from != 0) return found;
  }
  std::map<int, int> counts;
  for (const Line& line : lines) {
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
    constexpr std::size_t kBefore = 24;  // bytes: "con fecha de corte al "
    const std::size_t begin = date.begin > kBefore ? date.begin - kBefore : 0;
    const std::string before = normalise::fold(std::string_view(text).substr(begin, date.begin - begin));
    const bool cut = has_words(before, "corte") &&
                     (before.ends_with("corte") || before.ends_with("corte a") || before.ends_with("corte al") ||
                      before.ends_with("corte de") || before.ends_with("corte en") || before.ends_with("corte del"));
    const bool until = title && (before == "a" || before == "al" || before.ends_with(" a") || before.ends_with(" al"));
    if (cut || until) return date.span.to;
  }
  return {};
}

// The day that titles and captions name first; else the one that the text names most often, the later of equals.
std::string cutoff_of(const model::Bundle& bundle, int year) {
  const auto may_tell = [](std::string_view text, bool title) {
    if (!normalise::has_digit(text)) return false;
    return title || text.find("orte") != std::string_view::npos || text.find("ORTE") != std::string_view::npos;
  };
  for (const model::Block& block : bundle.blocks) {
    if (block.kind == model::BlockKind::paragraph || block.kind == model::BlockKind::list_item) continue;
    if (block.text.size() > kShortLine || !may_tell(block.text, true)) continue;
    if (std::string day = cutoff_in(block.text, true, year); !day.empty()) return day;
  }
  std::map<std::string, int> days;
  for (const model::Block& block : bundle.blocks) {
    if (!may_tell(block.text, false)) continue;
    if (std::string day = cutoff_in(block.text, false, year); !day.empty()) ++days[day];
  }
  for (const model::Table& table : bundle.tables) {
    for (const model::Cell& cell : table.cells) {
      if (cell.text.size() <= kShortLine / 2 || !may_tell(cell.text, false)) continue;
      if (std::string day = cutoff_in(cell.text, false, year); !day.empty()) ++days[day];
    }
  }
  std::string best;
  int most = 0;
  for (const auto& [day, count] : days) {
    if (count >= most) best = day;
    most = std::max(most, count);
  }
  return best;
}

std::string kind_of(const std::vector<Line>& lines, const model::DocumentInfo& info, const model::Bundle& bundle,
                    const Vocabulary& vocabulary) {
  std::string kind = vocabulary.meaning("documento.tipo", normalise::fold(info.title));
  for (const bool cover : {true, false}) {
    for (const Line& line : lines) {
      if (kind.empty() && line.brief && line.cover == cover) kind = vocabulary.meaning("documento.tipo", line.folded);
    }
  }
  if (kind.empty()) kind = vocabulary.meaning("documento.tipo", normalise::fold(bundle.pdf_title));
  if (kind.empty()) kind = vocabulary.meaning("documento.tipo", normalise::fold(bundle.file_name));
  for (const Line& line : lines) {
    if (kind.empty()) kind = vocabulary.meaning("documento.tipo", line.folded);
  }
  return kind;
}

// The body's name from anywhere in the document, where the opening pages do not give it.
std::string entity_anywhere(const model::Bundle& bundle, const Vocabulary& vocabulary) {
  constexpr std::size_t kMostTexts = 400;  // blocks and cells: a name that matters is repeated early
  std::vector<model::Block> texts;
  for (const model::Block& block : bundle.blocks) {
    if (texts.size() < kMostTexts) texts.push_back(block);
  }
  for (const model::Table& table : bundle.tables) {
    for (const model::Cell& cell : table.cells) {
      if (texts.size() >= kMostTexts || cell.text.empty()) continue;
      texts.emplace_back();
      texts.back().text = cell.text;
      texts.back().page = cell.page;
    }
  }
  std::vector<Line> lines;
  for (const model::Block& text : texts) {
    Line line;
    line.block = &text;
    line.folded = normalise::fold(text.text);
    if (vocabulary.inside("documento.entidad", line.folded) != nullptr) lines.push_back(std::move(line));
  }
  return name_of(lines, "documento.entidad", "", vocabulary);
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

}  // namespace

model::DocumentInfo read_document_info(const model::Bundle& bundle, const Vocabulary& vocabulary) {
  const std::vector<Line> lines = opening_lines(bundle);
  model::DocumentInfo info;
  info.entity = name_of(lines, "documento.entidad", "", vocabulary);
  if (info.entity.empty()) info.entity = entity_anywhere(bundle, vocabulary);
  info.dependency = name_of(lines, "documento.dependencia", normalise::fold(info.entity), vocabulary);
  info.title = title_of(lines, info, vocabulary);
  if (info.title.empty() && !names_a_file(bundle.pdf_title)) info.title = normalise::clean(bundle.pdf_title);
  info.kind = kind_of(lines, info, bundle, vocabulary);
  const Years years = years_of(lines, info, bundle.file_name);
  info.vigencia_from = years.from;
  info.vigencia_to = years.to;
  info.cutoff = cutoff_of(bundle, years.to);
  const int cutoff_year = single_year(info.cutoff.substr(0, 4));
  if (years.from != years.to && cutoff_year != 0 && !spans_years(normalise::fold(info.title)) &&
      vigencia_in(normalise::fold(info.title)).from == 0 && years_in(normalise::fold(info.title)).size() > 1) {
    info.vigencia_from = info.vigencia_to = cutoff_year;  // "corte a abril de 2021 vs. abril de 2020"
  }
  return info;
}

}  // namespace cotejo::mapping
