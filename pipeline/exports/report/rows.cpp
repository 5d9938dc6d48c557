#include "pipeline/exports/report/rows.h"

#include "pipeline/exports/tables/csv.h"

namespace cotejo::exports {

std::string Row::text(std::string_view column) const {
  const auto place = places_.find(column);
  return place == places_.end() ? std::string() : written(values_[place->second], CsvDialect::standard);
}

std::int64_t Row::whole(std::string_view column) const {
  const auto place = places_.find(column);
  const auto* value = place == places_.end() ? nullptr : std::get_if<std::int64_t>(&values_[place->second]);
  return value == nullptr ? 0 : *value;
}

double Row::number(std::string_view column) const {
  const auto place = places_.find(column);
  if (place == places_.end()) return 0;
  const store::Value& value = values_[place->second];
  if (const auto* real = std::get_if<double>(&value)) return *real;
  const auto* integer = std::get_if<std::int64_t>(&value);
  return integer == nullptr ? 0 : static_cast<double>(*integer);
}

model::Status each(store::Store& store, const Request& request, std::string_view view,
                   const std::function<void(const Row&)>& act) {
  const model::Result<std::vector<std::string>> columns = store.view_columns(view);
  if (!columns) return columns.error();
  std::map<std::string, std::size_t, std::less<>> places;
  for (std::size_t i = 0; i < columns.value().size(); ++i) places[columns.value()[i]] = i;
  return store.each_row(view, request.scope, [&](const std::vector<store::Value>& values) -> model::Status {
    act(Row(places, values));
    return model::Done{};
  });
}

}  // namespace cotejo::exports
