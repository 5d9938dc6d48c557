#include "pipeline/mapping/document/lines.h"

#include <algorithm>
#include <array>

#include "pipeline/mapping/document/tolerances.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::lines;

// Words that the label of a form begins with.
bool begins_label(std::string_view folded) {
  constexpr std::array<std::string_view, 24> kWords{
      "entidad", "dependencia", "proceso",   "subproceso", "macroproceso", "vigencia", "fecha",     "nit",
      "periodo", "responsable", "objetivo",  "codigo",     "version",      "pagina",   "pag",       "municipio",
      "area",    "formato",     "elaborado", "hoja",       "mes",          "corte",    "ejercicio", "alcance"};
  return std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

struct Part {
  std::string text;
  model::Rect box;
};

// The texts of a short line, where the name of the body often stands at the left and that of the report at the right.
std::vector<Part> parts_of(const model::Bundle& bundle, const model::Block& block) {
  const auto page = std::find_if(bundle.pages.begin(), bundle.pages.end(),
                                 [&](const model::Page& it) { return it.number == block.page; });
  if (page == bundle.pages.end() || block.words.empty()) return {{block.text, block.box}};
  std::vector<Part> parts(1);
  const model::Word* last = nullptr;
  for (const int index : block.words) {
    const model::Word& word = page->words[static_cast<std::size_t>(index)];
    const bool below = last != nullptr && word.box.x0 < last->box.x0;
    const bool apart = last != nullptr && !below &&
                       word.box.x0 - last->box.x1 > kStandsApart * std::max(word.font_size, last->font_size);
    if (apart)
      parts.emplace_back();
    else if (last != nullptr && (last->space_after || below))
      parts.back().text += ' ';
    const model::Rect& box = parts.back().box;
    const bool first = parts.back().text.empty();
    parts.back().box = first ? word.box
                             : model::Rect{std::min(box.x0, word.box.x0), std::min(box.y0, word.box.y0),
                                           std::max(box.x1, word.box.x1), std::max(box.y1, word.box.y1)};
    parts.back().text += word.text;
    last = &word;
  }
  return parts.size() > 1 ? parts : std::vector<Part>{{block.text, block.box}};
}

// "Municipalidad de" at the left of a title, over "Carmen de Areco": what a text leaves open goes on right below it.
bool is_open(const std::string& text) {
  const std::string folded = normalise::fold(text);
  return folded.ends_with(" de") || folded.ends_with(" del") || folded.ends_with(" de la") ||
         folded.ends_with(" de los");
}

bool goes_on_in(const model::Rect& open, const model::Rect& next) {
  const double height = open.y1 - open.y0;
  const double shared = std::min(open.x1, next.x1) - std::max(open.x0, next.x0);
  return shared > 0.5 * std::min(open.x1 - open.x0, next.x1 - next.x0) && next.y0 > open.y0 + 0.5 * height &&
         next.y0 < open.y1 + height;
}

// Both given line by line; of the lines that have parts of their own only.
void join_open_parts(const std::vector<std::vector<Part>>& parts, std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t k = 0; k < parts[i].size() && parts[i].size() > 1; ++k) {
      if (!is_open(parts[i][k].text)) continue;
      for (std::size_t next = i + 1; next < std::min(lines.size(), i + 1 + kReach); ++next) {
        if (lines[next].block->page != lines[i].block->page || !lines[next].brief) continue;
        const auto below = std::find_if(parts[next].begin(), parts[next].end(),
                                        [&](const Part& it) { return goes_on_in(parts[i][k].box, it.box); });
        if (below == parts[next].end()) continue;
        lines[i].parts[k] += " " + below->text;
        break;
      }
    }
  }
}

}  // namespace

std::vector<Line> opening_lines(const model::Bundle& bundle) {
  std::vector<Line> lines;
  std::vector<std::vector<Part>> parts;
  const int first_page = bundle.blocks.empty() ? 1 : bundle.blocks.front().page;
  for (const model::Block& block : bundle.blocks) {
    if (block.page >= first_page + kOpeningPages) break;
    Line line;
    line.block = &block;
    line.folded = normalise::fold(block.text);
    line.cover = block.page == first_page;
    line.running = block.kind == model::BlockKind::running_head || block.kind == model::BlockKind::running_foot;
    line.brief = block.text.size() <= kShortLine;
    if (line.folded.empty()) continue;
    parts.push_back(line.brief ? parts_of(bundle, block) : std::vector<Part>{{block.text, block.box}});
    for (const Part& part : parts.back()) line.parts.push_back(part.text);
    lines.push_back(std::move(line));
  }
  join_open_parts(parts, lines);
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
