#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/checks/check.h"
#include "pipeline/mapping/table/cut_figures.h"
#include "pipeline/normalise/text/text.h"
#include "tests/pipeline/made_table.h"

namespace cotejo::checks::testing {

// A document made by hand: tables from grids of strings, prose, commitments. Figures are read as in any table; roles of
// columns and rows are plain (label and numbers) unless a test names a measure.
class Document {
 public:
  Document() : bundle_(std::make_unique<model::Bundle>()) {
    bundle_->file_name = "prueba.pdf";
    bundle_->page_count = 9;
    reading_.bundle = bundle_.get();
  }

  // The first `header_rows` rows are the head. Codes are told from the first column where they look like one.
  Document& table(const std::string& title, int header_rows, const std::vector<std::vector<std::string>>& rows,
                  int page = 1) {
    model::Table table = cotejo::testing::made_table(title, rows, header_rows, {}, {100, 10, 2}, page);
    table.page_boxes.push_back({50, 100, 500, 100 + 10.0 * table.rows});
    mapping::TableReading reading;
    reading.table = static_cast<int>(bundle_->tables.size());
    reading.header_rows = header_rows;
    reading.columns.resize(rows.front().size());
    for (int r = 0; r < table.rows; ++r) {
      mapping::RowReading row;
      row.role = r < header_rows ? mapping::RowRole::header : mapping::RowRole::line;
      for (int c = 0; c < table.columns; ++c) {
        const std::string& text = rows[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)];
        mapping::CellReading place;
        place.cell = r * table.columns + c;
        place.origin = true;
        if (r >= header_rows) place.number = normalise::read_number(text, {normalise::DecimalMark::comma});
        if (r < header_rows && !text.empty()) {
          std::string& head = reading.columns[static_cast<std::size_t>(c)].head;
          head += (head.empty() ? "" : " / ") + text;
        }
        if (r >= header_rows && c == 0) {
          const bool code = !text.empty() && text.find_first_not_of("0123456789.") == std::string::npos &&
                            text.find('.') != std::string::npos && text.size() < 12 && text.find('.') < 3;
          if (code) row.code = text;
        }
        const bool words = place.number.kind == normalise::NumberKind::text || place.number.rest.size() > 3;
        if (r >= header_rows && row.label.empty() && words) row.label = text;
        reading.grid.push_back(std::move(place));
      }
      reading.rows.push_back(std::move(row));
    }
    mapping::forget_cut_figures(table, reading);
    bool codes = false;
    for (const mapping::RowReading& row : reading.rows) codes = codes || !row.code.empty();
    if (codes) reading.columns[0].role = mapping::ColumnRole::code;
    bundle_->tables.push_back(std::move(table));
    reading_.tables.push_back(std::move(reading));
    reading_.records.table_kinds.push_back(model::TableKind::other);
    return *this;
  }

  // What the last table's column measures.
  Document& measure(int column, const std::string& name, mapping::ColumnRole role = mapping::ColumnRole::amount) {
    mapping::ColumnReading& reading = last().columns[static_cast<std::size_t>(column)];
    reading.measure = model::measure_named(name);
    reading.field = mapping::commitment_field_named(name);
    reading.role = role;
    return *this;
  }

  Document& kind(const std::string& name) {
    last().kind = model::table_kind_named(name);
    return *this;
  }

  Document& paragraph(const std::string& text, int page = 1, model::BlockKind kind = model::BlockKind::paragraph) {
    model::Block block;
    block.kind = kind;
    block.page = page;
    block.box = {50, 20, 500, 40};
    block.text = text;
    bundle_->blocks.push_back(std::move(block));
    return *this;
  }

  Document& vigencia(int year, const std::string& cutoff = {}) {
    reading_.records.document.vigencia_from = reading_.records.document.vigencia_to = year;
    reading_.records.document.cutoff = cutoff;
    return *this;
  }

  // An amount that a place of the last table gave.
  Document& budget(model::BudgetEntry entry, int row, int column) {
    entry.source.page = 1;
    entry.source.table = last().table;
    entry.source.row = row;
    entry.source.column = column;
    reading_.records.budget.push_back(std::move(entry));
    return *this;
  }

  // A commitment in row `row` of the last table.
  Document& commitment(model::Commitment commitment, int row) {
    commitment.source.table = last().table;
    commitment.source.row = row;
    commitment.source.page = 1;
    reading_.records.commitments.push_back(std::move(commitment));
    return *this;
  }

  // A count of PQRS for the place (row, column) of the last table.
  Document& count(model::Dimension dimension, const std::string& label, int row, int column, bool total = false) {
    const mapping::TableReading& reading = last();
    model::PqrsCount count;
    count.vigencia = 2021;
    count.period = "2021";
    count.dimension = dimension;
    count.label = label;
    count.measure = model::Measure::recibidas;
    count.count = reading.at(row, column).number.amount.value.mantissa;
    count.total = total;
    count.source.table = reading.table;
    count.source.page = 1;
    count.source.row = row;
    count.source.column = column;
    reading_.records.pqrs.push_back(std::move(count));
    return *this;
  }

  [[nodiscard]] model::Bundle& bundle() { return *bundle_; }
  [[nodiscard]] mapping::DocumentReading& reading() { return reading_; }
  [[nodiscard]] mapping::TableReading& last() { return reading_.tables.back(); }
  [[nodiscard]] model::CheckResult check(const Settings& settings = {}) const {
    mapping::DocumentReading whole = reading_;
    whole.passages = mapping::passages(*bundle_);
    return check_document(whole, settings);
  }

 private:
  std::unique_ptr<model::Bundle> bundle_;
  mapping::DocumentReading reading_;
};

// The findings of one rule.
inline std::vector<model::Finding> of_rule(const model::CheckResult& result, const std::string& rule) {
  std::vector<model::Finding> found;
  for (const model::Finding& finding : result.findings) {
    if (finding.rule == rule) found.push_back(finding);
  }
  return found;
}

}  // namespace cotejo::checks::testing
