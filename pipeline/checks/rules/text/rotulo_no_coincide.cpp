#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <sstream>

#include "base/digits.h"
#include "pipeline/checks/rules/rules.h"
#include "pipeline/checks/rules/tolerances.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/mapping/text/passages.h"
#include "pipeline/mapping/text/year_parts.h"
#include "pipeline/normalise/dates/dates.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

bool year_like(const std::string& word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         word.find_first_not_of("0123456789") == std::string::npos;
}

std::set<int> years_in(std::string_view text) {
  std::set<int> years;
  for (const std::string& word : normalise::folded_words(text)) {
    if (year_like(word)) years.insert(std::stoi(word));
  }
  return years;
}

// A row of figures that was read as the caption of what stands below it.
bool is_row(const std::string& caption) {
  std::istringstream words(caption);
  std::string word;
  int figures = 0;
  while (words >> word) figures += base::is_digit(word.back()) && !year_like(word);
  return figures >= kFiguresOfARow;
}

// The single year that a short text dates itself by, 0 when it has none or several.
int single_year(const std::string& text) {
  std::set<int> years;
  for (const normalise::DateReading& date : normalise::find_dates(text)) {
    if (date.year_printed && !date.periodic && date.span.from.size() >= 4 && date.span.from == date.span.to) {
      years.insert(std::stoi(date.span.from.substr(0, 4)));
    }
  }
  return years.size() == 1 ? *years.begin() : 0;
}

// Years that a cell dates its row by: "2023-070582 del 05/09/2023". What falls due later is no such date.
void dated_years(const TableAnalysis& table, int column, std::map<int, int>& cells) {
  const std::string head = " " + normalise::fold(table.figures.column_name(column)) + " ";
  for (const char* word : {" venc", " plazo", " limite", " program", " final ", " inicial ", " vigencia"}) {
    if (head.find(word) != std::string::npos) return;
  }
  for (int r = 0; r < table.figures.rows(); ++r) {
    const mapping::CellReading& reading = table.figures.reading().at(r, column);
    if (!table.figures.row(r).body || reading.cell < 0 || !reading.origin) continue;
    const std::string& text = table.figures.table().cells[static_cast<std::size_t>(reading.cell)].text;
    if (text.size() > 120) continue;
    const int year = single_year(text);
    if (year != 0) ++cells[year];
  }
}

// A form whose cells stayed empty while its row was written below it, a line a cell.
void dated_lines_below(const Context& context, const TableAnalysis& table, std::map<int, int>& cells) {
  const model::Table& grid = table.figures.table();
  for (const model::Cell& cell : grid.cells) {
    if (cell.row >= grid.header_rows && !normalise::clean(cell.text).empty()) return;
  }
  if (grid.page_boxes.empty()) return;
  int lines = 0;
  for (const model::Block& block : context.bundle().blocks) {
    if (block.page != grid.last_page || block.box.y0 < grid.page_boxes.back().y1 - 1) continue;
    if (block.kind == model::BlockKind::heading || block.text.size() > 80 || ++lines > grid.columns) break;
    const int year = single_year(block.text);
    if (year != 0) ++cells[year];
  }
}

struct Mismatch {
  int caption_year = 0;
  int content_year = 0;
  std::string ground;
};

model::Finding finding_for(const TableAnalysis& table, const Mismatch& mismatch) {
  model::Finding finding;
  finding.table = table.figures.reading().table;
  finding.reported = std::to_string(mismatch.caption_year);
  finding.expected = std::to_string(mismatch.content_year);
  finding.message = "El título " + guillemets(table.figures.table().title, 90) + " dice " + finding.reported +
                    ", pero " + mismatch.ground + " " + finding.expected + ".";
  finding.steps = {"Título: " + table.figures.table().title, "Contenido: " + mismatch.ground + " " + finding.expected};
  model::Source source;
  source.page = table.figures.table().first_page;
  source.table = finding.table;
  source.text = table.figures.table().title;
  if (!table.figures.table().page_boxes.empty()) source.box = table.figures.table().page_boxes.front();
  finding.evidence.push_back(evidence_of(source, model::Role::reported, finding.reported));
  return finding;
}

// "Deuda a 31 de diciembre de 2022", "con corte a junio de 2021": how things stood then, whenever they began.
bool tells_a_state(const std::string& caption) {
  const std::string folded = " " + normalise::fold(caption) + " ";
  if (folded.find(" corte ") != std::string::npos || folded.find(" saldo") != std::string::npos) return true;
  const std::vector<normalise::DateReading> dates = normalise::find_dates(caption);
  return std::any_of(dates.begin(), dates.end(), [](const normalise::DateReading& date) {
    constexpr std::size_t day = 10;  // "2022-12-31"
    return date.year_printed && date.span.from == date.span.to && date.span.from.size() == day;
  });
}

// A caption of one year over rows that are all dated in another.
bool dated_otherwise(const Context& context, const TableAnalysis& table, int year, Mismatch& mismatch) {
  std::map<int, int> cells;
  for (int c = 0; c < table.figures.columns(); ++c) dated_years(table, c, cells);
  if (cells.empty()) dated_lines_below(context, table, cells);
  if (cells.size() != 1 || cells.begin()->first == year || cells.begin()->second < 2) return false;
  if (cells.begin()->first < year && tells_a_state(table.figures.table().title)) return false;
  mismatch = {year, cells.begin()->first, "todas las fechas de sus filas son de"};
  return true;
}

