#include "cli/review/api/account.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "cli/review/api/shape.h"
#include "model/amount.h"

namespace cotejo::cli::review {
namespace {

// Parts whose signs are still looked for: 2^12 ways are tried in no time, and no row has more columns that add up.
constexpr std::size_t kMostSigned = 12;

// "-1234.50" in millionths; nothing where it is no plain number.
std::optional<model::Micro> plain(const std::string& text) {
  const bool negative = text.starts_with('-');
  const std::string digits = text.substr(negative ? 1 : 0);
  const std::size_t point = digits.find('.');
  const std::string whole = digits.substr(0, point);
  std::string parts = point == std::string::npos ? "" : digits.substr(point + 1);
  if (whole.empty() || whole.size() > 18 || parts.size() > 6) return std::nullopt;
  parts.resize(6, '0');
  std::int64_t units = 0, millionths = 0;
  const auto read = [](const std::string& from, std::int64_t& to) {
    const auto done = std::from_chars(from.data(), from.data() + from.size(), to);
    return done.ec == std::errc() && done.ptr == from.data() + from.size() && from.front() != '-';
  };
  if (!read(whole, units) || !read(parts, millionths)) return std::nullopt;
  const model::Micro value = model::Micro{units} * model::kMicro + millionths;
  return negative ? -value : value;
}

// The fewest parts to be taken away, the first never, so that the others come to the sum; nothing when none do.
std::optional<unsigned> signs_for(const std::vector<model::Micro>& parts, model::Micro sum) {
  model::Micro all = 0;
  for (const model::Micro part : parts) all += part;
  if (all == sum) return 0U;
  if (parts.size() > kMostSigned) return std::nullopt;
  std::optional<unsigned> best;
  for (unsigned taken = 2; taken < (1U << parts.size()); taken += 2) {
    model::Micro value = all;
    for (std::size_t i = 1; i < parts.size(); ++i)
      if ((taken >> i & 1U) != 0) value -= 2 * parts[i];
    if (value == sum && (!best || __builtin_popcount(taken) < __builtin_popcount(*best))) best = taken;
  }
  return best;
}

}  // namespace

Json account_of(const store::FindingDetail& detail, const std::vector<std::string>& labels) {
  const auto expected = plain(detail.finding.expected), printed = plain(detail.finding.reported);
  if (!expected || !printed) return nullptr;
  std::vector<std::size_t> places;
  std::vector<model::Micro> values;
  for (std::size_t i = 0; i < detail.evidence.size(); ++i) {
    const store::EvidenceRow& it = detail.evidence[i];
    if (it.role != model::Role::addend && it.role != model::Role::suspect) continue;
    const auto value = plain(it.value);
    if (!value) return nullptr;
    places.push_back(i);
    values.push_back(*value);
  }
  if (values.size() < 2) return nullptr;
  const std::optional<unsigned> taken = signs_for(values, *expected);
  if (!taken) return nullptr;
  Json parts = Json::array();
  for (std::size_t i = 0; i < places.size(); ++i) {
    const store::EvidenceRow& it = detail.evidence[places[i]];
    parts.push_back({{"evidence", places[i]},
                     {"label", known_or_null(places[i] < labels.size() ? labels[places[i]] : "")},
                     {"text", it.text},
                     {"value", it.value},
                     {"sign", (*taken >> i & 1U) != 0 && i < kMostSigned ? "-" : "+"}});
  }
  return {{"parts", std::move(parts)},
          {"sum", model::micro_to_string(*expected)},
          {"printed", model::micro_to_string(*printed)},
          {"difference", model::micro_to_string(*printed - *expected)}};
}

}  // namespace cotejo::cli::review
