#include "model/store/sql/rows.h"

namespace cotejo::store {

std::string listed(const std::vector<std::string>& names, const std::string& alias) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + (alias.empty() ? "" : alias + ".") + name;
  return list;
}

std::string places(std::size_t first, std::size_t count) {
  std::string list;
  for (std::size_t i = first; i < first + count; ++i) list += (list.empty() ? "?" : ", ?") + std::to_string(i);
  return list;
}

std::string insert_sql(const std::string& table, std::vector<std::string> keys, const std::vector<std::string>& names) {
  keys.insert(keys.end(), names.begin(), names.end());
  return "INSERT INTO " + table + " (" + listed(keys) + ") VALUES (" + places(1, keys.size()) + ")";
}

}  // namespace cotejo::store