// A caption of one year over columns of another.
bool headed_otherwise(const TableAnalysis& table, int year, Mismatch& mismatch) {
  // Of two years that are compared the caption may name the later alone.
  if (normalise::fold(table.figures.table().title).find("comparativ") != std::string::npos) return false;
  std::set<int> years;
  for (int c = 0; c < table.figures.columns(); ++c) {
    if (table.figures.use(c) == ColumnUse::none) continue;
    const std::set<int> own = years_in(table.figures.column_name(c));
    years.insert(own.begin(), own.end());
  }
  if (years.size() != 1 || *years.begin() == year) return false;
  mismatch = {year, *years.begin(), "sus columnas son de"};
  return true;
}

// A caption of a year that the document names nowhere else, in a report of another single vigencia.
bool of_no_other_year(const Context& context, const TableAnalysis& table, int year, Mismatch& mismatch) {
  int vigencia = context.info().vigencia_from;
  // A wrong caption may itself have made the document's vigencia a span of two years: the other of them is its own.
  if (context.info().vigencia_to == vigencia + 1 && (year == vigencia || year == vigencia + 1)) {
    vigencia = year == vigencia ? vigencia + 1 : vigencia;
  } else if (vigencia != context.info().vigencia_to) {
    return false;
  }
  if (vigencia == 0 || vigencia == year) return false;
  const std::string caption = normalise::fold(table.figures.table().title);
  int elsewhere = 0, own = 0;
  const auto count = [&](const std::string& text) {
    if (normalise::fold(text) == caption) return;
    const std::set<int> years = years_in(text);
    elsewhere += years.contains(year);
    own += years.contains(vigencia);
  };
  for (const model::Block& block : context.bundle().blocks) {
    if (normalise::fold(block.text).find(caption) == std::string::npos) count(block.text);
  }
  for (std::size_t i = 0; i < context.bundle().tables.size(); ++i) {
    const model::Table& other = context.bundle().tables[i];
    if (static_cast<int>(i) != table.figures.reading().table) count(other.title);
    for (const model::Cell& cell : other.cells) elsewhere += years_in(cell.text).contains(year);
  }
  if (elsewhere > 0 || own < 2) return false;
  mismatch = {year, vigencia, "el informe es de la vigencia"};
  return true;
}

void captions(const Context& context, Report& report) {
  for (const TableAnalysis& table : context.tables) {
    const std::set<int> years = years_in(table.figures.table().title);
    if (years.size() != 1 || is_row(table.figures.table().title)) continue;
    report.tested(1);
    Mismatch mismatch;
    const bool plan = table.figures.reading().kind == model::TableKind::commitments;
    if ((!plan && dated_otherwise(context, table, *years.begin(), mismatch)) ||
        headed_otherwise(table, *years.begin(), mismatch) ||
        of_no_other_year(context, table, *years.begin(), mismatch)) {
      report.add(finding_for(table, mismatch), table.figures.table().title);
    }
  }
}

// Where the folded words stand in the sentence; the whole sentence where they do not as they are.
mapping::Sentence place_of(const std::string& text, const mapping::Sentence& sentence, const std::string& words) {
  const auto starts = [&](std::size_t at) {
    return text[at] != ' ' && (at == sentence.begin || text[at - 1] == ' ' || text[at - 1] == '\n');
  };
  for (std::size_t begin = sentence.begin; begin < sentence.end; ++begin) {
    if (!starts(begin)) continue;
    for (std::size_t end = begin + words.size(); end <= std::min(sentence.end, begin + 2 * words.size()); ++end) {
      const bool whole = end == sentence.end || text[end] == ' ' || text[end] == '\n' ||
                         std::ispunct(static_cast<unsigned char>(text[end])) != 0;
      if (whole && normalise::fold(std::string_view(text).substr(begin, end - begin)) == words) return {begin, end};
    }
  }
  return sentence;
}

// "En este primer trimestre" in a report of the third.
void periods(const Context& context, Report& report) {
  const mapping::YearPart own = mapping::period_of(context.bundle());
  if (own.months == 0) return;
  for (const mapping::Passage& passage : context.document.passages) {
    for (const mapping::Sentence& sentence : passage.sentences) {
      const std::string folded = " " + normalise::fold(sentence.of(passage.text)) + " ";
      for (const mapping::YearPart& mention : mapping::year_parts(folded)) {
        const std::string before = folded.substr(0, mention.begin);
        const bool here =
            before.ends_with(" este ") || before.ends_with(" presente ") || before.ends_with(" el presente ");
        if (!here || mention.months != own.months) continue;
        report.tested(1);
        if (mention == own) continue;
        const std::string words = folded.substr(mention.begin, mention.end - mention.begin);
        model::Finding finding;
        finding.table = passage.source.table;
        finding.reported = words;
        finding.expected = mapping::year_part_name(own);
        finding.message = "El texto dice «este " + words + "»; el informe es del " + mapping::year_part_name(own) + ".";
        finding.steps = {"Texto: " + normalise::clean(sentence.of(passage.text)),
                         "Período del informe: " + mapping::year_part_name(own)};
        const mapping::Sentence place = place_of(passage.text, sentence, words);
        finding.evidence.push_back(
            evidence_of(mapping::source_at(context.bundle(), passage, place.begin, place.end), model::Role::reported));
        finding.evidence.front().source.text = words;
        report.add(std::move(finding), folded);
      }
    }
  }
}

}  // namespace

// A caption or heading that its content contradicts.
void rotulo_no_coincide(const Context& context, Report& report) {
  captions(context, report);
  periods(context, report);
}

}  // namespace cotejo::checks
