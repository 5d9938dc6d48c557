#include "extractors/tables/white_inside.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "extractors/tables/segments.h"
#include "extractors/tables/whitespace.h"

namespace cotejo::tables {
namespace {

// Words that a finer grid may leave out (a caption or a note inside the frame), as a part of all.
constexpr double kLeftOut = 0.3;
// Fewer figures, or rows of figures, are no majority of anything.
constexpr int kFewFigures = 4;

std::string text_of(const PageCell& cell, const model::Page& page) {
  std::string text;
  for (const int w : cell.words) {
    if (!text.empty()) text += ' ';
    text += page.words[static_cast<std::size_t>(w)].text;
  }
  return text;
}

bool opens_label(const std::string& text) {
  return !text.empty() && std::islower(static_cast<unsigned char>(text[0])) == 0;
}

// What a row of the finer grid is.
struct WhiteRow {
  int band = -1;  // the ruled row that it stands in; -2: in several
  bool head = false;
  bool labelled = false;
  int values = 0;
};

}  // namespace

std::vector<PageTable> divided_by_white(const model::Page& page, const PageTable& ruled, double text_size) {
  std::vector<int> cell_of(page.words.size(), -1);
  PageContext inside;
  inside.page = &page;
  inside.text_size = text_size;
  for (std::size_t c = 0; c < ruled.cells.size(); ++c)
    for (const int w : ruled.cells[c].words) {
      cell_of[static_cast<std::size_t>(w)] = static_cast<int>(c);
      inside.words.push_back(w);
    }
  const model::Rect& box = ruled.box;
  for (const model::Rule& rule : page.rules)
    if (rule.from.x < box.x1 + 1 && rule.to.x > box.x0 - 1 && rule.from.y < box.y1 + 1 && rule.to.y > box.y0 - 1)
      inside.rules.push_back(rule);
  std::vector<PageTable> finer = find_whitespace_tables(inside);

  std::size_t kept = 0;
  int values = 0, values_abreast = 0, finer_rows = 0, parted_bands = 0, torn_bands = 0;
  int valued_rows = 0, stacked_rows = 0;  // rows of the finer grid with values; those that share a ruled row
  for (const PageTable& table : finer) {
    std::vector<WhiteRow> rows(static_cast<std::size_t>(table.rows()));
    std::map<std::pair<int, int>, int> values_at;  // (row here, ruled cell) → values
    for (const PageCell& cell : table.cells) {
      kept += cell.words.size();
      if (cell.words.empty()) continue;
      const std::string text = text_of(cell, page);
      const bool value = cell.row >= table.header_rows && cell.column > 0 && is_value(text);
      std::set<int> owners;
      for (const int w : cell.words) owners.insert(cell_of[static_cast<std::size_t>(w)]);
      // A cell over a rule between two cells contradicts the rules.
      if (owners.size() > 1) return {};
      if (value) ++values, ++values_at[{cell.row, *owners.begin()}];
      if (cell.row_span > 1) continue;
      WhiteRow& row = rows[static_cast<std::size_t>(cell.row)];
      const PageCell& owner = ruled.cells[static_cast<std::size_t>(*owners.begin())];
      const int band = owner.row_span == 1 ? owner.row : row.band;
      if (band >= 0) row.band = row.band == -1 || row.band == band ? band : -2;
      row.head = cell.row < table.header_rows;
      row.labelled = row.labelled || (cell.column == 0 && opens_label(text));
      row.values += value ? 1 : 0;
    }
    finer_rows += table.rows();
    for (const auto& [place, count] : values_at) values_abreast += count >= 2 ? count : 0;
    for (std::size_t r = 0; r < rows.size();) {
      std::size_t end = r + 1;
      while (end < rows.size() && rows[end].band == rows[r].band) ++end;
      if (rows[r].band == -2) return {};
      int body = 0, plain = 0, valued = 0, labelled = 0, most = 0;
      for (std::size_t k = r; k < end; ++k) most = std::max(most, rows[k].values);
      for (std::size_t k = r; k < end; ++k) {
        if (rows[k].head) continue;
        ++body;
        plain += rows[k].labelled ? 0 : 1;
        // A number cut over two lines leaves a value on the second; a row has about as many as its neighbours.
        const bool full = rows[k].values > 0 && rows[k].values * 2 >= most;
        valued += full ? 1 : 0;
        labelled += full && rows[k].labelled ? 1 : 0;
      }
      // A head and the rows under it, or rows of a label and values, with sections between them; the wrapped lines of
      // one row hold its values once.
      const bool head_and_rows = rows[r].head && valued > 0;
      if (body >= 2 || head_and_rows) (plain == 0 && (head_and_rows || valued >= 2) ? parted_bands : torn_bands) += 1;
      valued_rows += valued;
      if (labelled >= 2) stacked_rows += labelled;
      r = end;
    }
  }
  if (static_cast<double>(inside.words.size() - std::min(kept, inside.words.size())) >
      kLeftOut * static_cast<double>(inside.words.size()))
    return {};
  // Most of the figures share their ruled cell with others, or most rows their ruled row: the rules do not divide this
  // table.
  if (values >= kFewFigures && values_abreast * 2 >= values) return finer;
  if (valued_rows >= kFewFigures && stacked_rows * 2 >= valued_rows && torn_bands <= parted_bands) return finer;
  if (parted_bands > 0 && torn_bands == 0 && finer_rows > ruled.rows()) return finer;
  return {};
}

}  // namespace cotejo::tables
