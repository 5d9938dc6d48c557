#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/exports/output/kinds.h"
#include "pipeline/exports/output/staging.h"
#include "pipeline/exports/tables/csv.h"
#include "pipeline/exports/tables/leading.h"
#include "pipeline/exports/tables/xlsx_file.h"

namespace cotejo::exports {
namespace {

// Characters of a cell (ECMA-376 as Excel has it).
constexpr std::size_t kMostCharacters = 32'767;
// Columns narrower than this hide their heads, wider than this push the others off the screen (characters).
constexpr double kNarrow = 9, kWide = 60, kLeastText = 14, kMostText = 28, kLinkWidth = 12;
// Where the summary says in which folder the PDFs lie, as formulas name it.
constexpr lxw_row_t kFolderRow = 2;
constexpr const char* kFolderCell = "Resumen!$B$3";

// The views that have a sheet of their own, in the order of a reader's interest; cells only when they are asked for.
constexpr std::array kLeftOut{"paginas", "celdas"};

struct Formats {
  lxw_format* head = nullptr;
  lxw_format* text = nullptr;
  lxw_format* wrapped = nullptr;
  lxw_format* whole = nullptr;
  lxw_format* money = nullptr;
  lxw_format* share = nullptr;
  lxw_format* title = nullptr;
  lxw_format* error = nullptr;
  lxw_format* warning = nullptr;
  lxw_format* link = nullptr;
};

Formats formats_of(lxw_workbook* book) {
  Formats formats;
  formats.head = workbook_add_format(book);
  format_set_bold(formats.head);
  format_set_text_wrap(formats.head);
  format_set_align(formats.head, LXW_ALIGN_VERTICAL_TOP);
  format_set_bg_color(formats.head, 0xD9E2EC);
  format_set_bottom(formats.head, LXW_BORDER_THIN);
  formats.text = workbook_add_format(book);
  format_set_num_format(formats.text, "@");  // codes keep their zeros also when a person edits them
  format_set_align(formats.text, LXW_ALIGN_VERTICAL_TOP);
  formats.wrapped = workbook_add_format(book);
  format_set_text_wrap(formats.wrapped);
  format_set_align(formats.wrapped, LXW_ALIGN_VERTICAL_TOP);
  formats.whole = workbook_add_format(book);
  format_set_num_format(formats.whole, "0");
  format_set_align(formats.whole, LXW_ALIGN_VERTICAL_TOP);
  formats.money = workbook_add_format(book);
  format_set_num_format(formats.money, "#,##0.##");
  format_set_align(formats.money, LXW_ALIGN_VERTICAL_TOP);
  formats.share = workbook_add_format(book);
  format_set_num_format(formats.share, "0.00");
  format_set_align(formats.share, LXW_ALIGN_VERTICAL_TOP);
  formats.title = workbook_add_format(book);
  format_set_bold(formats.title);
  format_set_font_size(formats.title, 14);
  formats.error = workbook_add_format(book);
  format_set_bg_color(formats.error, 0xF8D7DA);
  formats.warning = workbook_add_format(book);
  format_set_bg_color(formats.warning, 0xFFF3CD);
  formats.link = workbook_get_default_url_format(book);
  return formats;
}

bool long_text(const ColumnInfo& column) {
  constexpr std::array names{"mensaje", "descripcion", "compromiso", "texto",     "diagnostico",
                             "nota",    "indicador",   "titulo",     "meta_texto"};
  return std::find(names.begin(), names.end(), column.name) != names.end();
}

bool amount(const ColumnInfo& column) {
  constexpr std::array names{"valor", "valor_reportado", "valor_esperado", "diferencia", "cantidad", "meta_valor"};
  return std::find(names.begin(), names.end(), column.name) != names.end();
}

lxw_format* format_of(const ColumnInfo& column, const Formats& formats) {
  if (amount(column)) return formats.money;
  switch (column.type) {
    case ColumnType::integer:
    case ColumnType::boolean:
      return formats.whole;
    case ColumnType::number:
      return formats.share;
    case ColumnType::text:
    case ColumnType::date:
      break;
  }
  return long_text(column) ? formats.wrapped : formats.text;
}

double width_of(const ColumnInfo& column) {
  if (long_text(column)) return kWide;
  if (amount(column)) return 20;
  if (column.type == ColumnType::text)
    return std::clamp(static_cast<double>(column.name.size()) + 4, kLeastText, kMostText);
  return std::max(kNarrow, static_cast<double>(column.name.size()) + 2);
}

// One text cut to what a cell holds, at a character's edge.
std::string_view cut(std::string_view text, bool& was_cut) {
  // Bytes are at least as many as characters: what fits in bytes fits.
  if (text.size() <= kMostCharacters) return text;
  was_cut = true;
  std::size_t end = kMostCharacters;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

// The sheets of one view, one after the other where there are more rows than a sheet holds.
class ViewSheets {
 public:
  ViewSheets(lxw_workbook* book, const ViewInfo& view, const Formats& formats, std::vector<Leading> leading)
      : book_(book), view_(view), formats_(formats), leading_(std::move(leading)) {
    for (const ColumnInfo& column : view.columns) cell_formats_.push_back(format_of(column, formats));
    begin();
  }

  void add(const std::vector<store::Value>& row) {
    if (next_ == kMostRows) {
      finish();
      begin();
    }
    // What a finding reports is an amount where it has a difference; else it may be a code, whose zeros count.
    const int difference = view_.at("diferencia");
    compared_ = difference < 0 || !written(row[static_cast<std::size_t>(difference)], CsvDialect::standard).empty();
    for (std::size_t i = 0; i < row.size(); ++i) put(static_cast<lxw_col_t>(i), row[i]);
    for (std::size_t i = 0; i < leading_.size(); ++i) {
      put_link(static_cast<lxw_col_t>(row.size() + i), leading_[i].link(row));
    }
    ++next_;
  }

  void finish() {
    const auto last_column = static_cast<lxw_col_t>(view_.columns.size() + leading_.size() - 1);
    const auto last_row = static_cast<lxw_row_t>(std::max<std::int64_t>(next_ - 1, 1));
    worksheet_autofilter(sheet_, 0, 0, last_row, last_column);
    for (std::size_t i = 0; i < view_.columns.size(); ++i)
      if (view_.columns[i].name == "gravedad") colour_gravity(static_cast<lxw_col_t>(i), last_row);
  }

  [[nodiscard]] std::int64_t cut_texts() const { return cut_; }
  [[nodiscard]] model::Status status(const std::string& destination) const { return write_.status(destination); }

 private:
  void begin() {
    sheet_ = workbook_add_worksheet(book_, sheet_name(view_, ++part_).c_str());
    for (std::size_t i = 0; i < view_.columns.size(); ++i) {
      const auto at = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet_, at, at, width_of(view_.columns[i]), nullptr);
    }
    worksheet_freeze_panes(sheet_, 1, 0);
    for (std::size_t i = 0; i < view_.columns.size(); ++i)
      write_(
          worksheet_write_string(sheet_, 0, static_cast<lxw_col_t>(i), view_.columns[i].name.c_str(), formats_.head));
    for (std::size_t i = 0; i < leading_.size(); ++i) {
      const auto at = static_cast<lxw_col_t>(view_.columns.size() + i);
      worksheet_set_column(sheet_, at, at, kLinkWidth, nullptr);
      write_(worksheet_write_string(sheet_, 0, at, leading_[i].head, formats_.head));
    }
    next_ = 1;
    addresses_ = 0;
  }

  void put(lxw_col_t at, const store::Value& value) {
    lxw_format* format = cell_formats_[at];
    const auto row = static_cast<lxw_row_t>(next_);
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
      write_(worksheet_write_number(sheet_, row, at, static_cast<double>(*whole), format));
    } else if (const auto* number = std::get_if<double>(&value)) {
      write_(worksheet_write_number(sheet_, row, at, *number, format));
    } else if (const auto* text = std::get_if<std::string>(&value)) {
      bool was_cut = false;
      const std::string shown(cut(*text, was_cut));
      cut_ += was_cut ? 1 : 0;
      double figure = 0;
      if (compared_ && amount(view_.columns[at]) && plain_number(shown, figure))
        write_(worksheet_write_number(sheet_, row, at, figure, format));
      else
        write_(
            worksheet_write_string(sheet_, row, at, shown.c_str(), format == formats_.money ? formats_.text : format));
    }
  }

