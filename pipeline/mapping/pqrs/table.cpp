#include "pipeline/mapping/pqrs/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "pipeline/mapping/pqrs/axes.h"
#include "pipeline/mapping/pqrs/counts.h"
#include "pipeline/mapping/pqrs/tolerances.h"
#include "pipeline/mapping/table/cell_source.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using model::Measure;

using namespace tolerances::table;

// The text right above a table: the last block of its page that ends above it, with the heading before it.
std::string words_above(const model::Bundle& bundle, const model::Table& table) {
  if (table.page_boxes.empty()) return {};
  const model::Rect& box = table.page_boxes.front();
  const model::Block* nearest = nullptr;
  for (const model::Block& block : bundle.blocks) {
    if (block.page != table.first_page || block.kind == model::BlockKind::running_head ||
        block.kind == model::BlockKind::running_foot)
      continue;
    if (block.box.center_y() > box.y0) continue;
    if (nearest == nullptr || block.box.y1 > nearest->box.y1) nearest = &block;
  }
  return nearest == nullptr ? std::string() : nearest->text;
}

bool readable(const model::Table& table, const TableReading& reading) {
  return reading.grid.size() == static_cast<std::size_t>(table.rows) * static_cast<std::size_t>(table.columns) &&
         reading.columns.size() == static_cast<std::size_t>(table.columns);
}

// The words of the page right over a table, no wider than it: its own part of a caption line that two tables share.
std::string words_over(const model::Bundle& bundle, const model::Table& table) {
  if (table.page_boxes.empty()) return {};
  const model::Rect& box = table.page_boxes.front();
  std::string out;
  for (const model::Page& page : bundle.pages) {
    if (page.number != table.first_page) continue;
    for (const model::Word& word : page.words) {
      const bool above = word.box.center_y() < box.y0 &&
                         word.box.center_y() > box.y0 - kLinesAbove * std::max(word.box.height(), word.font_size);
      if (above && word.box.center_x() > box.x0 && word.box.center_x() < box.x1)
        out += (out.empty() ? "" : " ") + word.text;
    }
  }
  return out;
}

class Mapper {
 public:
  Mapper(const PqrsContext& context, const TableReading& reading)
      : context_(context),
        words_(context.subject->words),
        table_(context.bundle->tables[static_cast<std::size_t>(reading.table)]),
        reading_(reading) {}

  PqrsClaim claim() {
    if (!map()) return {};
    claim_.kind = model::TableKind::petitions;
    claim_.dimension = is_thing(axes_.row_axis)      ? dimension_of(axes_.row_axis)
                       : is_thing(axes_.column_axis) ? dimension_of(axes_.column_axis)
                                                     : model::Dimension::total;
    return std::move(claim_);
  }

 private:
  bool map() {
    if (table_.rows < 1 || table_.columns < 2 || reading_.kind == model::TableKind::budget) return false;
    if (!readable(table_, reading_) || has_money()) return false;
    axes_ = read_pqrs_axes(words_, table_, reading_);
    if (axes_.value_columns.empty()) return false;
    if (axes_.label_columns.empty()) take_labels_from_the_left();
    if (!about_pqrs()) return false;
    read_title();
    for (int r = axes_.header_rows; r < table_.rows; ++r) {
      for (const int c : axes_.value_columns) map_place(r, c);
    }
    if (claim_.records.empty()) return false;
    tell_columns();
    return true;
  }

  [[nodiscard]] bool has_money() const {
    return std::any_of(reading_.grid.begin(), reading_.grid.end(), [](const CellReading& place) {
      return place.number.currency_sign || (place.number.kind == normalise::NumberKind::number && place.number.scaled);
    });
  }

  void take_labels_from_the_left() {
    if (context_.readings == nullptr || table_.page_boxes.empty()) return;
    const model::Rect& mine = table_.page_boxes.front();
    for (const TableReading& other : *context_.readings) {
      if (other.table < 0 || other.table == reading_.table ||
          static_cast<std::size_t>(other.table) >= context_.bundle->tables.size())
        continue;
      const model::Table& left = context_.bundle->tables[static_cast<std::size_t>(other.table)];
      if (left.first_page != table_.first_page || left.page_boxes.empty()) continue;
      const model::Rect& box = left.page_boxes.front();
      if (box.center_x() >= mine.x0 || overlap_y(box, mine) * 2 <= mine.height()) continue;
      if (!readable(left, other)) continue;
      const PqrsAxes axes = read_pqrs_labels(words_, left, other);
      if (!axes.label_columns.empty() && borrow_labels(table_, axes_, left, axes)) return;
    }
  }

