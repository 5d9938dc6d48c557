#pragma once

#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "model/record.h"
#include "model/store/sql/statement.h"
#include "model/told.h"

namespace cotejo::store {

// Internal to model/store: SQL and rows of whatever has columns (model/record.h).

// The columns that a field of this type takes, as SQL names them, name before their own where there are several.
template <class Field>
std::vector<std::string> columns_of(const std::string& name) {
  if constexpr (std::is_same_v<Field, model::Amount>) {
    return {name + "value", name + "mantissa", name + "exponent", name + "unit"};
  } else if constexpr (std::is_same_v<Field, std::optional<model::Amount>>) {
    return {name + "value", name + "unit"};
  } else if constexpr (std::is_same_v<Field, model::DaySpan>) {
    return {name + "from", name + "to"};
  } else if constexpr (std::is_same_v<Field, model::Rect>) {
    return {name + "x0", name + "y0", name + "x1", name + "y1"};
  } else {
    return {name};
  }
}

struct CollectNames {
  std::vector<std::string> names;
  template <class Field>
  void operator()(const char* name, const Field&, model::Presence = model::Presence::optional) {
    for (std::string& column : columns_of<Field>(name)) names.push_back(std::move(column));
  }
  void index(const char* name, int) { names.emplace_back(name); }
};

// The names of a kind's columns, in their order.
template <class Record>
const std::vector<std::string>& column_names() {
  static const std::vector<std::string> all = [] {
    CollectNames collect;
    const Record record{};
    columns(collect, record);
    return collect.names;
  }();
  return all;
}

// «a.x, a.y»; without an alias «x, y».
[[nodiscard]] std::string listed(const std::vector<std::string>& names, const std::string& alias = "");

// «?2, ?3, ?4»
[[nodiscard]] std::string places(std::size_t first, std::size_t count);

// «INSERT INTO table (keys…, columns…) VALUES (?1, …)».
[[nodiscard]] std::string insert_sql(const std::string& table, std::vector<std::string> keys,
                                     const std::vector<std::string>& names);

// Binds the columns of a record to the places that come next.
class PutColumns {
 public:
  explicit PutColumns(Statement& statement) : statement_(statement) {}

  void index(const char*, int value) { statement_.put(value < 0 ? std::nullopt : std::optional(value)); }

  template <class Field>
  void operator()(const char*, const Field& field, model::Presence presence = model::Presence::optional) {
    if constexpr (std::is_same_v<Field, model::Amount>) {
      statement_.put(field.value).put(field.value.mantissa).put(int{field.value.exponent}).put(field.unit);
    } else if constexpr (std::is_same_v<Field, std::optional<model::Amount>>) {
      statement_.put(field ? std::optional(field->value) : std::nullopt);
      statement_.put(field ? std::optional(model::name_of(field->unit)) : std::nullopt);
    } else if constexpr (std::is_same_v<Field, model::DaySpan>) {
      statement_.put(known(field.from)).put(known(field.to));
    } else if constexpr (std::is_same_v<Field, model::Rect>) {
      statement_.put(field.x0).put(field.y0).put(field.x1).put(field.y1);
    } else if constexpr (std::is_same_v<Field, std::string> || std::is_same_v<Field, int>) {
      presence == model::Presence::always ? statement_.put(field) : statement_.put(known(field));
    } else if constexpr (model::Named<Field>) {
      statement_.put(presence == model::Presence::always ? model::name_of(field) : known(model::name_of(field)));
    } else {
      statement_.put(field);
    }
  }

 private:
  Statement& statement_;
};

// Fills a record from the columns of a row from `first` on.
class GetColumns {
 public:
  GetColumns(const Statement& row, int first) : row_(row), at_(first) {}

  void index(const char*, int& value) {
    value = row_.null(at_) ? -1 : static_cast<int>(row_.integer(at_));
    ++at_;
  }

  template <class Field>
  void operator()(const char*, Field& field, model::Presence = model::Presence::optional) {
    get(field);
  }

 private:
  void get(std::string& field) { field = row_.text(at_++); }
  void get(int& field) { field = static_cast<int>(row_.integer(at_++)); }
  void get(std::int64_t& field) { field = row_.integer(at_++); }
  void get(bool& field) { field = row_.integer(at_++) != 0; }
  void get(double& field) { field = row_.real(at_++); }
  void get(model::Rect& field) {
    get(field.x0);
    get(field.y0);
    get(field.x1);
    get(field.y1);
  }
  void get(model::DaySpan& field) {
    get(field.from);
    get(field.to);
  }
  void get(model::Amount& field) {
    ++at_;  // its value, which mantissa and exponent say exactly
    get(field.value.mantissa);
    field.value.exponent = static_cast<std::int8_t>(row_.integer(at_++));
    get(field.unit);
  }
  void get(std::optional<model::Decimal>& field) { field = row_.decimal(at_++); }
  void get(std::optional<model::Amount>& field) {
    const std::optional<model::Decimal> value = row_.decimal(at_++);
    model::Unit unit{};
    get(unit);
    field = value ? std::optional(model::Amount{*value, unit}) : std::nullopt;
  }
  template <model::Named Enum>
  void get(Enum& field) {
    field = model::named<Enum>(row_.text(at_++)).value_or(Enum{});
  }

  const Statement& row_;
  int at_;
};

template <class Record>
void put_columns(Statement& statement, const Record& record) {
  PutColumns put(statement);
  columns(put, record);
}

template <class Record>
void get_columns(const Statement& row, int first, Record& record) {
  GetColumns get(row, first);
  columns(get, record);
}

// What a person told of a document, from the values by column; "" says that it has none.
[[nodiscard]] model::Told told_from(std::map<std::string, std::string> values);

}  // namespace cotejo::store
