#include "pipeline/mapping/document_info.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/mapping/document_info_names.h"
#include "pipeline/mapping/read_table_words.h"
#include "pipeline/mapping/vocabulary.h"
#include "pipeline/normalise/dates.h"
#include "pipeline/normalise/text.h"

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
std::string name_of(const std::vector<Line>& lines, std::string_view section, const Vocabulary& vocabulary) {
  struct Votes {
    std::string printed;
    int votes = 0;
  };
  std::vector<std::pair<std::string, Votes>> names;  // by first appearance
  for (const Line& line : lines) {
    if (line.block->kind == model::BlockKind::list_item) continue;
    NameFound found = find_name(vocabulary, section, line.block->text);
    if (found.name.empty()) continue;
    const int weight = line.brief && found.at_start ? (line.cover || line.running ? 6 : 2) : line.brief ? 2 : 1;
    const std::string folded = normalise::fold(found.name);
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

// The largest letters of the first page that do not name the body, with the lines of the same size next to them.
std::string title_of(const std::vector<Line>& lines, const model::DocumentInfo& info, const Vocabulary& vocabulary) {
  const std::string entity = normalise::fold(info.entity);
  const std::string dependency = normalise::fold(info.dependency);
  const auto may_be_title = [&](const Line& line) {
    const bool name = line.folded == entity || line.folded == dependency;
    return line.cover && line.brief && !line.running && !name && line.block->kind != model::BlockKind::caption &&
           line.block->kind != model::BlockKind::list_item;
  };
  const auto tells_kind = [&](const Line& line) { return !vocabulary.meaning("documento.tipo", line.folded).empty(); };
  // Lines that say what kind of document it is come before larger letters that do not ("Ibagué Evolucionó").
  const Line* best = nullptr;
  for (const Line& line : lines) {
    if (!may_be_title(line)) continue;
    const bool better = best == nullptr || (tells_kind(line) && !tells_kind(*best)) ||
                        (tells_kind(line) == tells_kind(*best) && line.block->font_size > best->block->font_size + 0.5);
    if (better) best = &line;
  }
  if (best == nullptr) return {};
  std::string title = best->block->text;
  const auto at = static_cast<std::size_t>(best - lines.data());
  for (std::size_t i = at + 1; i < lines.size() && title.size() < kShortLine; ++i) {
    const Line& next = lines[i];
    const bool same = may_be_title(next) && std::abs(next.block->font_size - best->block->font_size) < 0.5 &&
                      next.block->kind == best->block->kind && next.block->kind == model::BlockKind::heading;
    if (!same || next.folded == best->folded) break;
    title += " " + next.block->text;
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

// Years that follow the word: "vigencia 2020", "vigencias 2020 y 2021", "vigencia fiscal 2020 - 2023".
Years vigencia_in(std::string_view folded) {
  for (const std::string_view word : {"vigencia", "vigencias"}) {
    const std::size_t at = folded.find(word);
    if (at == std::string_view::npos || !has_words(folded, word)) continue;
    constexpr std::size_t kReach = 40;  // bytes after the word
    if (const Years found = span(years_in(folded.substr(at, word.size() + kReach))); found.from != 0) return found;
  }
  return {};
}

Years years_of(const std::vector<Line>& lines, const model::DocumentInfo& info, const std::string& file_name) {
  const std::string title = normalise::fold(info.title);
  if (const Years found = vigencia_in(title); found.from != 0) return found;
  if (const Years found = span(years_in(title)); found.from != 0) return found;
  for (const bool brief : {true, false}) {
    for (const Line& line : lines) {
      if (line.brief != brief) continue;
      if (const Years found = vigencia_in(line.folded); found.from != 0) return found;
    }
  }
  // Years of titles, not of letters' dates ("Cúcuta, noviembre 28 de 2014").
  for (const Line& line : lines) {
    if (!line.brief || !normalise::find_dates(line.block->text).empty()) continue;
    if (const Years found = span(years_in(line.folded)); found.from != 0) return found;
  }
  if (const Years found = span(years_in(normalise::fold(file_name))); found.from != 0) return found;
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

std::string cutoff_of(const model::Bundle& bundle, int year) {
  const auto may_tell = [](std::string_view text, bool title) {
    if (text.find_first_of("0123456789") == std::string_view::npos) return false;
    return title || text.find("orte") != std::string_view::npos || text.find("ORTE") != std::string_view::npos;
  };
  for (const model::Table& table : bundle.tables) {
    if (!may_tell(table.title, true)) continue;
    if (std::string day = cutoff_in(table.title, true, year); !day.empty()) return day;
  }
  for (const bool title : {true, false}) {
    for (const model::Block& block : bundle.blocks) {
      const bool brief = block.text.size() <= kShortLine && block.kind != model::BlockKind::paragraph &&
                         block.kind != model::BlockKind::list_item;
      if (brief != title || !may_tell(block.text, title)) continue;
      if (std::string day = cutoff_in(block.text, title, year); !day.empty()) return day;
    }
  }
  return {};
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

}  // namespace

model::DocumentInfo read_document_info(const model::Bundle& bundle, const Vocabulary& vocabulary) {
  const std::vector<Line> lines = opening_lines(bundle);
  model::DocumentInfo info;
  info.entity = name_of(lines, "documento.entidad", vocabulary);
  info.dependency = name_of(lines, "documento.dependencia", vocabulary);
  info.title = title_of(lines, info, vocabulary);
  if (info.title.empty()) info.title = normalise::clean(bundle.pdf_title);
  info.kind = kind_of(lines, info, bundle, vocabulary);
  const Years years = years_of(lines, info, bundle.file_name);
  info.vigencia_from = years.from;
  info.vigencia_to = years.to;
  info.cutoff = cutoff_of(bundle, years.to);
  return info;
}

}  // namespace cotejo::mapping
