#include "pipeline/mapping/commitments/headless.h"

#include <algorithm>
#include <string_view>

#include "pipeline/mapping/commitments/coded_items.h"
#include "pipeline/mapping/commitments/tolerances.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/normalise/dates/dates.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::headless;

// What the cells of a column are, each counted once.
struct Cells {
  int filled = 0;
  int actions = 0;
  int coded = 0;  // actions with a code before them: "A1: Verificar …"
  int offices = 0;
  int days = 0;
  int quotients = 0;
  int texts = 0;  // two words or more
  [[nodiscard]] bool most(int count) const { return filled > 0 && count >= kMost * filled; }
};

// "Verificar", "Elaborar": an infinitive opens what is to be done.
bool is_infinitive(std::string_view word) {
  return word.size() >= kShortestVerb && (word.ends_with("ar") || word.ends_with("er") || word.ends_with("ir"));
}

// "Presentación", "Seguimiento": so does the noun of one.
bool is_deed(std::string_view word) {
  return word.size() >= kShortestDeed && (word.ends_with("cion") || word.ends_with("miento") || word.ends_with("zaje"));
}

class HeadlessReader {
 public:
  HeadlessReader(const Vocabulary& vocabulary, const model::Table& table, const TableReading& reading)
      : vocabulary_(vocabulary), table_(table), reading_(reading) {}

  bool read(CommitmentColumns& columns) {
    if (table_.rows < kFewestRows || table_.columns < kFewestColumns) return false;
    for (int c = 0; c < table_.columns; ++c) cells_.push_back(look(c));
    const int who = responsible();
    const int what = who < 0 ? -1 : action_before(who);
    if (what < 0) return false;
    const auto set = [&](int column, CommitmentField field) {
      columns.columns[static_cast<std::size_t>(column)].field = field;
    };
    for (CommitmentColumn& column : columns.columns) column.field = CommitmentField::none;
    set(what, CommitmentField::text);
    set(who, CommitmentField::responsible);
    for (int c = 0; c < table_.columns; ++c) {
      const Cells& cells = cells_[static_cast<std::size_t>(c)];
      if (c == what || c == who) continue;
      if (cells.most(cells.days)) set(c, CommitmentField::due);
      if (cells.most(cells.quotients)) set(c, CommitmentField::indicator);
    }
    if (what > 0 && columns.columns[0].field == CommitmentField::none) set(0, CommitmentField::component);
    columns.text = what;
    columns.header_rows = 0;
    columns.head_words.clear();
    return true;
  }

 private:
  Cells look(int column) const {
    Cells cells;
    for (const model::Cell& cell : table_.cells) {
      if (cell.column != column || cell.column_span != 1 || cell.text.empty()) continue;
      ++cells.filled;
      const LeadingNumber code = coded_item(cell.text);
      const std::string folded = normalise::fold(code.number.empty() ? cell.text : code.text);
      const std::string_view first = std::string_view(folded).substr(0, folded.find(' '));
      if (folded.find(' ') != std::string::npos) ++cells.texts;
      const bool action = is_infinitive(first) || is_deed(first);
      if (action) ++cells.actions;
      if (action && !code.number.empty()) ++cells.coded;
      if (names_office(folded)) ++cells.offices;
      if (!normalise::find_dates(cell.text, reading_.vigencia).empty()) ++cells.days;
      if (cell.text.find('/') != std::string::npos && cell.text.find('(') != std::string::npos) ++cells.quotients;
    }
    return cells;
  }

  [[nodiscard]] bool names_office(const std::string& folded) const {
    return vocabulary_.at_start("compromisos.responsable", folded) != nullptr;
  }

  // The one column of offices and posts.
  [[nodiscard]] int responsible() const {
    int found = -1;
    for (int c = 1; c < table_.columns; ++c) {
      const Cells& cells = cells_[static_cast<std::size_t>(c)];
      if (cells.filled < kFewestRows || !cells.most(cells.offices)) continue;
      if (found >= 0) return -1;
      found = c;
    }
    return found;
  }

  // The nearest column of actions before it; coded ones go before others.
  [[nodiscard]] int action_before(int who) const {
    for (const bool coded : {true, false}) {
      for (int c = who - 1; c >= 0; --c) {
        const Cells& cells = cells_[static_cast<std::size_t>(c)];
        if (cells.filled >= kFewestRows && cells.most(cells.texts) && cells.most(coded ? cells.coded : cells.actions))
          return c;
      }
    }
    return -1;
  }

  const Vocabulary& vocabulary_;
  const model::Table& table_;
  const TableReading& reading_;
  std::vector<Cells> cells_;
};

}  // namespace

std::optional<CommitmentColumns> headless_columns(const Vocabulary& vocabulary, const model::Table& table,
                                                  const TableReading& reading, const CommitmentColumns& columns) {
  CommitmentColumns out = columns;
  if (!HeadlessReader(vocabulary, table, reading).read(out)) return std::nullopt;
  return out;
}

}  // namespace cotejo::mapping
