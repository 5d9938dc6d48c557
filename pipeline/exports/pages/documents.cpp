#include "pipeline/exports/pages/documents.h"

#include <fmt/format.h>

#include <filesystem>
#include <map>

#include "model/codec/codec.h"
#include "pipeline/exports/output/staging.h"
#include "pipeline/exports/tables/csv.h"

namespace cotejo::exports {
namespace {

// Bytes of a name before its hash: names of 255 bytes are allowed nearly everywhere, and endings follow.
constexpr std::size_t kLongestName = 120;
constexpr std::size_t kHashDigits = 8;

}  // namespace

std::string DocumentCard::file_name() const {
  std::string name;
  for (const char c : route) {
    const bool odd = static_cast<unsigned char>(c) < 0x20 || c == 0x7F ||
                     std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos;
    name += odd ? '_' : c;
  }
  if (name.size() > 4 && (name.ends_with(".pdf") || name.ends_with(".PDF"))) name.resize(name.size() - 4);
  if (name.size() > kLongestName) {
    std::size_t end = kLongestName;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
    name.resize(end);
  }
  while (!name.empty() && (name.back() == '.' || name.back() == ' ')) name.pop_back();
  name.erase(0, name.find_first_not_of(". "));
  return (name.empty() ? "documento" : name) + "-" + sha256.substr(0, kHashDigits);
}

model::Result<std::vector<DocumentCard>> documents_of(store::Store& store, const store::Scope& scope) {
  const model::Result<std::vector<std::string>> columns = store.view_columns("documentos");
  if (!columns) return columns.error();
  std::map<std::string, std::size_t, std::less<>> places;
  for (std::size_t i = 0; i < columns.value().size(); ++i) places[columns.value()[i]] = i;
  std::vector<DocumentCard> cards;
  const model::Status status =
      store.each_row("documentos", scope, [&](const std::vector<store::Value>& row) -> model::Status {
        const auto text = [&](std::string_view column) {
          const auto place = places.find(column);
          return place == places.end() ? std::string() : written(row[place->second], CsvDialect::standard);
        };
        const auto* id = std::get_if<std::int64_t>(&row[places["documento_id"]]);
        cards.push_back({id == nullptr ? 0 : *id, text("ruta"), text("sha256"), text("estado"), text("entidad"),
                         text("dependencia"), text("tipo"), text("titulo"), text("vigencia_desde"),
                         text("vigencia_hasta")});
        return model::Done{};
      });
  if (!status) return status.error();
  return cards;
}

model::Result<model::Bundle> bundle_of(store::Store& store, const DocumentCard& card) {
  if (card.sha256.empty()) return model::Error{model::ErrorCode::not_found, model::Stage::store, card.route, 0, ""};
  const model::Result<std::string> encoded = store.encoded(card.sha256);
  if (!encoded) return encoded.error();
  return model::decode_bundle(encoded.value());
}

model::Result<Summary> write_pages(store::Store& store, const Request& request, const PageFormat& format) {
  model::Result<Staging> staging = Staging::folder(request.destination, request.replace, request.kind);
  if (!staging) return staging.error();
  const model::Result<std::vector<DocumentCard>> documents = documents_of(store, request.scope);
  if (!documents) return documents.error();
  Summary summary;
  for (const DocumentCard& card : documents.value()) {
    if (card.state == "fallido") {
      summary.notes.push_back(card.route + ": no se pudo leer, no tiene páginas que entregar");
      continue;
    }
    const model::Result<model::Bundle> bundle = bundle_of(store, card);
    if (!bundle) return bundle.error();
    const std::string folder = staging.value().path() + "/" + card.file_name();
    std::error_code error;
    std::filesystem::create_directory(folder, error);
    if (error) return output_error(folder, error.value());
    const auto write_page = format.of(card, bundle.value());
    for (std::size_t i = 0; i < bundle.value().pages.size(); ++i) {
      const std::string name = fmt::format("{}/pagina-{:04}{}", folder, bundle.value().pages[i].number, format.ending);
      if (const model::Status status = write_text(name, write_page(i)); !status) return status.error();
      ++summary.files;
      ++summary.rows;
    }
  }
  if (const model::Status status = staging.value().commit(); !status) return status.error();
  return summary;
}

}  // namespace cotejo::exports
