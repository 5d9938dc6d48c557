#include "pipeline/exports/output/catalogue.h"

#include <algorithm>

#include "model/store/views.h"

namespace cotejo::exports {
namespace {

using store::ColumnText;
using store::ViewText;

// The text of "view.name", else of "name"; nullptr when there is neither.
const ColumnText* text_of(std::string_view view, std::string_view name) {
  const std::string own = std::string(view) + "." + std::string(name);
  const auto find = [](std::string_view wanted) {
    const auto found = std::find_if(store::kColumnTexts.begin(), store::kColumnTexts.end(),
                                    [wanted](const ColumnText& text) { return text.name == wanted; });
    return found == store::kColumnTexts.end() ? nullptr : &*found;
  };
  const ColumnText* text = find(own);
  return text != nullptr ? text : find(name);
}

ColumnInfo info_of(std::string_view view, const std::string& name) {
  const ColumnText* text = text_of(view, name);
  if (text == nullptr) return {name, ColumnType::text, {}, {}, {}};
  return {name, text->type, text->description, text->refers_to, text->unit};
}

}  // namespace

int ViewInfo::at(std::string_view column) const {
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].name == column) return static_cast<int>(i);
  return -1;
}

model::Result<std::vector<ViewInfo>> catalogue(store::Store& store) {
  const model::Result<std::vector<std::string>> names = store.views();
  if (!names) return names.error();
  std::vector<ViewInfo> views;
  const auto add = [&](ViewInfo view) -> model::Status {
    const model::Result<std::vector<std::string>> columns = store.view_columns(view.name);
    if (!columns) return columns.error();
    for (const std::string& column : columns.value()) view.columns.push_back(info_of(view.name, column));
    views.push_back(std::move(view));
    return model::Done{};
  };
  const auto has = [&](std::string_view name) {
    return std::find(names.value().begin(), names.value().end(), name) != names.value().end();
  };
  for (const ViewText& text : store::kViewTexts) {
    if (!has(text.name)) continue;
    if (const model::Status status = add({std::string(text.name), text.title, text.description, text.key, {}}); !status)
      return status.error();
  }
  // A view that nobody has described is handed over all the same.
  for (const std::string& name : names.value()) {
    if (std::any_of(views.begin(), views.end(), [&](const ViewInfo& view) { return view.name == name; })) continue;
    if (const model::Status status = add({name, {}, {}, {}, {}}); !status) return status.error();
  }
  return views;
}

}  // namespace cotejo::exports
