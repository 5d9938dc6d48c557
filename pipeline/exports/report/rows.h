#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "model/store/store.h"
#include "pipeline/exports/output/request.h"

namespace cotejo::exports {

// A row of a view, whose values are asked for by the names of their columns; a column that is not there is empty.
class Row {
 public:
  Row(const std::map<std::string, std::size_t, std::less<>>& places, const std::vector<store::Value>& values)
      : places_(places), values_(values) {}

  [[nodiscard]] std::string text(std::string_view column) const;
  [[nodiscard]] std::int64_t whole(std::string_view column) const;  // 0 where there is none
  [[nodiscard]] bool has(std::string_view column) const { return !text(column).empty(); }
  [[nodiscard]] double number(std::string_view column) const;  // 0 where there is none

 private:
  const std::map<std::string, std::size_t, std::less<>>& places_;
  const std::vector<store::Value>& values_;
};

// The rows of a view within the request's scope.
[[nodiscard]] model::Status each(store::Store& store, const Request& request, std::string_view view,
                                 const std::function<void(const Row&)>& act);

}  // namespace cotejo::exports
