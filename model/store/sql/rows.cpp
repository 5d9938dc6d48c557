#include "model/store/sql/rows.h"

#include <charconv>

namespace cotejo::store {
namespace {

struct FromTexts {
  std::map<std::string, std::string>& texts;
  void operator()(const char* name, std::string& field) { field = texts[name]; }
  void operator()(const char* name, int& field) {
    const std::string& text = texts[name];
    std::from_chars(text.data(), text.data() + text.size(), field);
  }
};

}  // namespace

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

model::Told told_from(std::map<std::string, std::string> values) {
  model::Told told;
  for (const auto& [field, value] : values)
    if (value.empty()) told.cleared.push_back(field);
  FromTexts from{values};
  columns(from, told.is);
  return told;
}

}  // namespace cotejo::store
