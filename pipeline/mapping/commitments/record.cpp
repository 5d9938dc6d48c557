#include "pipeline/mapping/commitments/record.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/mapping/table/cell_figure.h"
#include "pipeline/mapping/table/cell_source.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/normalise/amount_words/number_words.h"
#include "pipeline/normalise/dates/dates.h"

namespace cotejo::mapping {
namespace {

using Field = CommitmentField;

std::string last_day(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return fmt::format("{:04}-{:02}-{:02}", year, month,
                     month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)]);
}

}  // namespace

std::string CommitmentMaker::text_of(int cell) const {
  return cell < 0 ? std::string() : one_line(table_.cells[static_cast<std::size_t>(cell)].text);
}

std::string CommitmentMaker::joined(const CommitmentDraft& draft, CommitmentField field) const {
  std::string out;
  for (const int i : draft.cells[static_cast<std::size_t>(field)]) {
    const std::string text = text_of(i);
    if (text.empty() || out == text) continue;
    out += out.empty() ? text : "; " + text;
  }
  return out;
}

model::Commitment CommitmentMaker::make(const CommitmentDraft& draft, bool numbered) {
  model::Commitment out;
  out.number = joined(draft, Field::number);
  out.text = text_of(draft.text_cell) + draft.more_text;
  if (numbered) {
    LeadingNumber lead = split_number(out.text);
    if (!lead.number.empty() && lead.marked && !lead.text.empty()) {
      out.number = std::move(lead.number);
      out.text = std::move(lead.text);
    }
  }
  out.subject = joined(draft, Field::subject);
  out.component = component_of(draft);
  out.responsible = joined(draft, Field::responsible);
  out.indicator = joined(draft, Field::indicator);
  out.status = joined(draft, Field::status);
  if (out.status.empty()) out.status = marked_labels(draft.states);
  set_due(draft, out);
  set_goal(draft, out);
  set_progress(draft, out);
  out.stages = marked_labels(draft.stages);
  out.periods = marked_labels(draft.periods);
  out.source =
      source_of(table_.cells[static_cast<std::size_t>(draft.text_cell)], reading_.table, draft.row, columns_.text);
  return out;
}

std::vector<model::Commitment> CommitmentMaker::make_all(const CommitmentDraft& draft, bool numbered) {
  model::Commitment whole = make(draft, numbered);
  const std::string& printed = table_.cells[static_cast<std::size_t>(draft.text_cell)].text;
  std::vector<LeadingNumber> items = coded_items(draft.more_text.empty() ? printed : printed + draft.more_text);
  if (items.empty()) return {std::move(whole)};
  std::vector<model::Commitment> out;
  for (LeadingNumber& item : items) {
    model::Commitment one = whole;
    if (one.number.empty()) one.number = std::move(item.number);
    one.text = std::move(item.text);
    out.push_back(std::move(one));
  }
  return out;
}

std::string CommitmentMaker::component_of(const CommitmentDraft& draft) {
  std::string own = joined(draft, Field::component);
  // A component is printed once, beside the first of its commitments: below it the column is blank.
  if (own.empty() && columns_.has(Field::component)) own = last_component_;
  last_component_ = own;
  if (own.empty()) return draft.component;
  return own;
}

void CommitmentMaker::set_due(const CommitmentDraft& draft, model::Commitment& out) const {
  out.due_text = joined(draft, Field::due);
  const std::string from = joined(draft, Field::due_from);
  out.due = normalise::span_of(out.due_text, vigencia_);
  if (!from.empty()) {
    const model::DaySpan begin = normalise::span_of(from, vigencia_);
    if (!begin.from.empty()) out.due.from = begin.from;
    if (out.due.to.empty() && !columns_.has(Field::due)) out.due.to = begin.to;
    if (out.due_text.empty()) out.due_text = from;
  }
  if (!out.due_text.empty() || draft.periods.empty()) return;
  int first = 13;
  int last = 0;
  for (const int c : draft.periods) {
    const CommitmentColumn& column = columns_.columns[static_cast<std::size_t>(c)];
    if (column.first_month != 0) {
      first = std::min(first, column.first_month);
      last = std::max(last, column.last_month);
      continue;
    }
    const model::DaySpan day = normalise::span_of(column.head, vigencia_);
    if (!day.to.empty() && day.to > out.due.to) out.due.to = day.to;
    if (!day.from.empty() && (out.due.from.empty() || day.from < out.due.from)) out.due.from = day.from;
  }
  if (last != 0 && vigencia_ != 0) {
    out.due.from = fmt::format("{:04}-{:02}-01", vigencia_, first);
    out.due.to = last_day(vigencia_, last);
  }
}

void CommitmentMaker::set_goal(const CommitmentDraft& draft, model::Commitment& out) const {
  out.goal_text = joined(draft, Field::goal);
  const std::string product = joined(draft, Field::product);
  if (out.goal_text.empty()) out.goal_text = product;
  out.goal_unit = joined(draft, Field::unit);
  const std::vector<int>& goals = draft.cells[static_cast<std::size_t>(Field::goal)];
  const std::vector<int>& cells = goals.empty() ? draft.cells[static_cast<std::size_t>(Field::product)] : goals;
  if (cells.empty()) return;
  // Of several ("Meta cuatrienio", "Programado 2021") the last stands beside what was reached of it.
  const model::Cell& here = table_.cells[static_cast<std::size_t>(cells.back())];
  const normalise::NumberReading number = figure_at(table_, reading_, here.row, here.column);
  if (number.kind == normalise::NumberKind::text) {
    const std::string text = one_line(here.text);
    if (const auto quantity = normalise::leading_quantity(text)) {  // "Un (1) mapa de riesgos"
      out.goal_value = quantity->amount.value;
      if (!out.goal_unit.empty()) return;
      out.goal_unit =
          quantity->amount.unit == model::Unit::percent ? "%" : trimmed(std::string_view(text).substr(quantity->end));
    }
    return;
  }
  if (number.kind != normalise::NumberKind::number) return;
  out.goal_value = number.amount.value;
  if (!out.goal_unit.empty()) return;
  out.goal_unit = number.amount.unit == model::Unit::percent ? "%" : trimmed(number.rest);
}

void CommitmentMaker::set_progress(const CommitmentDraft& draft, model::Commitment& out) const {
  out.progress_text = joined(draft, Field::progress);
  if (out.progress_text.empty()) out.progress_text = joined(draft, Field::executed);
  const std::vector<int>& percents = draft.cells[static_cast<std::size_t>(Field::progress_percent)];
  if (percents.empty()) {
    if (out.progress_text.empty()) out.progress_text = joined(draft, Field::remarks);
    return;
  }
  // Of several the last is the latest: reports print their follow-ups from left to right.
  const model::Cell& here = table_.cells[static_cast<std::size_t>(percents.back())];
  const normalise::NumberReading number = figure_at(table_, reading_, here.row, here.column);
  if (number.kind == normalise::NumberKind::number && number.amount.unit != model::Unit::cop)
    out.progress_percent = number.amount.value;
  if (out.progress_text.empty()) out.progress_text = one_line(here.text);
}

std::string CommitmentMaker::marked_labels(std::vector<int> marked) const {
  std::sort(marked.begin(), marked.end());
  std::string out;
  for (const int c : marked) {
    const std::string& label = columns_.columns[static_cast<std::size_t>(c)].label;
    out += out.empty() ? label : "; " + label;
  }
  return out;
}

}  // namespace cotejo::mapping
