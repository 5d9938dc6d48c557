#include <fmt/format.h>

#include <algorithm>

#include "pipeline/exports/report/html.h"
#include "pipeline/exports/report/sections.h"

namespace cotejo::exports {
namespace {

// A route as a relative address.
std::string address(const std::string& route) {
  std::string out;
  for (const char c : route) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F || std::string_view("%?#\"<>").find(c) != std::string_view::npos)
      out += fmt::format("%{:02X}", byte);
    else
      out += c;
  }
  return out;
}

}  // namespace

std::string ReportScope::place(const Row& row) const {
  const std::int64_t document = row.whole("documento_id"), page = std::max<std::int64_t>(1, row.whole("pagina"));
  const auto route = routes.find(document);
  if (route == routes.end()) return {};
  return fmt::format("<a class=\"ref\" href=\"{}#page={}\" title=\"{}, página {}\">[{}:{}]</a>", address(route->second),
                     page, escaped(route->second), page, document, page);
}

std::string ReportScope::entity(const std::string& name) const {
  const auto usual = entities.find(name);
  return usual == entities.end() ? name : usual->second;
}

model::Result<ReportScope> report_scope(store::Store& store, const Request& request) {
  ReportScope scope{store, request, {}, {}, {}};
  const model::Status documents = each(store, request, "documentos", [&](const Row& row) {
    scope.routes[row.whole("documento_id")] = row.text("ruta");
    if (row.has("gemelo_de") || row.has("reemplazado_por")) scope.left_out.insert(row.whole("documento_id"));
  });
  if (!documents) return documents.error();
  const model::Status entities = each(
      store, request, "entidades", [&](const Row& row) { scope.entities[row.text("nombre")] = row.text("canonico"); });
  if (!entities) return entities.error();
  return scope;
}

}  // namespace cotejo::exports
