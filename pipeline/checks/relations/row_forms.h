#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/checks/arithmetic/relation.h"

namespace cotejo::checks {

// One way to make a column from others.
struct Form {
  std::vector<std::pair<int, int>> terms;  // column, weight
  std::string meaning;
};

struct Score {
  int holds = 0;
  int telling = 0;  // rows that hold with two parts or more that are not zero
  int fails = 0;
  double digits = 0;
  bool near = true;  // its failures are slips of writing, or near misses
  [[nodiscard]] int net() const { return holds - 2 * fails; }
};

// What a form must reach to be of use: scoring ends as soon as it cannot any more.
struct Aim {
  int most_fails = 1 << 20;
  int least_net = -(1 << 20);
  bool near = false;  // Score::near is asked for
};

// The forms that the rows of one table keep: tries them on a sample of its rows and holds those that were accepted.
class RowForms {
 public:
  struct Accepted {
    int result;
    Form form;
    bool stated;           // words say it
    bool at_most = false;  // the terms may make less than the result, some of which is not told
  };

  // `figures` must outlive it.
  explicit RowForms(const Figures& figures);

  [[nodiscard]] const Figures& figures() const { return figures_; }
  [[nodiscard]] const std::vector<int>& columns() const { return columns_; }  // that are added up
  [[nodiscard]] const std::vector<int>& body() const { return body_; }        // rows
  [[nodiscard]] const std::vector<int>& sample() const { return sample_; }    // of the body's rows
  [[nodiscard]] const std::vector<Accepted>& accepted() const { return accepted_; }
  [[nodiscard]] const mapping::ColumnReading& column(int index) const {
    return figures_.reading().columns[static_cast<std::size_t>(index)];
  }

  // The form as a relation of one row.
  [[nodiscard]] Relation relation(int row, int result, const Form& form, bool stated) const;
  // How the rows of the sample keep it.
  [[nodiscard]] Score score(int result, const Form& form, const Aim& aim = {}) const;
  // The best of several forms; nothing when none holds anywhere.
  [[nodiscard]] std::optional<std::pair<Form, Score>> best_of(int result, std::vector<Form> forms) const;
  // Every row that fails is one slip of the pen away from the form.
  [[nodiscard]] bool one_slip(int result, const Form& form) const;
  // What is taken away is printed with its sign, "(120.000)".
  [[nodiscard]] bool printed_negative(int column) const;

  // Accepts it under the names of its columns, unless the same columns have a relation already: a = b + c says
  // b = a − c too.
  void accept(int result, Form form, bool stated, bool at_most = false);
  [[nodiscard]] bool knows(int result, const Form& form) const;
  // The result and the terms, in order.
  [[nodiscard]] static std::vector<int> columns_of(int result, const Form& form);

 private:
  [[nodiscard]] std::string names(const std::vector<std::pair<int, int>>& terms) const;

  const Figures& figures_;
  std::vector<int> columns_;
  std::vector<int> body_;
  std::vector<int> sample_;
  std::vector<Accepted> accepted_;
  std::set<std::vector<int>> used_;  // column sets that have a relation already
};

// Accepts the identities that the columns' measures and heads state: the definitive budget of the initial one and its
// changes; petitions received of the states that they are in (row_identities.cpp).
void find_identities(RowForms& forms);

}  // namespace cotejo::checks