  // Counts of petitions are told from other counts by what is said of them: by a caption, head or text above that says
  // PQRS; by types that only petitions have; by a report that is about nothing else.
  bool about_pqrs() {
    const std::string title = normalise::fold(axes_.title);
    above_ = words_above(*context_.bundle, table_);
    const std::string above = normalise::fold(above_);
    const bool said = axes_.subject || words_.speaks_of_pqrs(title);
    const bool others = words_.speaks_of_others(title);
    if (others || axes_.foreign) return false;
    if (axes_.things >= kTypesOfPetitions && (axes_.row_axis == PqrsAxis::kind || axes_.column_axis == PqrsAxis::kind))
      return true;
    if (is_further_thing(axes_.row_axis) || is_further_thing(axes_.column_axis))
      return said || (context_.subject->document && names_petitions(title));
    if (axes_.row_axis == PqrsAxis::none && axes_.column_axis == PqrsAxis::none) return false;
    const bool near = said || words_.speaks_of_pqrs(above);
    const bool rows_are = axes_.row_axis != PqrsAxis::none;
    const bool columns_are = axes_.column_axis != PqrsAxis::none;
    if (axes_.things >= 2 && (near || axes_.of_petitions || context_.subject->document)) return true;
    if (axes_.measures >= 2 && (near || context_.subject->document) &&
        (rows_are || axes_.row_axis == PqrsAxis::measure))
      return true;
    if (rows_are && (said || (near && columns_are))) return true;
    return context_.subject->document && (is_thing(axes_.row_axis) || axes_.row_axis == PqrsAxis::measure) &&
           !words_.speaks_of_others(above);
  }

  // The period of the caption, else of the words right over the table, else of the text above it. A text that names two
  // parts of the year ("II y I trimestre") leaves open which is the table's.
  void read_title() {
    const std::string over = words_over(*context_.bundle, table_);
    for (const std::string* text : {&std::as_const(axes_.title), &over, &std::as_const(above_)}) {
      int year = 0;
      bool many_years = false;
      std::optional<Period> part;
      bool many_parts = false;
      for (const Period& period : find_periods(words_.before_comparison(*text))) {
        many_years = many_years || (year != 0 && period.year != 0 && period.year != year);
        if (period.year != 0) year = period.year;
        if (!period.part()) continue;
        many_parts =
            many_parts || (part && (part->first_month != period.first_month || part->last_month != period.last_month));
        part = period;
      }
      const bool cut = text == &over;  // a part of lines, where "Ley 1755" may be cut off its "de 2015"
      if (title_.year == 0 && !many_years && !cut) title_.year = year;
      if (part && !many_parts) {
        const int known = title_.year;
        title_ = *part;
        if (title_.year == 0) title_.year = known;
        open_period_ = false;
        break;
      }
      if (many_parts) {
        open_period_ = true;
      } else if (year != 0 && !cut) {
        break;
      }
    }
    title_type_ = single_type(normalise::fold(axes_.title));
    if (axes_.measures == 0) title_measure_ = single_measure(normalise::fold(axes_.title));
  }

  // "Motivos de las quejas".
  [[nodiscard]] bool names_petitions(const std::string& title) const {
    constexpr std::array<std::string_view, 6> kPetitions{"Peticiones", "Quejas",      "Reclamos",
                                                         "Denuncias",  "Sugerencias", "Felicitaciones"};
    const Vocabulary::Entry* type = words_.types.longest(title);
    return type != nullptr && std::find(kPetitions.begin(), kPetitions.end(), type->meaning) != kPetitions.end();
  }

  // "Quejas por dependencia": the one type that a caption says is counted; of a table that tells types apart, or whose
  // caption speaks of petitions as such, none.
  [[nodiscard]] std::string single_type(const std::string& title) const {
    if (axes_.things > 0 || words_.speaks_of_pqrs(title)) return {};
    constexpr std::array<std::string_view, 7> kTypes{
        "Quejas", "Reclamos", "Denuncias", "Tutelas", "Felicitaciones", "Sugerencias", "Solicitudes de información"};
    const Vocabulary::Entry* entry = words_.types.longest(title);
    if (entry == nullptr || std::find(kTypes.begin(), kTypes.end(), entry->meaning) == kTypes.end()) return {};
    const bool bare = entry->meaning == kTypes.back() && entry->folded.find(' ') == std::string::npos;
    const Vocabulary::Entry* channel = words_.channels.longest(title);  // "buzón de sugerencias"
    if (bare || (channel != nullptr && channel->folded.find(entry->folded) != std::string::npos)) return {};
    std::string rest = title;
    rest.erase(rest.find(entry->folded), entry->folded.size());
    return words_.types.longest(rest) == nullptr ? entry->meaning : std::string();
  }

