#include <cerrno>
#include <fstream>
#include <nlohmann/json.hpp>

#include "pipeline/exports/output/kinds.h"
#include "pipeline/exports/output/staging.h"
#include "pipeline/exports/tables/csv.h"

namespace cotejo::exports {
namespace {

using Json = nlohmann::ordered_json;

std::string_view schema_type(ColumnType type) {
  switch (type) {
    case ColumnType::text:
      return "string";
    case ColumnType::integer:
      return "integer";
    case ColumnType::number:
      return "number";
    case ColumnType::boolean:
      return "boolean";
    case ColumnType::date:
      return "date";
  }
  return "string";
}

Json field_of(const ColumnInfo& column) {
  Json field{{"name", column.name}, {"type", schema_type(column.type)}, {"description", column.description}};
  if (!column.unit.empty()) field["unit"] = column.unit;
  if (column.type == ColumnType::boolean) {
    field["trueValues"] = Json::array({"1"});
    field["falseValues"] = Json::array({"0"});
  }
  return field;
}

// Table Schema (Frictionless) of a view: types, the key and what refers to other resources of the package.
Json schema_of(const ViewInfo& view) {
  Json schema{{"fields", Json::array()}, {"missingValues", Json::array({""})}};
  Json foreign = Json::array();
  for (const ColumnInfo& column : view.columns) {
    schema["fields"].push_back(field_of(column));
    const auto point = column.refers_to.find('.');
    if (point == std::string_view::npos) continue;
    const std::string_view resource = column.refers_to.substr(0, point);
    foreign.push_back({{"fields", column.name},
                       {"reference",
                        {{"resource", resource == view.name ? std::string_view() : resource},
                         {"fields", column.refers_to.substr(point + 1)}}}});
  }
  if (!view.key.empty()) schema["primaryKey"] = view.key;
  if (!foreign.empty()) schema["foreignKeys"] = std::move(foreign);
  return schema;
}

Json resource_of(const ViewInfo& view) {
  return {{"name", view.name},
          {"title", view.title},
          {"description", view.description},
          {"path", view.name + ".csv"},
          {"profile", "tabular-data-resource"},
          {"format", "csv"},
          {"mediatype", "text/csv"},
          {"encoding", "utf-8"},
          {"dialect", {{"delimiter", ","}, {"lineTerminator", "\n"}, {"quoteChar", "\""}, {"doubleQuote", true}}},
          {"schema", schema_of(view)}};
}

// The originals: title, path and SHA-256 of each document of the package.
model::Result<Json> sources(store::Store& store, const store::Scope& scope, const ViewInfo& documents) {
  const auto path =
      static_cast<std::size_t>(documents.at("ruta") >= 0 ? documents.at("ruta") : documents.at("archivo"));
  const auto sha = static_cast<std::size_t>(documents.at("sha256"));
  Json all = Json::array();
  const model::Status status =
      store.each_row("documentos", scope, [&](const std::vector<store::Value>& row) -> model::Status {
        Json source{{"title", written(row[path], CsvDialect::standard)}};
        if (const std::string hash = written(row[sha], CsvDialect::standard); !hash.empty()) source["sha256"] = hash;
        all.push_back(std::move(source));
        return model::Done{};
      });
  if (!status) return status.error();
  return all;
}

}  // namespace

model::Result<Summary> write_data_package(store::Store& store, const Request& request) {
  model::Result<Staging> staging = Staging::folder(request.destination, request.replace, request.kind);
  if (!staging) return staging.error();
  Request standard = request;
  standard.dialect = CsvDialect::standard;
  Json package{{"profile", "tabular-data-package"},
               {"name", "cotejo"},
               {"title", "Lo que cotejo leyó de los informes de gestión, y lo que no cuadra"},
               {"created", request.date + "T00:00:00Z"},
               {"sources", Json::array()},
               {"resources", Json::array()}};
  const model::Result<std::vector<ViewInfo>> views = catalogue(store);
  if (!views) return views.error();
  Summary summary;
  for (const ViewInfo& view : views.value()) {
    if (view.name == "documentos") {
      model::Result<Json> originals = sources(store, request.scope, view);
      if (!originals) return originals.error();
      package["sources"] = std::move(originals).value();
    }
    if (view.name == "celdas" && !request.cells) continue;
    const model::Result<std::int64_t> rows =
        write_view(store, view, standard, staging.value().path() + "/" + view.name + ".csv");
    if (!rows) return rows.error();
    package["resources"].push_back(resource_of(view));
    ++summary.files;
    summary.rows += rows.value();
  }
  const std::string path = staging.value().path() + "/datapackage.json";
  errno = 0;
  std::ofstream out(path, std::ios::binary);
  out << package.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
  out.close();
  if (!out) return output_error(path, errno);
  ++summary.files;
  if (const model::Status status = staging.value().commit(); !status) return status.error();
  return summary;
}

}  // namespace cotejo::exports
