#include "pipeline/exports/tables/table_sheets.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <vector>

#include "base/grouped_figure.h"
#include "pipeline/exports/tables/csv.h"
#include "pipeline/exports/tables/xlsx_file.h"

namespace cotejo::exports {
namespace {

// Each sheet is a file that stays open until the workbook is written, and a process may open some thousand.
constexpr std::size_t kMostSheets = 400;
constexpr lxw_row_t kFirstRow = 3;   // title, where it stands, an empty row
constexpr double kColumnWidth = 20;  // characters
constexpr double kFirstColumnWidth = 44;
constexpr std::size_t kMostBytes = 32'000;  // of a cell, under what the file format holds

struct Cell {
  std::int64_t row = 0;
  std::int64_t column = 0;
  std::string text;
};

struct Table {
  std::int64_t id = 0;
  std::int64_t document = 0;
  std::int64_t page = 0;
  std::int64_t head_rows = 0;
  std::string title;
  std::string route;
};

// Rows of a view as what is asked of its columns.
class Columns {
 public:
  explicit Columns(std::vector<std::string> names) : names_(std::move(names)) {}
  [[nodiscard]] std::int64_t whole(const std::vector<store::Value>& row, std::string_view name) const {
    const auto* value = std::get_if<std::int64_t>(&row[at(name)]);
    return value == nullptr ? 0 : *value;
  }
  [[nodiscard]] std::string text(const std::vector<store::Value>& row, std::string_view name) const {
    return written(row[at(name)], CsvDialect::standard);
  }

