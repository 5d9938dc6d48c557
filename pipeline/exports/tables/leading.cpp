#include "pipeline/exports/tables/leading.h"

#include <algorithm>

#include "pipeline/exports/tables/xlsx_file.h"

namespace cotejo::exports {

std::string sheet_name(const ViewInfo& view, int part) {
  std::string name(view.title.empty() ? std::string_view(view.name) : view.title);
  if (part > 1) name += " (" + std::to_string(part) + ")";
  return name;
}

namespace {

// The sheet and row that a row of a view gets.
std::pair<std::string, std::int64_t> place_of(const ViewInfo& view, std::int64_t number) {
  constexpr std::int64_t kRows = kMostRows - 1;  // under the head
  return {sheet_name(view, static_cast<int>(number / kRows) + 1), number % kRows + 2};
}

}  // namespace

model::Result<Places> evidence_places(store::Store& store, const Request& request, const std::vector<ViewInfo>& views) {
  Places places;
  const auto found =
      std::find_if(views.begin(), views.end(), [](const ViewInfo& it) { return it.name == "evidencias"; });
  if (found == views.end()) return places;
  const ViewInfo& evidence = *found;
  std::int64_t number = 0;
  const auto finding = static_cast<std::size_t>(evidence.at("hallazgo_id"));
  const model::Status status =
      store.each_row(evidence.name, request.scope, [&](const std::vector<store::Value>& row) -> model::Status {
        if (const auto* id = std::get_if<std::int64_t>(&row[finding]))
          places.try_emplace(*id, place_of(evidence, number));
        ++number;
        return model::Done{};
      });
  if (!status) return status.error();
  return places;
}

std::vector<Leading> leading_of(const ViewInfo& view, const LeadingTo& to) {
  using Row = std::vector<store::Value>;
  const auto whole = [](const store::Value& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    return number == nullptr ? std::int64_t{0} : *number;
  };
  std::vector<Leading> leading;
  const int document = view.at("documento_id"),
            page = view.at("pagina") >= 0 ? view.at("pagina") : view.at("pagina_inicial");
  if (document >= 0 && page >= 0) {
    leading.push_back({"abrir", [=, &pages = to.pages](const Row& row) {
                         return pages.to_page(whole(row[static_cast<std::size_t>(document)]),
                                              whole(row[static_cast<std::size_t>(page)]));
                       }});
  }
  if (view.name == "hallazgos") {
    const auto id = static_cast<std::size_t>(view.at("hallazgo_id"));
    if (to.pictures != nullptr)
      leading.push_back(
          {"evidencia", [=, &pictures = *to.pictures](const Row& row) { return pictures.to(whole(row[id])); }});
    leading.push_back({to.pictures == nullptr ? "evidencia" : "lugares", [=, &evidence = to.evidence](const Row& row) {
                         const auto found = evidence.find(whole(row[id]));
                         return found == evidence.end()
                                    ? Link{}
                                    : PageLinks::to_row(found->second.first, found->second.second, "ver");
                       }});
  }
  if (view.name == "tablas" && !to.tables.names.empty()) {
    leading.push_back(
        {"hoja", [=, &tables = to.tables, id = static_cast<std::size_t>(view.at("tabla_id"))](const Row& row) {
           const auto found = tables.names.find(whole(row[id]));
           return found == tables.names.end() ? Link{} : PageLinks::to_row(found->second, 1, found->second);
         }});
  }
  return leading;
}

}  // namespace cotejo::exports
