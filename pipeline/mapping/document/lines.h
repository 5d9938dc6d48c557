#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace cotejo::mapping {

inline constexpr int kOpeningPages = 3;         // cover, its back, and the first page of text
inline constexpr std::size_t kShortLine = 160;  // bytes: a title, a name or a caption; prose is longer

// A block of the pages that say what a document is.
struct Line {
  const model::Block* block = nullptr;
  std::vector<std::string> parts;  // the block's text; of a brief one, the texts that stand apart in it
  std::string folded;              // of the block's text
  bool cover = false;              // on the first page
  bool running = false;            // a running head or foot
  bool brief = false;              // as short as a title
};

// Those of the cover, its back and the first page of text, in reading order. The bundle must outlive them.
[[nodiscard]] std::vector<Line> opening_lines(const model::Bundle& bundle);

// What stands behind one of the labels of a form ("Proceso o dependencia: Hacienda  Vigencia: 2012"), up to the next
// label; `labels` folded. Empty when no line has one.
[[nodiscard]] std::string field_of(const std::vector<Line>& lines, const std::vector<std::string_view>& labels);

// Where the next label of a form begins, from the byte `at` on; the end of the text when none follows.
[[nodiscard]] std::size_t next_label(std::string_view text, std::size_t at);

// Whether a line is a field of a form ("SUBPROCESO: ELABORACIÓN DEL PLAN"); "Ref.: Informe de gestión" is none.
[[nodiscard]] bool is_form_field(std::string_view text);

}  // namespace cotejo::mapping
