#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "pipeline/exports/output/catalogue.h"
#include "pipeline/exports/output/kinds.h"
#include "pipeline/exports/output/staging.h"

// The base for whoever queries it without cotejo: the public views as plain tables, and Datasette's metadata.json
// beside it, which says what each table, column and unit means.
namespace cotejo::exports {
namespace {

using Json = nlohmann::ordered_json;

// Columns by which people narrow a table: few values, many rows of each.
constexpr std::array kFacets{"gravedad", "regla",       "estado", "entidad", "vigencia", "medida",   "clase",
                             "nivel",    "responsable", "tipo",   "unidad",  "origen",   "dimension"};
// Columns whose words people look for.
constexpr std::array kSearched{"texto",  "mensaje", "descripcion", "compromiso", "objeto",
                               "titulo", "frase",   "cargo",       "cuenta",     "etiqueta"};
// What stands for a row where another table refers to it.
constexpr std::array kLabels{std::pair{"documentos", "ruta"}, std::pair{"tablas", "titulo"},
                             std::pair{"hallazgos", "mensaje"}};

template <std::size_t size>
std::vector<std::string> those_of(const ViewInfo& view, const std::array<const char*, size>& names) {
  std::vector<std::string> there;
  for (const char* name : names)
    if (view.at(name) >= 0) there.emplace_back(name);
  return there;
}

std::string_view sql_type(ColumnType type) {
  switch (type) {
    case ColumnType::integer:
    case ColumnType::boolean:
      return "INTEGER";
    case ColumnType::number:
      return "NUMERIC";  // whole amounts stay exact
    case ColumnType::text:
    case ColumnType::date:
      return "TEXT";
  }
  return "TEXT";
}

store::ViewCopy copy_of(const ViewInfo& view, const std::vector<ViewInfo>& copied) {
  store::ViewCopy copy{view.name, std::string(view.key), {}, {}, those_of(view, kFacets), those_of(view, kSearched)};
  for (const ColumnInfo& column : view.columns) {
    copy.types[column.name] = sql_type(column.type);
    const std::string_view other = column.refers_to.substr(0, column.refers_to.find('.'));
    if (std::none_of(copied.begin(), copied.end(), [other](const ViewInfo& it) { return it.name == other; })) continue;
    copy.refers_to[column.name] = column.refers_to;
    copy.indexed.push_back(column.name);
  }
  return copy;
}

// Datasette writes units with what Pint knows; the peso is told to it.
Json table_of(const ViewInfo& view) {
  Json table{{"title", view.title}, {"description", view.description}};
  for (const ColumnInfo& column : view.columns) {
    table["columns"][column.name] = column.description;
    if (!column.unit.empty()) table["units"][column.name] = column.unit == "pt" ? "point" : column.unit;
  }
  if (const std::vector<std::string> facets = those_of(view, kFacets); !facets.empty()) table["facets"] = facets;
  for (const auto& [name, column] : kLabels)
    if (view.name == name) table["label_column"] = column;
  return table;
}

Json metadata(const std::vector<ViewInfo>& views, const Request& request) {
  Json tables = Json::object();
  for (const ViewInfo& view : views) tables[view.name] = table_of(view);
  const Json open_findings{
      {"title", "Hallazgos por decidir, los de mayor diferencia primero"},
      {"sql",
       "SELECT h.hallazgo_id, d.ruta, h.pagina, h.regla, h.gravedad, h.mensaje, h.diferencia FROM hallazgos h JOIN "
       "documentos d USING (documento_id) WHERE h.estado = 'abierto' ORDER BY abs(h.diferencia) DESC"}};
  const Json totals{
      {"title", "Totales de presupuesto por vigencia y medida, sin copias escaneadas ni versiones anteriores"},
      {"sql",
       "SELECT d.entidad, p.vigencia, p.clase, p.medida, p.valor, p.unidad, d.ruta, p.pagina FROM presupuesto p JOIN "
       "documentos d USING (documento_id) WHERE p.nivel = 'total' AND d.gemelo_de IS NULL AND d.reemplazado_por IS "
       "NULL ORDER BY d.entidad, p.vigencia, p.clase"}};
  return {{"title", "Lo que cotejo leyó de los informes de gestión, y lo que no cuadra"},
          {"description", "Cada cifra dice su documento, su página y su recuadro. Copia hecha el " + request.date +
                              "; las decisiones posteriores están en la base de origen."},
          {"custom_units", {"COP = [currency] = COP"}},
          {"databases",
           {{"cotejo",
             {{"tables", std::move(tables)},
              {"queries", {{"hallazgos_por_decidir", open_findings}, {"totales_de_presupuesto", totals}}}}}}}};
}

model::Status write_metadata(const Json& json, const std::string& path) {
  errno = 0;
  std::ofstream out(path, std::ios::binary);
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
  out.close();
  if (!out) return output_error(path, errno);
  return model::Done{};
}

}  // namespace

model::Result<Summary> write_open_base(store::Store& store, const Request& request) {
  model::Result<Staging> staging = Staging::folder(request.destination, request.replace, request.kind);
  if (!staging) return staging.error();
  model::Result<std::vector<ViewInfo>> views = catalogue(store);
  if (!views) return views.error();
  if (!request.cells) std::erase_if(views.value(), [](const ViewInfo& view) { return view.name == "celdas"; });
  std::vector<store::ViewCopy> copies;
  for (const ViewInfo& view : views.value()) copies.push_back(copy_of(view, views.value()));
  const std::string& folder = staging.value().path();
  const model::Result<std::int64_t> rows = store.copy_views(folder + "/cotejo.db", request.scope, copies);
  if (!rows) return rows.error();
  const model::Status described = write_metadata(metadata(views.value(), request), folder + "/metadata.json");
  if (!described) return described.error();
  if (const model::Status status = staging.value().commit(); !status) return status.error();
  return Summary{2,
                 rows.value(),
                 {"para verla: datasette " + request.destination + "/cotejo.db --metadata " + request.destination +
                  "/metadata.json"}};
}

}  // namespace cotejo::exports
