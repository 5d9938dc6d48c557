#include "pipeline/mapping/text/year_parts.h"

#include <array>
#include <map>

#include "pipeline/mapping/text/periods.h"

namespace cotejo::mapping {

std::vector<YearPart> year_parts(std::string_view text) {
  std::vector<YearPart> result;
  const std::vector<Token> tokens = tokens_of(text);
  for (const Period& period : find_periods(text, tokens)) {
    const int months = period.last_month - period.first_month + 1;
    const bool part = period.part() && (months == 2 || months == 3 || months == 4 || months == 6);
    if (!part || period.last_month % months != 0) continue;
    result.push_back({tokens[period.first_token].begin, tokens[period.first_token + period.words - 1].end, months,
                      period.last_month / months});
  }
  return result;
}

YearPart period_of(const model::Bundle& bundle) {
  std::map<std::pair<int, int>, int> votes;
  const auto vote = [&](const std::string& text, int weight) {
    for (const YearPart& mention : year_parts(text)) votes[{mention.months, mention.index}] += weight;
  };
  const int first_page = bundle.pages.empty() ? 1 : bundle.pages.front().number;
  for (const model::Block& block : bundle.blocks) {
    const bool head = block.kind == model::BlockKind::heading || block.kind == model::BlockKind::caption ||
                      block.kind == model::BlockKind::running_head;
    vote(block.text, block.page == first_page ? 3 : head ? 2 : 1);
  }
  for (const model::Table& table : bundle.tables) vote(table.title, 2);
  YearPart best;
  int most = 0, second = 0;
  for (const auto& [key, count] : votes) {
    if (count > most) {
      second = most;
      most = count;
      best = {0, 0, key.first, key.second};
    } else if (count > second) {
      second = count;
    }
  }
  return most >= 3 && most > second ? best : YearPart{};
}

std::string year_part_name(const YearPart& period) {
  static constexpr std::array kRoman{"I", "II", "III", "IV", "V", "VI"};
  const char* part = period.months == 3   ? "trimestre"
                     : period.months == 6 ? "semestre"
                     : period.months == 4 ? "cuatrimestre"
                                          : "bimestre";
  if (period.index < 1 || period.index > 6) return part;
  return std::string(kRoman[static_cast<std::size_t>(period.index - 1)]) + " " + part;
}

}  // namespace cotejo::mapping
