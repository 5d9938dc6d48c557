#include <algorithm>
#include <optional>
#include <set>

#include "pipeline/mapping/read_table.h"
#include "pipeline/mapping/table/separators.h"
#include "pipeline/mapping/table/unit_note.h"
#include "pipeline/mapping/tolerances.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::around;

// The last block before the table's top, or -1. Blocks are in reading order; only the pages tell where the table
// stands.
int block_before(const model::Bundle& bundle, const model::Table& table) {
  const double top = table.page_boxes.empty() ? 0 : table.page_boxes.front().y0;
  int last = -1;
  for (std::size_t i = 0; i < bundle.blocks.size(); ++i) {
    const model::Block& block = bundle.blocks[i];
    if (block.page > table.first_page) break;
    if (block.page < table.first_page || block.box.center_y() < top) last = static_cast<int>(i);
  }
  return last;
}

// Where on the table's first page the table before it ends, points from the top; 0 when none stands over it. A note on
// units over that one is not this one's.
double end_of_table_before(const model::Bundle& bundle, int table_index) {
  const model::Table& table = bundle.tables[static_cast<std::size_t>(table_index)];
  const double top = table.page_boxes.empty() ? 0 : table.page_boxes.front().y0;
  double end = 0;
  for (const model::Table& other : bundle.tables) {
    if (&other == &table || other.page_boxes.empty() || other.last_page != table.first_page) continue;
    if (other.page_boxes.back().y1 <= top) end = std::max(end, other.page_boxes.back().y1);
  }
  return end;
}

// Whether the block stands nearer above another table than under this one.
bool stands_over_another(const model::Bundle& bundle, const model::Table& table, const model::Block& block) {
  if (table.page_boxes.empty() || block.page != table.last_page) return false;
  const double white = block.box.y0 - table.page_boxes.back().y1;
  return std::any_of(bundle.tables.begin(), bundle.tables.end(), [&](const model::Table& other) {
    if (&other == &table || other.page_boxes.empty() || other.first_page != block.page) return false;
    const double below = other.page_boxes.front().y0 - block.box.y1;
    return other.page_boxes.front().y0 > block.box.center_y() && below < white;
  });
}

// The running heads of a page, and a heading that repeats but for its year is one of them, name the page's year.
std::map<int, int> years_of_pages(const model::Bundle& bundle) {
  std::map<int, int> years;
  std::set<int> different;
  for (const model::Block& block : bundle.blocks) {
    if (block.kind != model::BlockKind::running_head) continue;
    const int year = single_year(normalise::fold(block.text));
    if (year == 0) continue;
    years.try_emplace(block.page, year);
    different.insert(year);
  }
  if (different.size() < 2) years.clear();  // the report's own year, or the form's
  return years;
}

UnitNote units_of_report(const model::Bundle& bundle) {
  for (const model::Block& block : bundle.blocks) {
    const bool runs = block.kind == model::BlockKind::running_head || block.kind == model::BlockKind::running_foot;
    if (!runs && !speaks_for_the_report(block.text)) continue;
    if (UnitNote note = unit_note(block.text); note.scale) return note;
  }
  return {};
}

}  // namespace

ReportNotes report_notes(const model::Bundle& bundle, const std::vector<Sheet>& sheets, int document_vigencia) {
  return {document_vigencia, mark_of(sheets), units_of_report(bundle), years_of_pages(bundle)};
}

Surroundings surroundings_of(const model::Bundle& bundle, int table_index, const Sheet& sheet,
                             const ReportNotes& report) {
  const model::Table& table = bundle.tables[static_cast<std::size_t>(table_index)];
  Surroundings around;
  around.mark = report.mark;
  around.title = normalise::fold(table.title);
  UnitNote units = unit_note(table.title);
  for (int row = 0; row < std::min(sheet.rows, kHeadRows); ++row) {
    const model::Cell* cell = sheet.cell(row, 0);
    if (cell == nullptr || cell->column_span < sheet.columns || sheet.columns < 2 || sheet.fold(row, 0).empty()) break;
    around.title += (around.title.empty() ? "" : " ") + sheet.fold(row, 0);
    if (units.empty()) units = unit_note(cell->text);
  }

  for (int row = 0; row < std::min(sheet.rows, kHeadRows) && units.empty(); ++row) {
    for (int column = 0; column < sheet.columns && units.empty(); ++column) {
      const model::Cell* cell = sheet.cell(row, column);
      if (cell != nullptr && cell->row == row && cell->column == column &&
          (is_unit_note(cell->text) || begins_with_unit_note(cell->text)))
        units = unit_note(cell->text);
    }
  }

  // Headings over the table, each of a higher rank than the one before; notes on units close to it.
  const int before = block_before(bundle, table);
  const double end_before = end_of_table_before(bundle, table_index);
  int rank = 100;
  int year = single_year(around.title);
  const bool span_in_title = years_in(around.title).size() > 1;
  const auto page_year = report.page_years.find(table.first_page);
  if (year == 0 && !span_in_title && page_year != report.page_years.end()) year = page_year->second;
  bool span_in_heading = false;
  for (int i = before; i >= 0 && i > before - kReach; --i) {
    const model::Block& block = bundle.blocks[static_cast<std::size_t>(i)];
    if (units.empty() && i > before - kNear && block.page == table.first_page && block.box.center_y() > end_before)
      units = unit_note(block.text);
    if (block.kind != model::BlockKind::heading || block.heading_level >= rank) continue;
    rank = block.heading_level;
    const std::string folded = normalise::fold(block.text);
    around.heading += (around.heading.empty() ? "" : " ") + folded;
    if (year == 0 && !span_in_title && !span_in_heading) {
      year = single_year(folded);
      span_in_heading = year == 0 && years_in(folded).size() > 1;
    }
    if (rank <= 1) break;
  }
  if (units.empty()) {
    // A note under the table, before anything else; its own caption may stand between.
    for (std::size_t i = static_cast<std::size_t>(before + 1);
         i < bundle.blocks.size() && static_cast<int>(i) <= before + kNear; ++i) {
      const model::Block& block = bundle.blocks[i];
      const bool title = block.kind == model::BlockKind::heading || block.kind == model::BlockKind::caption;
      const bool of_the_next = title && block.text != table.title;
      if (block.page > table.last_page || of_the_next || stands_over_another(bundle, table, block)) break;
      units = unit_note(bundle.blocks[i].text);
      if (!units.empty()) break;
    }
  }
  around.scale_from_report = units.empty() && report.units.scale.value_or(0) != 0;
  if (units.empty()) units = report.units;
  around.scale = units.scale.value_or(0);
  around.unit = units.unit;
  around.other_money = units.other_money;
  around.vigencia = year != 0 || span_in_title || span_in_heading ? year : report.vigencia;
  return around;
}

}  // namespace cotejo::mapping
