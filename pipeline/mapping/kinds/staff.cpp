#include <optional>
#include <string>
#include <utility>

#include "pipeline/mapping/kinds/kinds.h"
#include "pipeline/mapping/kinds/row_figures.h"
#include "pipeline/mapping/kinds/tolerances.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::staff;

class StaffReader {
 public:
  explicit StaffReader(const TableContext& context) : context_(context), columns_(context, "planta.columna") {}

  std::vector<model::Post> read() {
    std::vector<model::Post> posts;
    if (!is_staff()) return posts;
    for (int r = context_.reading.header_rows; r < context_.table().rows; ++r) {
      if (!columns_.is_entry(r)) continue;
      for (int c = 0; c < context_.table().columns; ++c) {
        if (auto post = post_at(r, c)) posts.push_back(std::move(*post));
      }
    }
    return posts;
  }

 private:
  // How a column of counts says that its posts are filled: "Carrera administrativa"; empty for any other.
  [[nodiscard]] std::string appointment_over(int column) const {
    const std::string head = columns_.head(column);
    return context_.vocabulary.inside("planta.vinculacion", normalise::fold(head)) == nullptr ? std::string() : head;
  }

  // Posts are named by level or by name, or by how they are filled; and something counts them.
  [[nodiscard]] bool is_staff() {
    int ways = 0;
    bool counts = columns_.has("cantidad");
    for (int c = 0; c < context_.table().columns; ++c) ways += appointment_over(c).empty() ? 0 : 1;
    const bool named = columns_.has("nivel") || columns_.has("cargo") || columns_.has("vinculacion");
    rows_are_ways_ = !columns_.has("nivel") && !columns_.has("cargo") && ways_down() >= kFewestWays;
    return speaks_of(context_, "planta.tema") && (named || ways >= kFewestWays || rows_are_ways_) &&
           (counts || ways >= kFewestWays || (rows_are_ways_ && context_.table().columns == 2));
  }

  [[nodiscard]] int ways_down() const {
    int ways = 0;
    for (const RowReading& row : context_.reading.rows)
      ways += context_.vocabulary.inside("planta.vinculacion", normalise::fold(row.label)) == nullptr ? 0 : 1;
    return ways;
  }

  [[nodiscard]] std::optional<model::Post> post_at(int row, int column) const {
    const std::string way = appointment_over(column);
    const std::string& meaning = columns_.meaning(column);
    const bool lone = rows_are_ways_ && context_.table().columns == 2 && column == 1;
    if (way.empty() && meaning != "cantidad" && !lone) return std::nullopt;
    const auto count = columns_.count(row, column);
    if (!count || *count > kMostPosts) return std::nullopt;
    model::Post post;
    post.level = columns_.text(row, "nivel");
    post.name = columns_.text(row, "cargo");
    post.code = columns_.text(row, "codigo");
    post.grade = columns_.text(row, "grado");
    post.appointment = !way.empty() ? way : columns_.text(row, "vinculacion");
    const std::string& label = context_.reading.rows[static_cast<std::size_t>(row)].label;
    if (rows_are_ways_ && post.appointment.empty()) post.appointment = label;
    if (post.level.empty() && post.name.empty() && !rows_are_ways_) post.level = label;
    post.vigencia = context_.reading.vigencia;
    post.count = *count;
    post.total = columns_.is_total(row);
    post.source = columns_.source(row, column);
    return post;
  }

  const TableContext& context_;
  HeadedColumns columns_;
  bool rows_are_ways_ = false;
};

}  // namespace

std::vector<model::Post> posts_of(const TableContext& context) {
  if (context.reading.kind == model::TableKind::petitions) return {};
  return StaffReader(context).read();
}

}  // namespace cotejo::mapping
