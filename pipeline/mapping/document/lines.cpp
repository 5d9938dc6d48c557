#include "pipeline/mapping/document/lines.h"

#include <algorithm>
#include <array>

#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

constexpr int kOpeningPages = 3;                // cover, its back, and the first page of text
constexpr std::size_t kLongestFieldLabel = 32;  // bytes: "Fecha de aprobación o ajuste"

// Words that the label of a form begins with.
bool begins_label(std::string_view folded) {
  constexpr std::array<std::string_view, 24> kWords{
      "entidad", "dependencia", "proceso",   "subproceso", "macroproceso", "vigencia", "fecha",     "nit",
      "periodo", "responsable", "objetivo",  "codigo",     "version",      "pagina",   "pag",       "municipio",
      "area",    "formato",     "elaborado", "hoja",       "mes",          "corte",    "ejercicio", "alcance"};
  return std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

}  // namespace

std::vector<Line> opening_lines(const model::Bundle& bundle) {
  std::vector<Line> lines;
  const int first_page = bundle.blocks.empty() ? 1 : bundle.blocks.front().page;
  for (const model::Block& block : bundle.blocks) {
    if (block.page >= first_page + kOpeningPages) break;
    Line line;
    line.block = &block;
    line.folded = normalise::fold(block.text);
    line.cover = block.page == first_page;
    line.running = block.kind == model::BlockKind::running_head || block.kind == model::BlockKind::running_foot;
    line.brief = block.text.size() <= kShortLine;
    if (!line.folded.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

std::size_t next_label(std::string_view text, std::size_t at) {
  for (std::size_t word = at; word < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", word), text.size());
    std::string folded = normalise::fold(text.substr(word, end - word));
    const std::size_t colon = text.find(':', word);
    if (begins_label(folded) && colon != std::string_view::npos && colon - word <= kLongestFieldLabel) return word;
    word = end + 1;
  }
  return text.size();
}

std::string field_of(const std::vector<Line>& lines, const std::vector<std::string_view>& labels) {
  for (const Line& line : lines) {
    const std::string& text = line.block->text;
    for (std::size_t colon = text.find(':'); colon != std::string::npos; colon = text.find(':', colon + 1)) {
      const std::size_t from = colon > kLongestFieldLabel ? colon - kLongestFieldLabel : 0;
      const std::string before = normalise::fold(std::string_view(text).substr(from, colon - from));
      const bool named = std::any_of(labels.begin(), labels.end(), [&](std::string_view label) {
        return before == label || before.ends_with(" " + std::string(label));
      });
      if (!named) continue;
      std::string value =
          normalise::clean(std::string_view(text).substr(colon + 1, next_label(text, colon + 1) - colon - 1));
      if (!value.empty() && value.size() <= kShortLine) return value;
    }
  }
  return {};
}

bool is_form_field(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon > kLongestFieldLabel) return false;
  return begins_label(normalise::fold(text.substr(0, text.find_first_of(" :"))));
}

}  // namespace cotejo::mapping