  // "Requerimientos atendidos" in a caption says whose work they are, not that the table counts answers.
  static bool says_only_work(const Vocabulary::Entry& entry) {
    constexpr std::array<std::string_view, 3> kWork{"atendid", "gestionad", "tramitad"};
    return entry.folded.find(' ') == std::string::npos &&
           std::any_of(kWork.begin(), kWork.end(),
                       [&](std::string_view verb) { return entry.folded.starts_with(verb); });
  }

  Measure single_measure(const std::string& folded) const {
    const Vocabulary::Entry* entry = words_.measures.longest(folded);
    if (entry == nullptr || says_only_work(*entry)) return Measure::none;
    std::string rest = folded;
    rest.erase(rest.find(entry->folded), entry->folded.size());
    const Vocabulary::Entry* other = words_.measures.longest(rest);
    const bool one = other == nullptr || other->meaning == entry->meaning;
    return one ? model::measure_named(entry->meaning) : Measure::none;
  }

  void map_place(int row, int column) {
    const auto count = count_in(table_, reading_, row, column);
    const CellReading& place = reading_.at(row, column);
    if (!count || !place.origin) return;
    const PqrsLine& down = axes_.rows[static_cast<std::size_t>(row)];
    const PqrsLine& across = axes_.columns[static_cast<std::size_t>(column)];
    if ((down.blank && !only_row()) || down.percent || down.foreign || across.foreign) return;
    if (down.unknown && !is_thing(down.axis) && !down.total) return;  // told in tell_rows
    if (across.unknown && across.measure == Measure::none && across.axis == PqrsAxis::none && across.period.empty() &&
        !across.total)
      return;
    if (across.blank && column != axes_.value_columns.front()) return;  // a figure without a head beside another
    const bool row_things = is_thing(axes_.row_axis);
    const bool column_things = is_thing(axes_.column_axis);
    const bool row_thing = is_thing(down.axis) && !down.label.empty() && !down.total;
    const bool column_thing = is_thing(across.axis) && !across.label.empty() && !across.total;
    if (row_things && !row_thing && !down.total)
      return;  // a label that is neither a thing nor a total: a note, a section

    model::PqrsCount record;
    if (row_thing) {
      set_thing(record, down);
      if (column_thing) {
        record.second_dimension = dimension_of(across.axis);
        record.second_label = across.label;
      }
    } else if (column_thing) {
      set_thing(record, across);
    } else if (row_things) {
      record.dimension = dimension_of(axes_.row_axis);
      record.label = down.text;
      record.total = true;
    } else if (column_things) {
      record.dimension = dimension_of(axes_.column_axis);
      record.label = across.total ? across.text : down.text;
      record.total = true;
    } else {
      record.dimension = model::Dimension::total;
      record.label = subject_label();
      record.total =
          down.total || (across.total && across.measure == Measure::none && axes_.column_axis == PqrsAxis::period);
    }
    if (!title_type_.empty() && record.second_dimension == model::Dimension::none) set_title_type(record);
    record.measure = across.measure != Measure::none ? across.measure
                     : down.measure != Measure::none ? down.measure
                                                     : title_measure_;
    if (record.measure == Measure::none) record.measure = Measure::recibidas;
    set_period(record, down, across);
    record.count = *count;
    const model::Cell& cell = table_.cells[static_cast<std::size_t>(reading_.at(row, column).cell)];
    record.source = source_of(cell, reading_.table, row, column);
    record.doubt = reason_of(place.doubt);
    if (place.doubt != Doubt::none) record.source.confidence = std::min(record.source.confidence, kDoubtful);
    claim_.records.push_back(std::move(record));
  }

  void set_title_type(model::PqrsCount& record) const {
    if (record.dimension == model::Dimension::total) {
      record.dimension = model::Dimension::kind;
      record.label = record.key = title_type_;
    } else {
      record.second_dimension = model::Dimension::kind;
      record.second_label = title_type_;
    }
  }

  static void set_thing(model::PqrsCount& record, const PqrsLine& line) {
    record.dimension = dimension_of(line.axis);
    record.label = line.label;
    record.key = line.key;
    if (line.second_axis == PqrsAxis::none) return;
    record.second_dimension = dimension_of(line.second_axis);
    record.second_label = line.second_label;
  }