  void put_link(lxw_col_t at, const Link& link) {
    const auto row = static_cast<lxw_row_t>(next_);
    if (!link.address.empty() && addresses_ < LXW_MAX_NUMBER_URLS) {
      ++addresses_;
      write_(
          worksheet_write_url_opt(sheet_, row, at, link.address.c_str(), formats_.link, link.shown.c_str(), nullptr));
    } else if (!link.formula.empty()) {
      write_(worksheet_write_formula_str(sheet_, row, at, link.formula.c_str(), formats_.link, link.shown.c_str()));
    }
  }

  // A plain number as hallazgos.valor_reportado has it: digits, at most one point, a minus before them.
  static bool plain_number(const std::string& text, double& number) {
    if (text.empty() || text.find_first_not_of("0123456789.-") != std::string::npos || text.size() > 15) return false;
    char* end = nullptr;
    number = std::strtod(text.c_str(), &end);
    return end == text.c_str() + text.size();
  }

  void colour_gravity(lxw_col_t column, lxw_row_t last_row) const {
    std::array<std::pair<std::string, lxw_format*>, 2> colours{
        {{"error", formats_.error}, {"advertencia", formats_.warning}}};
    for (auto& [word, format] : colours) {
      lxw_conditional_format rule{};
      rule.type = LXW_CONDITIONAL_TYPE_TEXT;
      rule.criteria = LXW_CONDITIONAL_CRITERIA_TEXT_BEGINS_WITH;
      rule.value_string = word.data();
      rule.format = format;
      worksheet_conditional_format_range(sheet_, 1, column, last_row, column, &rule);
    }
  }

