#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "pipeline/mapping/read_document.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "tests/pipeline/made_table.h"

namespace cotejo::mapping::fixture {

using cotejo::testing::Merge;
using Grid = cotejo::testing::Rows;

// A table of the given texts on page 1.
inline model::Table table_of(const Grid& grid, int header_rows, const std::string& title = {},
                             const std::vector<Merge>& merges = {}) {
  model::Table table = cotejo::testing::made_table(title, grid, header_rows, merges, {300, 12, 0});
  table.page_boxes.push_back({50, 300, 550, 300 + 12.0 * table.rows});
  return table;
}

// A document of one page with these headings and paragraphs above the tables.
struct Document {
  model::Bundle bundle;
  double y = 20;

  Document() {
    bundle.file_name = "informe.pdf";
    bundle.page_count = 1;
    model::Page page;
    page.number = 1;
    page.width = 612;
    page.height = 792;
    page.origin = model::Origin::text;
    bundle.pages.push_back(page);
  }
  Document& heading(const std::string& text) { return block(model::BlockKind::heading, text); }
  Document& paragraph(const std::string& text) { return block(model::BlockKind::paragraph, text); }
  Document& add(model::Table table) {
    bundle.tables.push_back(std::move(table));
    return *this;
  }
  [[nodiscard]] DocumentReading read() const { return read_document(bundle, vocabulary()); }

  static const Vocabulary& vocabulary() {
    static const Vocabulary standard = Vocabulary::standard();
    return standard;
  }

 private:
  // Each word of the text is a word of the page, six points a letter.
  Document& block(model::BlockKind kind, const std::string& text) {
    model::Block out;
    out.kind = kind;
    out.page = 1;
    out.text = text;
    out.font_size = kind == model::BlockKind::heading ? 14 : 10;
    double x = 50;
    std::string word;
    for (std::size_t i = 0; i <= text.size(); ++i) {
      if (i < text.size() && text[i] != ' ') {
        word += text[i];
        continue;
      }
      if (word.empty()) continue;
      model::Word made;
      made.text = word;
      made.box = {x, y, x + 6.0 * static_cast<double>(word.size()), y + 10};
      x = made.box.x1 + 6;
      out.words.push_back(static_cast<int>(bundle.pages[0].words.size()));
      out.box = model::united(out.box, made.box);
      bundle.pages[0].words.push_back(std::move(made));
      word.clear();
    }
    y += 12;
    bundle.blocks.push_back(std::move(out));
    return *this;
  }
};

}  // namespace cotejo::mapping::fixture
