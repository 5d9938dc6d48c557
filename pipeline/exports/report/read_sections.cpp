#include <fmt/format.h>

#include <limits>

#include "pipeline/exports/report/html.h"
#include "pipeline/exports/report/sections.h"

// What was read and what not, and the originals.
namespace cotejo::exports {
namespace {

struct Count {
  int documents = 0, complete = 0, partial = 0, failed = 0;
  std::int64_t pages = 0;
};

std::string years_of(const Row& row) {
  const std::string from = row.text("vigencia_desde"), to = row.text("vigencia_hasta");
  if (from.empty()) return "sin vigencia";
  return from == to || to.empty() ? from : from + " a " + to;
}

}  // namespace

model::Result<std::string> reading_section(const ReportScope& scope) {
  std::map<std::pair<std::string, std::string>, Count> counts;
  HtmlTable lacking({"Documento", "Estado", "Por qué"});
  const model::Status status = each(scope.store, scope.request, "documentos", [&](const Row& row) {
    const std::string entity = scope.entity(row.text("entidad")), state = row.text("estado");
    Count& count = counts[{entity.empty() ? "(sin entidad)" : entity, years_of(row)}];
    ++count.documents;
    count.pages += row.whole("paginas");
    ++(state == "completo" ? count.complete : state == "parcial" ? count.partial : count.failed);
    if (state != "completo") lacking.add({escaped(row.text("ruta")), escaped(state), escaped(row.text("error"))});
  });
  if (!status) return status.error();
  HtmlTable table({"Entidad", "Vigencia", "#Documentos", "#Páginas", "#Completos", "#En parte", "#Sin leer"});
  for (const auto& [key, count] : counts)
    table.add({escaped(key.first), escaped(key.second), figure(count.documents),
               figure(static_cast<double>(count.pages)), figure(count.complete), figure(count.partial),
               figure(count.failed)});
  std::string html = "<h2>1. Qué se leyó y qué no</h2>\n" + table.html();
  html += lacking.empty() ? "<p>Todos los documentos se leyeron por completo.</p>\n"
                          : "<h3>Lo que no se leyó, o no del todo</h3>\n" + lacking.html();
  return html;
}

model::Result<std::string> annex_section(const ReportScope& scope) {
  HtmlTable table({"#N.º", "Documento", "Entidad y vigencia", "#Páginas", "SHA-256 del original"},
                  std::numeric_limits<int>::max());
  const model::Status status = each(scope.store, scope.request, "documentos", [&](const Row& row) {
    const std::string id = row.text("documento_id");
    std::string what = (row.has("entidad") ? escaped(row.text("entidad")) : "sin entidad") + ", " + years_of(row);
    if (row.has("gemelo_de")) what += fmt::format(" (copia escaneada del {})", row.text("gemelo_de"));
    if (row.has("reemplazado_por")) what += fmt::format(" (versión anterior del {})", row.text("reemplazado_por"));
    table.add({fmt::format("<span id=\"doc-{0}\">{0}</span>", id), escaped(row.text("ruta")), what, row.text("paginas"),
               "<span class=\"hash\">" + row.text("sha256") + "</span>"});
  });
  if (!status) return status.error();
  return "<h2>Anexo. Los originales</h2>\n<p class=\"note\">El número es el que llevan los lugares de este informe: "
         "[3:2] es "
         "la página 2 del documento 3. Los enlaces abren esa página si el informe está en la carpeta que se dio a "
         "leer.</p>\n" +
         table.html();
}

}  // namespace cotejo::exports