  lxw_workbook* book_;
  const ViewInfo& view_;
  const Formats& formats_;
  std::vector<Leading> leading_;
  std::vector<lxw_format*> cell_formats_;
  lxw_worksheet* sheet_ = nullptr;
  Writing write_;
  bool compared_ = true;  // of the row that is being written: its values are amounts
  int part_ = 0;
  std::int64_t next_ = 1;  // the row to be written, the head is row 0
  int addresses_ = 0;      // of this sheet
  std::int64_t cut_ = 0;
};

using Tally = std::map<std::string, std::int64_t>;

// How many rows of a view have each value of a column.
model::Result<Tally> tally(store::Store& store, const Request& request, std::string_view view_name,
                           std::string_view column_name) {
  const model::Result<std::vector<std::string>> columns = store.view_columns(view_name);
  if (!columns) return columns.error();
  std::size_t at = 0;
  while (at + 1 < columns.value().size() && columns.value()[at] != column_name) ++at;
  Tally counts;
  const model::Status status =
      store.each_row(view_name, request.scope, [&](const std::vector<store::Value>& row) -> model::Status {
        ++counts[written(row[at], CsvDialect::people)];
        return model::Done{};
      });
  if (!status) return status.error();
  return counts;
}

// What stands first: what was read and what not, and how many findings of which kind.
model::Status write_summary(lxw_workbook* book, const Formats& formats, store::Store& store, const Request& request,
                            const PageLinks& links) {
  lxw_worksheet* sheet = workbook_add_worksheet(book, "Resumen");
  worksheet_set_column(sheet, 0, 0, 44, nullptr);
  worksheet_set_column(sheet, 1, 1, 14, nullptr);
  lxw_row_t row = 0;
  worksheet_write_string(sheet, row++, 0, "Lo que cotejo leyó y lo que no cuadra", formats.title);
  worksheet_write_string(sheet, row, 0, "Fecha de esta copia", nullptr);
  worksheet_write_string(sheet, row++, 1, request.date.c_str(), nullptr);
  worksheet_write_string(sheet, kFolderRow, 0, "Carpeta de los PDF (si los mueve, cámbiela aquí)", nullptr);
  worksheet_write_string(sheet, kFolderRow, 1, links.folder().c_str(), nullptr);
  row = kFolderRow + 1;
  struct Part {
    const char* title;
    const char* view;
    const char* column;
  };
  for (const Part& part :
       {Part{"Documentos, por estado", "documentos", "estado"},
        Part{"Hallazgos, por gravedad", "hallazgos", "gravedad"}, Part{"Hallazgos, por regla", "hallazgos", "regla"},
        Part{"Hallazgos, por decisión", "hallazgos", "estado"},
        Part{"Cifras de presupuesto, por vigencia", "presupuesto", "vigencia"},
        Part{"Cuentas de PQRS, por vigencia", "pqrs", "vigencia"}}) {
    const model::Result<Tally> counts = tally(store, request, part.view, part.column);
    if (!counts) return counts.error();
    ++row;
    worksheet_write_string(sheet, row++, 0, part.title, formats.head);
    for (const auto& [value, count] : counts.value()) {
      worksheet_write_string(sheet, row, 0, value.empty() ? "(sin dato)" : value.c_str(), nullptr);
      worksheet_write_number(sheet, row++, 1, static_cast<double>(count), formats.whole);
    }
    if (counts.value().empty()) worksheet_write_string(sheet, row++, 0, "ninguno", nullptr);
  }
  return model::Done{};
}

model::Status fill(lxw_workbook* book, store::Store& store, const Request& request, const EvidenceFolder* pictures,
                   Summary& summary) {
  const Formats formats = formats_of(book);
  const model::Result<PageLinks> links = PageLinks::of(store, kFolderCell);
  if (!links) return links.error();
  if (const model::Status status = write_summary(book, formats, store, request, links.value()); !status)
    return status.error();
  std::int64_t cut_texts = 0;
  const model::Result<std::vector<ViewInfo>> views = catalogue(store);
  if (!views) return views.error();
  model::Result<TableSheets> tables = request.table_sheets ? table_sheets(store, request) : TableSheets{};
  if (!tables) return tables.error();
  const model::Result<Places> evidence = evidence_places(store, request, views.value());
  if (!evidence) return evidence.error();
  const LeadingTo leading{links.value(), evidence.value(), pictures, tables.value()};
  for (const ViewInfo& view : views.value()) {
    const bool left_out = std::find(kLeftOut.begin(), kLeftOut.end(), view.name) != kLeftOut.end();
    if (left_out && !(request.cells && view.name == "celdas")) continue;
    ViewSheets sheets(book, view, formats, leading_of(view, leading));
    const model::Status status =
        store.each_row(view.name, request.scope, [&](const std::vector<store::Value>& row) -> model::Status {
          sheets.add(row);
          ++summary.rows;
          return model::Done{};
        });
    if (!status) return status.error();
    sheets.finish();
    if (const model::Status written = sheets.status(request.destination); !written) return written;
    cut_texts += sheets.cut_texts();
  }
  if (request.table_sheets) {
    const model::Status status = write_table_sheets(book, store, request, tables.value(), links.value());
    if (!status) return status;
    if (tables.value().left_out > 0)
      summary.notes.push_back(std::to_string(tables.value().left_out) +
                              " tablas no caben en hojas propias; con --document o --entity se eligen las que sí");
  }
  if (cut_texts > 0)
    summary.notes.push_back(std::to_string(cut_texts) +
                            " textos pasan de lo que cabe en una celda (32.767 caracteres) y quedaron cortados en el "
                            "libro; en la base están enteros");
  return model::Done{};
}

}  // namespace

model::Result<Summary> write_workbook(store::Store& store, const Request& request) {
  model::Result<Staging> staging = Staging::file(request.destination, request.replace);
  if (!staging) return staging.error();
  Summary summary;
  std::optional<EvidenceFolder> pictures;
  if (request.evidence) {
    model::Result<EvidenceFolder> written = EvidenceFolder::write(store, request, summary);
    if (!written) return written.error();
    pictures.emplace(std::move(written).value());
  }
  lxw_workbook* book = new_workbook(staging.value().path(), request.date);
  if (book == nullptr) return output_error(request.destination, errno);
  const model::Status filled = fill(book, store, request, pictures ? &*pictures : nullptr, summary);
  if (const model::Status status = close_workbook(book, request.destination); !status) return status.error();
  if (!filled) return filled.error();
  ++summary.files;
  const model::Status status = pictures ? pictures->commit_with(staging.value()) : staging.value().commit();
  if (!status) return status.error();
  return summary;
}

}  // namespace cotejo::exports
