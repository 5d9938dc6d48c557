#include <algorithm>
#include <string>

#include "pipeline/mapping/kinds/kinds.h"
#include "pipeline/mapping/kinds/tolerances.h"
#include "pipeline/mapping/table/cell_figure.h"
#include "pipeline/mapping/table/cell_source.h"
#include "pipeline/mapping/words/phrases.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/dates/dates.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::accounts;

bool is_code(std::string_view text) {
  return !text.empty() && text.size() <= kLongestCode &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

// What documento.tipo of the vocabulary calls a report of financial statements.
constexpr std::string_view kFinancialStatements = "estados_financieros";

// A statement may be printed as two halves side by side: each has names, perhaps codes before and amounts behind them.
struct Half {
  int code = -1;
  int name = -1;
  std::vector<int> amounts;
};

class AccountsReader {
 public:
  explicit AccountsReader(const TableContext& context)
      : table_(context.table()),
        reading_(context.reading),
        document_(context.document),
        vocabulary_(context.vocabulary) {}

  std::vector<model::AccountValue> read() {
    std::vector<model::AccountValue> values;
    statement_ = model::named<model::Statement>(vocabulary_.meaning("cuentas.estado", normalise::fold(table_.title)))
                     .value_or(model::Statement::none);
    if (statement_ == model::Statement::none && !(document_.kind == kFinancialStatements && names_accounts()))
      return values;
    find_halves();
    for (int r = reading_.header_rows; r < table_.rows; ++r) {
      for (const Half& half : halves_) read_row(r, half, values);
    }
    return values;
  }

 private:
  struct Shape {
    int filled = 0, codes = 0, words = 0, amounts = 0;
    [[nodiscard]] bool most(int count) const { return filled > 0 && count >= kMost * filled; }
  };

  [[nodiscard]] const model::Cell* cell(int row, int column) const {
    const int index = reading_.at(row, column).cell;
    return index < 0 ? nullptr : &table_.cells[static_cast<std::size_t>(index)];
  }

  [[nodiscard]] bool names_accounts() const {
    int named = 0;
    const PhraseIndex& accounts = vocabulary_.phrases("cuentas.cuenta");
    for (const model::Cell& cell : table_.cells) {
      if (cell.text.size() < kLongestName && accounts.at_start(normalise::fold(cell.text)) != nullptr) ++named;
    }
    return named >= kFewestAccounts;
  }

  [[nodiscard]] Shape shape_of(int column) const {
    Shape shape;
    for (int r = reading_.header_rows; r < table_.rows; ++r) {
      const model::Cell* here = cell(r, column);
      if (here == nullptr || here->text.empty() || here->row != r || here->column != column) continue;
      ++shape.filled;
      if (is_code(one_line(here->text))) ++shape.codes;
      const normalise::NumberKind kind = figure_at(table_, reading_, r, column).kind;
      const bool figure = kind == normalise::NumberKind::number || kind == normalise::NumberKind::dash ||
                          kind == normalise::NumberKind::ambiguous;
      figure ? ++shape.amounts : ++shape.words;
    }
    return shape;
  }

  // "NOTA", "VARIACIÓN $", "%": figures that are no amounts of an account.
  [[nodiscard]] bool set_aside(int column) const {
    const std::string& head = reading_.columns[static_cast<std::size_t>(column)].head;
    return head.find('%') != std::string::npos || vocabulary_.inside("cuentas.ajeno", normalise::fold(head)) != nullptr;
  }

  void find_halves() {
    int code = -1;
    for (int c = 0; c < table_.columns; ++c) {
      const Shape shape = shape_of(c);
      if (shape.filled == 0) continue;
      if (shape.most(shape.codes) && next_is_words(c)) {
        code = c;
      } else if (shape.most(shape.words)) {
        halves_.push_back({code, c, {}});
        code = -1;
      } else if (set_aside(c)) {
        continue;
      } else if (!halves_.empty() && shape.most(shape.amounts)) {
        halves_.back().amounts.push_back(c);
      }
    }
  }

  [[nodiscard]] bool next_is_words(int column) const {
    if (column + 1 >= table_.columns) return false;
    const Shape next = shape_of(column + 1);
    return next.most(next.words);
  }

  void read_row(int row, const Half& half, std::vector<model::AccountValue>& values) const {
    const model::Cell* name = cell(row, half.name);
    if (name == nullptr || name->text.empty() || name->row != row) return;
    const std::string folded = normalise::fold(name->text);
    const bool total = begins_with_words(folded, "total") || begins_with_words(folded, "totales");
    for (const int column : half.amounts) {
      const model::Cell* here = cell(row, column);
      if (here == nullptr || here->text.empty() || here->row != row) continue;
      const normalise::NumberReading number = figure_at(table_, reading_, row, column);
      const bool figure = number.kind == normalise::NumberKind::number || number.kind == normalise::NumberKind::dash;
      if (!figure || number.amount.unit == model::Unit::percent) continue;
      model::AccountValue out;
      if (half.code >= 0 && cell(row, half.code) != nullptr) out.code = one_line(cell(row, half.code)->text);
      out.account = one_line(name->text);
      out.statement = statement_;
      out.period = period_over(column);
      out.vigencia = year_over(column);
      out.amount = number.amount;
      if (out.amount.unit == model::Unit::count) out.amount.unit = model::Unit::cop;
      out.total = total;
      out.source = source_of(*here, reading_.table, row, column);
      values.push_back(std::move(out));
    }
  }

  [[nodiscard]] std::string period_over(int column) const {
    const std::string& head = reading_.columns[static_cast<std::size_t>(column)].head;
    const std::size_t last = head.rfind(" / ");
    return one_line(last == std::string::npos ? head : head.substr(last + 3));
  }

  [[nodiscard]] int year_over(int column) const {
    const ColumnReading& reading = reading_.columns[static_cast<std::size_t>(column)];
    if (reading.vigencia != 0) return reading.vigencia;
    if (const int year = single_year(normalise::fold(reading.head)); year != 0) return year;
    for (const normalise::DateReading& date : normalise::find_dates(reading.head, 0)) {
      if (date.span.to.size() >= 4) return std::stoi(date.span.to.substr(0, 4));
    }
    return halves_.front().amounts.size() == 1 ? document_.vigencia_to : 0;
  }

  const model::Table& table_;
  const TableReading& reading_;
  const model::DocumentInfo& document_;
  const Vocabulary& vocabulary_;
  model::Statement statement_ = model::Statement::none;
  std::vector<Half> halves_;
};

}  // namespace

std::vector<model::AccountValue> accounts_of(const TableContext& context) {
  if (context.reading.kind != model::TableKind::other) return {};
  return AccountsReader(context).read();
}

}  // namespace cotejo::mapping