 private:
  [[nodiscard]] std::size_t at(std::string_view name) const {
    return static_cast<std::size_t>(std::find(names_.begin(), names_.end(), name) - names_.begin());
  }
  std::vector<std::string> names_;
};

// «1.234.567», «-12.345,60»: a code has other groups, and years, percentages and counts are read as well as texts.
bool figure_of(const std::string& text, double& value) {
  const bool negative = text.starts_with('-') || (text.starts_with('(') && text.ends_with(')'));
  std::string plain;
  for (const char c : text)
    if (c != '$' && c != ' ' && c != '-' && c != '(' && c != ')') plain += c;
  if (!base::is_grouped(plain, ".,", 1, 1)) return false;
  std::string number;
  for (const char c : plain)
    if (c != '.') number += c == ',' ? '.' : c;
  if (plain.find(',') < plain.find('.') || number.size() > 16)
    return false;  // printed the other way round, or too long
  value = std::strtod(number.c_str(), nullptr) * (negative ? -1 : 1);
  return true;
}

struct Formats {
  explicit Formats(lxw_workbook* book)
      : title(workbook_add_format(book)),
        head(workbook_add_format(book)),
        text(workbook_add_format(book)),
        amount(workbook_add_format(book)),
        link(workbook_get_default_url_format(book)) {
    format_set_bold(title);
    format_set_bold(head);
    format_set_text_wrap(head);
    format_set_bg_color(head, 0xD9E2EC);
    format_set_num_format(text, "@");
    format_set_text_wrap(text);
    format_set_num_format(amount, "#,##0.##");
    for (lxw_format* format : {head, text, amount}) {
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
      format_set_border(format, LXW_BORDER_THIN);
    }
  }
  lxw_format *title, *head, *text, *amount, *link;
};

void write_sheet(lxw_workbook* book, const Formats& formats, const std::string& name, const Table& table,
                 std::vector<Cell> cells, const PageLinks& links, Writing& write) {
  lxw_worksheet* sheet = workbook_add_worksheet(book, name.c_str());
  std::sort(cells.begin(), cells.end(),
            [](const Cell& a, const Cell& b) { return std::tie(a.row, a.column) < std::tie(b.row, b.column); });
  std::int64_t columns = 1;
  for (const Cell& cell : cells) columns = std::max(columns, cell.column + 1);
  worksheet_set_column(sheet, 0, 0, kFirstColumnWidth, nullptr);
  if (columns > 1) worksheet_set_column(sheet, 1, static_cast<lxw_col_t>(columns - 1), kColumnWidth, nullptr);
  write(worksheet_write_string(sheet, 0, 0, (table.title.empty() ? name : table.title).c_str(), formats.title));
  write(worksheet_write_string(sheet, 1, 0, table.route.c_str(), nullptr));
  if (const Link link = links.to_page(table.document, table.page); !link.formula.empty())
    write(worksheet_write_formula_str(sheet, 1, 1, link.formula.c_str(), formats.link, link.shown.c_str()));
  for (const Cell& cell : cells) {
    const auto row = static_cast<lxw_row_t>(kFirstRow + cell.row);
    const auto column = static_cast<lxw_col_t>(cell.column);
    const bool head = cell.row < table.head_rows;
    double value = 0;
    if (!head && figure_of(cell.text, value))
      write(worksheet_write_number(sheet, row, column, value, formats.amount));
    else
      write(worksheet_write_string(sheet, row, column, cell.text.c_str(), head ? formats.head : formats.text));
  }
  worksheet_freeze_panes(sheet, static_cast<lxw_row_t>(kFirstRow + table.head_rows), 0);
}

}  // namespace

model::Result<TableSheets> table_sheets(store::Store& store, const Request& request) {
  const auto names = store.view_columns("tablas");
  if (!names) return names.error();
  const Columns columns(names.value());
  TableSheets sheets;
  const model::Status status =
      store.each_row("tablas", request.scope, [&](const std::vector<store::Value>& row) -> model::Status {
        const std::int64_t id = columns.whole(row, "tabla_id");
        if (sheets.names.size() < kMostSheets)
          sheets.names[id] = "Tabla " + std::to_string(id);
        else
          ++sheets.left_out;
        return model::Done{};
      });
  if (!status) return status.error();
  return sheets;
}

model::Status write_table_sheets(lxw_workbook* book, store::Store& store, const Request& request,
                                 const TableSheets& sheets, const PageLinks& links) {
  const auto table_columns = store.view_columns("tablas"), cell_columns = store.view_columns("celdas");
  if (!table_columns) return table_columns.error();
  if (!cell_columns) return cell_columns.error();
  const Columns of_table(table_columns.value()), of_cell(cell_columns.value());
  std::map<std::int64_t, Table> tables;
  const model::Status listed =
      store.each_row("tablas", request.scope, [&](const std::vector<store::Value>& row) -> model::Status {
        const std::int64_t id = of_table.whole(row, "tabla_id");
        if (sheets.names.contains(id))
          tables[id] = {id,
                        of_table.whole(row, "documento_id"),
                        of_table.whole(row, "pagina_inicial"),
                        of_table.whole(row, "filas_encabezado"),
                        of_table.text(row, "titulo"),
                        of_table.text(row, "ruta")};
        return model::Done{};
      });
  if (!listed) return listed;
  const Formats formats(book);
  Writing write;
  std::vector<Cell> cells;  // of one table: the base gives them together
  std::int64_t now = 0;
  const auto finish = [&] {
    if (const auto table = tables.find(now); table != tables.end())
      write_sheet(book, formats, sheets.names.at(now), table->second, std::move(cells), links, write);
    cells.clear();
  };
  const model::Status status =
      store.each_row("celdas", request.scope, [&](const std::vector<store::Value>& row) -> model::Status {
        const std::int64_t id = of_cell.whole(row, "tabla_id");
        if (!tables.contains(id)) return model::Done{};
        if (id != now) finish();
        now = id;
        std::string text = of_cell.text(row, "texto");
        if (text.size() > kMostBytes) {
          std::size_t end = kMostBytes;
          while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
          text.resize(end);
        }
        cells.push_back({of_cell.whole(row, "fila"), of_cell.whole(row, "columna"), std::move(text)});
        return write.status(request.destination);
      });
  if (!status) return status;
  finish();
  return write.status(request.destination);
}

}  // namespace cotejo::exports