  // Heads over figures and nothing at their left: the row is the table's own.
  [[nodiscard]] bool only_row() const {
    return axes_.label_columns.empty() && axes_.header_rows > 0 && table_.rows == axes_.header_rows + 1;
  }

  void set_period(model::PqrsCount& record, const PqrsLine& down, const PqrsLine& across) const {
    const auto first = [](std::initializer_list<int> years) {
      for (const int year : years) {
        if (year != 0) return year;
      }
      return 0;
    };
    record.vigencia = first({across.period.year, down.period.year, title_.year, reading_.vigencia, context_.vigencia});
    const Period* part = across.period.part() ? &across.period : down.period.part() ? &down.period : nullptr;
    // The total over periods is the whole that the caption or the document names.
    const bool year_named = across.period.year != 0 || down.period.year != 0;
    if (part == nullptr && !year_named && title_.part()) part = &title_;
    const bool whole_year = axes_.column_axis == PqrsAxis::period || axes_.row_axis == PqrsAxis::period;
    if (part == nullptr && !year_named && !whole_year && !open_period_ && context_.subject->period.part() &&
        (context_.subject->period.year == 0 || record.vigencia == 0 ||
         context_.subject->period.year == record.vigencia)) {
      part = &context_.subject->period;
    }
    record.period = period_name(part != nullptr ? *part : Period{}, record.vigencia);
    if (part != nullptr) record.period_text = part->label;
  }

  // How the report calls what it counts: the acronym in a head, else in the caption.
  std::string subject_label() const {
    for (const int c : axes_.value_columns) {
      const PqrsLine& line = axes_.columns[static_cast<std::size_t>(c)];
      if (const std::string name = acronym(line.text); line.counts && !name.empty()) return name;
    }
    const std::string name = acronym(axes_.title);
    return name.empty() ? "PQRS" : name;
  }

  static std::string acronym(const std::string& text) {
    for (const Token& token : tokens_of(text)) {
      if (token.folded.rfind("pqr", 0) == 0) return text.substr(token.begin, token.end - token.begin);
    }
    return {};
  }

  void tell_columns() {
    claim_.columns = reading_.columns;
    for (int c = 0; c < table_.columns; ++c) {
      const PqrsLine& line = axes_.columns[static_cast<std::size_t>(c)];
      ColumnReading& column = claim_.columns[static_cast<std::size_t>(c)];
      const bool value =
          std::find(axes_.value_columns.begin(), axes_.value_columns.end(), c) != axes_.value_columns.end();
      if (line.percent) {
        column.role = ColumnRole::percent;
        column.why = "porcentaje de PQRS";
      } else if (value && line.unknown) {
        claim_.left_out.push_back(fmt::format("columna {} «{}»: no se sabe qué cuenta de las PQRS", c, line.text));
      } else if (value) {
        column.role = ColumnRole::count;
        column.measure = line.measure == Measure::none ? Measure::recibidas : line.measure;
        column.sum = false;
        column.field = CommitmentField::none;
        column.period = line.period.part() ? line.period.label : column.period;
        if (line.period.year != 0) column.vigencia = line.period.year;
        column.why = "cantidad de PQRS" + (line.text.empty() ? std::string() : ": " + line.text);
      } else if (std::find(axes_.label_columns.begin(), axes_.label_columns.end(), c) != axes_.label_columns.end()) {
        column.role = ColumnRole::label;
        column.why = "rótulos de PQRS";
      }
    }
    tell_rows();
  }

  // Rows of which nothing was understood: reasons, states, names that no head explains.
  void tell_rows() {
    for (int r = axes_.header_rows; r < table_.rows; ++r) {
      const PqrsLine& line = axes_.rows[static_cast<std::size_t>(r)];
      if (line.unknown && !is_thing(line.axis) && !line.total && !line.blank)
        claim_.left_out.push_back(fmt::format("fila {} «{}»: no se sabe qué cuenta de las PQRS", r, line.text));
    }
  }

  const PqrsContext& context_;
  const PqrsWords& words_;
  const model::Table& table_;
  const TableReading& reading_;
  PqrsClaim claim_;
  PqrsAxes axes_;
  std::string above_;
  Period title_;
  Measure title_measure_ = Measure::none;
  std::string title_type_;
  bool open_period_ = false;  // what stands above names several parts of the year
};

}  // namespace

PqrsClaim claim_pqrs(const PqrsContext& context, const TableReading& reading) {
  return Mapper(context, reading).claim();
}

}  // namespace cotejo::mapping
