#include "pipeline/mapping/document/info.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/mapping/document/lines.h"
#include "pipeline/mapping/document/names.h"
#include "pipeline/mapping/document/title.h"
#include "pipeline/mapping/document/tolerances.h"
#include "pipeline/mapping/document/years.h"
#include "pipeline/mapping/words/phrases.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::info;

// The name that most short lines hold; lines that begin with it count more than lines that mention it.
// A name that is part of `whole` (the department in the name of its comptroller) is passed over. In a report of an
// `audit` the body that prints its own name on the cover is the one that audits, whatever it writes of the audited.

std::string name_of(const std::vector<Line>& lines, std::string_view section, const std::string& whole, bool audit,
                    const Vocabulary& vocabulary) {
  struct Votes {
    std::string printed;
    int votes = 0;
  };
  std::vector<std::pair<std::string, Votes>> names;  // by first appearance
  const PhraseIndex& entries = vocabulary.phrases(section);
  for (const Line& line : lines) {
    if (line.block->kind == model::BlockKind::list_item || line.folded.starts_with("para ")) continue;  // addressees
    if (entries.longest(line.folded) == nullptr) continue;
    NameFound found;
    for (std::size_t part = 0; part < line.parts.size() && found.name.empty(); ++part)
      found = find_name(vocabulary, section, line.parts[part]);
    if (found.name.empty()) continue;
    const std::string folded = normalise::fold(found.name);
    int weight = line.brief && found.at_start ? (line.cover || line.running ? 6 : 2) : line.brief ? 2 : 1;
    if (audit && line.cover && found.at_start && vocabulary.at_start("documento.control", folded) != nullptr)
      weight += kAuditor;
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
  if (best == names.end()) return {};
  // A logo or a cell may break off what other lines print whole: "Contraloría General", "Municipalidad de Carmen".
  const Votes* whole_name = nullptr;
  int all = 0;
  for (const auto& [folded, found] : names) {
    if (!folded.starts_with(best->first + " ")) continue;
    all += found.votes;
    if (whole_name == nullptr || found.votes > whole_name->votes) whole_name = &found;
  }
  const bool goes_on = whole_name != nullptr && 3 * whole_name->votes >= 2 * all &&
                       vocabulary.at_start(section, best->first) != nullptr &&
                       vocabulary.at_start(section, best->first)->folded == best->first;
  return goes_on ? whole_name->printed : best->second.printed;
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

// Whether the rows of a column name one body after the other: then none of them is whose report it is.
bool lists_bodies(const model::Table& table, int column, const Vocabulary& vocabulary) {
  std::set<std::string> names;
  for (const model::Cell& cell : table.cells) {
    if (cell.column != column || cell.row < table.header_rows) continue;
    for (const char* section : {"documento.entidad", "documento.dependencia"}) {
      const NameFound found = find_name(vocabulary, section, cell.text);
      if (found.at_start && !found.name.empty()) names.insert(normalise::fold(found.name));
    }
  }
  return names.size() > 1;
}

// What stands before it in a cell's row counts something by a code: a line of a budget, and no body.
bool is_coded(const std::string& text) {
  return normalise::has_digit(std::string_view(text).substr(0, text.find(' ')));
}

// The body's name from anywhere in the document, where the opening pages do not give it.
std::string entity_anywhere(const model::Bundle& bundle, const Vocabulary& vocabulary) {
  std::vector<model::Block> texts;
  for (const model::Block& block : bundle.blocks) {
    if (texts.size() < kMostTexts) texts.push_back(block);
  }
  for (const model::Table& table : bundle.tables) {
    for (const model::Cell& cell : table.cells) {
      if (texts.size() >= kMostTexts || cell.text.empty() || is_coded(cell.text)) continue;
      if (vocabulary.inside("documento.entidad", normalise::fold(cell.text)) == nullptr) continue;
      if (lists_bodies(table, cell.column, vocabulary)) continue;
      texts.emplace_back();
      texts.back().text = cell.text;
      texts.back().page = cell.page;
    }
  }
  std::vector<Line> lines;
  for (const model::Block& text : texts) {
    Line line;
    line.block = &text;
    line.parts = {text.text};
    line.folded = normalise::fold(text.text);
    const NameFound found = find_name(vocabulary, "documento.entidad", text.text);
    // "Corporación autónoma" alone is any of its kind, as a line of a budget names it.
    const auto* kind = vocabulary.at_start("documento.entidad", normalise::fold(found.name));
    if (kind != nullptr && kind->folded.size() < normalise::fold(found.name).size()) lines.push_back(std::move(line));
  }
  return name_of(lines, "documento.entidad", "", false, vocabulary);
}

// "Microsoft Word - INFORME.doc", "CTA_Sit_Eco.rpt", "(anonymous)": what programs write of themselves and their files.
bool names_a_file(std::string_view title) {
  if (title.starts_with("(") || normalise::fold(title) == "untitled") return true;
  const std::size_t dot = title.find_last_of('.');
  if (dot == std::string_view::npos || dot == 0 || title[dot - 1] == ' ') return false;
  const std::string_view ending = title.substr(dot + 1);
  return ending.size() >= kShortestEnding && ending.size() <= kLongestEnding &&
         std::all_of(ending.begin(), ending.end(), [](unsigned char c) { return std::isalnum(c) != 0; }) &&
         std::any_of(ending.begin(), ending.end(), [](unsigned char c) { return std::islower(c) != 0; });
}

// Where the first table of the first page begins, in points from the top; beyond every page where there is none. A
// letterhead of a few cells is none.
double top_of_tables(const model::Bundle& bundle) {
  double top = std::numeric_limits<double>::max();
  const int first_page = bundle.blocks.empty() ? 1 : bundle.blocks.front().page;
  for (const model::Table& table : bundle.tables) {
    if (table.first_page > first_page || table.rows <= kLetterhead) continue;
    for (const model::Cell& cell : table.cells)
      if (cell.page == first_page) top = std::min(top, cell.box.y0);
  }
  return top;
}

// The name in the field of a form, where it is one of a body; else nothing.
std::string printed_name(const std::string& field, std::string_view section, const Vocabulary& vocabulary) {
  const NameFound found = find_name(vocabulary, section, field);
  return found.at_start ? found.name : std::string();
}

// The body whose head signs a letter: "DE: CONTRALORA GENERAL DEL DEPARTAMENTO DE …", with "PARA: …" below. A letter
// quotes other bodies more often than it names its own. Empty where the lines are no letter's.
std::string sender(const std::vector<Line>& lines, const Vocabulary& vocabulary) {
  struct Office {
    std::string_view head, body, in_capitals;  // the head's title folded, without its ending
  };
  constexpr std::array<Office, 4> offices{{{"contralor", "Contraloría", "CONTRALORÍA"},
                                           {"alcald", "Alcaldía", "ALCALDÍA"},
                                           {"gobernador", "Gobernación", "GOBERNACIÓN"},
                                           {"personer", "Personería", "PERSONERÍA"}}};
  const std::string from = field_of(lines, {"de"});
  const bool addressed = std::any_of(lines.begin(), lines.end(), [](const Line& line) {
    return line.folded.starts_with("para ") && line.block->text.find(':') < std::string_view("Para  :").size();
  });
  if (from.empty() || !addressed) return {};
  const std::string folded = normalise::fold(from);
  for (const Office& office : offices) {
    if (!folded.starts_with(office.head)) continue;
    const std::size_t space = std::min(from.find(' '), from.size());
    const bool capitals = std::none_of(from.begin(), from.begin() + static_cast<std::ptrdiff_t>(space),
                                       [](unsigned char c) { return std::islower(c) != 0; });
    return printed_name(std::string(capitals ? office.in_capitals : office.body) + from.substr(space),
                        "documento.entidad", vocabulary);
  }
  return {};
}

}  // namespace

model::DocumentInfo read_document_info(const model::Bundle& bundle, const Vocabulary& vocabulary) {
  const std::vector<Line> lines = opening_lines(bundle);
  model::DocumentInfo info;
  const bool audit = std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
    return line.cover && line.brief && vocabulary.meaning("documento.tipo", line.folded) == "informe_auditoria";
  });
  info.entity = printed_name(field_of(lines, {"entidad", "nombre de la entidad", "entidad auditora"}),
                             "documento.entidad", vocabulary);
  if (info.entity.empty()) info.entity = sender(lines, vocabulary);
  if (info.entity.empty()) info.entity = name_of(lines, "documento.entidad", "", audit, vocabulary);
  if (info.entity.empty()) info.entity = entity_anywhere(bundle, vocabulary);
  info.dependency = field_of(lines, {"dependencia", "proceso o dependencia", "area o dependencia"});
  if (info.dependency.empty())
    info.dependency = name_of(lines, "documento.dependencia", normalise::fold(info.entity), false, vocabulary);
  info.title = title_of(lines, info, top_of_tables(bundle), vocabulary);
  if (info.title.empty()) info.title = title_in_table(bundle, info, vocabulary);
  if (info.title.empty() && !names_a_file(bundle.pdf_title)) info.title = normalise::clean(bundle.pdf_title);
  info.kind = kind_of(lines, info, bundle, vocabulary);
  read_years(lines, bundle, info);
  return info;
}

}  // namespace cotejo::mapping
