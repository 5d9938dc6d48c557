#include <algorithm>
#include <optional>

#include "pipeline/mapping/read_table.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

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

// A note on the unit of all figures is short and speaks of units; a sentence with "millones" in it does not count.
std::optional<int> unit_note(const std::string& text) {
  constexpr std::size_t kLongestNote = 120;  // bytes
  if (text.size() > kLongestNote || text.empty()) return std::nullopt;
  const std::string folded = normalise::fold(text);
  const bool speaks = has_words(folded, "cifras") || has_words(folded, "valores") || has_words(folded, "expresado") ||
                      has_words(folded, "expresados") || has_words(folded, "expresadas") ||
                      has_words(folded, "en millones") || has_words(folded, "en miles") ||
                      has_words(folded, "millones de pesos") || has_words(folded, "miles de pesos");
  return speaks ? normalise::scale_of(text) : std::nullopt;
}

}  // namespace

Surroundings surroundings_of(const model::Bundle& bundle, int table_index, const Sheet& sheet, int document_vigencia,
                             normalise::DecimalMark document_mark) {
  const model::Table& table = bundle.tables[static_cast<std::size_t>(table_index)];
  Surroundings around;
  around.mark = document_mark;
  around.title = normalise::fold(table.title);
  std::optional<int> scale = unit_note(table.title);
  for (int row = 0; row < std::min(sheet.rows, 3); ++row) {
    const model::Cell* cell = sheet.cell(row, 0);
    if (cell == nullptr || cell->column_span < sheet.columns || sheet.columns < 2 || sheet.fold(row, 0).empty()) break;
    around.title += (around.title.empty() ? "" : " ") + sheet.fold(row, 0);
    if (!scale) scale = unit_note(cell->text);
  }

  // Headings over the table, each of a higher rank than the one before; notes on units close to it.
  const int before = block_before(bundle, table);
  const double end_before = end_of_table_before(bundle, table_index);
  constexpr int kReach = 400;  // blocks: a heading further up is of another part
  constexpr int kNear = 3;     // blocks between which a note on units speaks for the table
  int rank = 100;
  int year = single_year(around.title);
  const bool span_in_title = years_in(around.title).size() > 1;
  bool span_in_heading = false;
  for (int i = before; i >= 0 && i > before - kReach; --i) {
    const model::Block& block = bundle.blocks[static_cast<std::size_t>(i)];
    if (!scale && i > before - kNear && block.page == table.first_page && block.box.center_y() > end_before)
      scale = unit_note(block.text);
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
  if (!scale) {
    // A note under the table, before anything else; its own caption may stand between.
    for (std::size_t i = static_cast<std::size_t>(before + 1);
         i < bundle.blocks.size() && static_cast<int>(i) <= before + kNear; ++i) {
      const model::Block& block = bundle.blocks[i];
      const bool title = block.kind == model::BlockKind::heading || block.kind == model::BlockKind::caption;
      const bool of_the_next = title && block.text != table.title;
      if (block.page > table.last_page || of_the_next) break;
      scale = unit_note(bundle.blocks[i].text);
      if (scale) break;
    }
  }
  around.scale = scale.value_or(0);
  around.vigencia = year != 0 || span_in_title || span_in_heading ? year : document_vigencia;
  return around;
}

}  // namespace cotejo::mapping
