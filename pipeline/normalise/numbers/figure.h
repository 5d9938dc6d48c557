#pragma once

#include <cstddef>
#include <optional>

#include "model/amount.h"
#include "pipeline/normalise/numbers/digit_run.h"
#include "pipeline/normalise/numbers/number.h"
#include "pipeline/normalise/text/skeleton.h"

// The parts that a figure in a cell and a figure in running text are read from. Positions are chars of a Skeleton.
namespace cotejo::normalise {

struct Currency {
  std::size_t end = 0;
  model::Unit unit = model::Unit::cop;
};
// A currency sign or code at `begin`: $, COP, US$, USD …
[[nodiscard]] std::optional<Currency> currency_at(const Skeleton& text, std::size_t begin);

// What stands after the digits and belongs to the figure: scale words, percent, currency, "m/cte".
struct Tail {
  std::size_t end = 0;  // == begin when nothing belongs to it
  int scale = 0;        // power of ten
  bool percent = false;
  std::optional<model::Unit> money;
};
[[nodiscard]] Tail read_tail(const Skeleton& text, std::size_t begin, bool money);

// value × 10^scale, exact; nothing when it does not fit a Decimal.
[[nodiscard]] std::optional<model::Decimal> scaled(const model::Decimal& value, int scale);
// a + b with the finer precision of the two; nothing when it does not fit.
[[nodiscard]] std::optional<model::Decimal> sum(const model::Decimal& a, const model::Decimal& b);

// Puts digits, tail and context together. kind is text when the figure does not fit a Decimal.
[[nodiscard]] NumberReading compose(const DigitRun& digits, const Tail& tail, std::optional<model::Unit> sign_unit,
                                    bool negative, const NumberContext& context);

}  // namespace cotejo::normalise
