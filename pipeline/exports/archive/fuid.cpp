#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <map>
#include <string>
#include <vector>

#include "pipeline/exports/archive/retention.h"
#include "pipeline/exports/output/catalogue.h"
#include "pipeline/exports/output/kinds.h"
#include "pipeline/exports/output/staging.h"
#include "pipeline/exports/tables/csv.h"
#include "pipeline/exports/tables/xlsx_file.h"

// Formato Único de Inventario Documental of the Archivo General de la Nación (Acuerdo 042 de 2002, kept by Acuerdo 001
// de 2024): its head, and a row a document.
namespace cotejo::exports {
namespace {

struct FuidColumn {
  const char* head;
  double width;  // characters
};

constexpr std::array kFuid{FuidColumn{"Número de orden", 9},
                           FuidColumn{"Código", 12},
                           FuidColumn{"Nombre de la serie, subserie o asunto", 52},
                           FuidColumn{"Fecha inicial", 12},
                           FuidColumn{"Fecha final", 12},
                           FuidColumn{"Caja", 8},
                           FuidColumn{"Carpeta", 9},
                           FuidColumn{"Tomo", 8},
                           FuidColumn{"Otro", 8},
                           FuidColumn{"Número de folios", 10},
                           FuidColumn{"Soporte", 18},
                           FuidColumn{"Frecuencia de consulta", 12},
                           FuidColumn{"Notas", 60}};
constexpr lxw_row_t kHeadRow = 7;

// Documents of a sheet; the others go on in the next one, under the same head.
constexpr std::int64_t kMostDocuments = kMostRows - kHeadRow - 1;

struct Fuid {
  lxw_worksheet* sheet = nullptr;
  lxw_format* text = nullptr;
  Writing write;
  const ViewInfo& documents;
  const std::vector<Series>& retention;
  std::map<std::string, std::int64_t> unknown;  // field -> documents that lack it

  [[nodiscard]] std::string field(const std::vector<store::Value>& row, std::string_view name) const {
    const int at = documents.at(name);
    return at < 0 ? std::string() : written(row[static_cast<std::size_t>(at)], CsvDialect::standard);
  }
};

// What the document is about: its series where the archive's table knows its type, then its title, else its file.
std::string subject_of(const Fuid& fuid, const std::vector<store::Value>& row, const Series* series) {
  std::string subject;
  if (series != nullptr) subject = series->series + (series->subseries.empty() ? "" : " / " + series->subseries);
  std::string title = fuid.field(row, "titulo");
  if (title.empty()) title = fuid.field(row, "archivo");
  return subject.empty() ? title : subject + ". " + title;
}

void write_document(Fuid& fuid, std::int64_t number, const std::vector<store::Value>& row) {
  const Series* series = series_of(fuid.retention, fuid.field(row, "tipo"));
  const std::string from = fuid.field(row, "vigencia_desde"), to = fuid.field(row, "vigencia_hasta");
  const std::string pages = fuid.field(row, "paginas"), state = fuid.field(row, "estado");
  std::string notes = "Archivo " + fuid.field(row, fuid.documents.at("ruta") >= 0 ? "ruta" : "archivo");
  if (const std::string sha = fuid.field(row, "sha256"); !sha.empty()) notes += "; SHA-256 " + sha;
  if (state != "completo") notes += "; lectura: " + state;
  const std::array<std::string, kFuid.size()> cells{std::to_string(number),
                                                    series == nullptr ? "" : series->code,
                                                    subject_of(fuid, row, series),
                                                    from.empty() ? "S.F." : from,
                                                    to.empty() ? "S.F." : to,
                                                    "",
                                                    "",
                                                    "",
                                                    "",
                                                    pages,
                                                    "Electrónico (PDF)",
                                                    "",
                                                    notes};
  for (const auto& [name, missing] :
       {std::pair{"código y serie", series == nullptr}, std::pair{"fechas extremas", from.empty()},
        std::pair{"número de folios", pages.empty() || pages == "0"}})
    if (missing) ++fuid.unknown[name];
  const auto line = static_cast<lxw_row_t>(kHeadRow + 1 + (number - 1) % kMostDocuments);
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (!cells[i].empty())
      fuid.write(worksheet_write_string(fuid.sheet, line, static_cast<lxw_col_t>(i), cells[i].c_str(), fuid.text));
}

struct Heads {
  explicit Heads(lxw_workbook* book) : bold(workbook_add_format(book)), head(workbook_add_format(book)) {
    format_set_bold(bold);
    format_set_bold(head);
    format_set_text_wrap(head);
    format_set_border(head, LXW_BORDER_THIN);
    format_set_bg_color(head, 0xD9E2EC);
  }
  lxw_format* bold;
  lxw_format* head;
};

void write_head(const Heads& formats, lxw_worksheet* sheet, const std::string& entity, const Request& request) {
  const auto [bold, head] = formats;
  worksheet_write_string(sheet, 0, 0, "FORMATO ÚNICO DE INVENTARIO DOCUMENTAL", bold);
  const std::array<std::pair<const char*, std::string>, 5> lines{{{"Entidad remitente", ""},
                                                                  {"Entidad productora", entity},
                                                                  {"Unidad administrativa", ""},
                                                                  {"Oficina productora", ""},
                                                                  {"Objeto / fecha", request.date}}};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    worksheet_write_string(sheet, static_cast<lxw_row_t>(i + 1), 0, lines[i].first, bold);
    worksheet_write_string(sheet, static_cast<lxw_row_t>(i + 1), 2, lines[i].second.c_str(), nullptr);
  }
  for (std::size_t i = 0; i < kFuid.size(); ++i) {
    const auto at = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet, at, at, kFuid[i].width, nullptr);
    worksheet_write_string(sheet, kHeadRow, at, kFuid[i].head, head);
  }
  worksheet_freeze_panes(sheet, kHeadRow + 1, 0);
  worksheet_repeat_rows(sheet, kHeadRow, kHeadRow);
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
}

// The entity when all documents name one and the same; it is never chosen among several.
model::Result<std::string> only_entity(store::Store& store, const Request& request, const ViewInfo& documents) {
  const auto at = static_cast<std::size_t>(documents.at("entidad"));
  std::string entity;
  bool several = false;
  const model::Status status =
      store.each_row("documentos", request.scope, [&](const std::vector<store::Value>& row) -> model::Status {
        const std::string name = written(row[at], CsvDialect::standard);
        several = several || (!name.empty() && !entity.empty() && name != entity);
        if (!name.empty()) entity = name;
        return model::Done{};
      });
  if (!status) return status.error();
  return several ? std::string() : entity;
}

model::Result<Summary> fill(lxw_workbook* book, store::Store& store, const Request& request,
                            const std::vector<Series>& retention) {
  const model::Result<std::vector<ViewInfo>> views = catalogue(store);
  if (!views) return views.error();
  const auto documents = std::find_if(views.value().begin(), views.value().end(),
                                      [](const ViewInfo& view) { return view.name == "documentos"; });
  const model::Result<std::string> entity = only_entity(store, request, *documents);
  if (!entity) return entity.error();
  const Heads heads(book);
  lxw_format* text = workbook_add_format(book);
  format_set_text_wrap(text);
  format_set_border(text, LXW_BORDER_THIN);
  format_set_num_format(text, "@");
  Fuid fuid{nullptr, text, {}, *documents, retention, {}};
  int sheets = 0;
  const auto begin_sheet = [&] {
    const std::string name = ++sheets == 1 ? "FUID" : "FUID (" + std::to_string(sheets) + ")";
    fuid.sheet = workbook_add_worksheet(book, name.c_str());
    write_head(heads, fuid.sheet, entity.value(), request);
  };
  begin_sheet();
  Summary summary;
  const model::Status status =
      store.each_row("documentos", request.scope, [&](const std::vector<store::Value>& row) -> model::Status {
        if (summary.rows > 0 && summary.rows % kMostDocuments == 0) begin_sheet();
        write_document(fuid, ++summary.rows, row);
        return fuid.write.status(request.destination);
      });
  if (!status) return status.error();
  for (const auto& [field, count] : fuid.unknown)
    summary.notes.push_back("sin " + field + ": " + std::to_string(count) + " de " + std::to_string(summary.rows));
  summary.notes.push_back(
      "quedan por llenar a mano: unidad de conservación, frecuencia de consulta, entidad remitente, unidad "
      "administrativa y oficina productora");
  return summary;
}

}  // namespace

model::Result<Summary> write_fuid(store::Store& store, const Request& request) {
  std::vector<Series> retention;
  if (!request.retention.empty()) {
    model::Result<std::vector<Series>> read = read_retention(request.retention);
    if (!read) return read.error();
    retention = std::move(read).value();
  }
  model::Result<Staging> staging = Staging::file(request.destination, request.replace);
  if (!staging) return staging.error();
  lxw_workbook* book = new_workbook(staging.value().path(), request.date);
  if (book == nullptr) return output_error(request.destination, errno);
  model::Result<Summary> summary = fill(book, store, request, retention);
  if (const model::Status status = close_workbook(book, request.destination); !status) return status.error();
  if (!summary) return summary.error();
  summary.value().files = 1;
  if (const model::Status status = staging.value().commit(); !status) return status.error();
  return summary;
}

}  // namespace cotejo::exports
