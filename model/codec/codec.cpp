#include "model/codec/codec.h"

#include <cmath>

#include "model/codec/blob.h"
#include "model/codec/fields.h"

namespace cotejo::model {

template <class Archive, Is<Analysis> V>
void fields(Archive& archive, V& v) {
  archive(v.records, v.checks);
}

namespace {

using codec::fault;
using codec::from_blob;
using codec::to_blob;

// A table of more places than this is not of this world: the longest budget listings have some 10,000 rows × 20
// columns.
constexpr std::int64_t kMostPlaces = 5'000'000;

bool finite(const Rect& box) {
  return std::isfinite(box.x0) && std::isfinite(box.y0) && std::isfinite(box.x1) && std::isfinite(box.y1);
}

bool sound(const Page& page) {
  if (!std::isfinite(page.width) || !std::isfinite(page.height) || !std::isfinite(page.confidence)) return false;
  for (const Word& word : page.words) {
    if (!finite(word.box) || !std::isfinite(word.font_size) || !std::isfinite(word.confidence)) return false;
  }
  for (const Rule& rule : page.rules) {
    if (!finite({rule.from.x, rule.from.y, rule.to.x, rule.to.y}) || !std::isfinite(rule.thickness)) return false;
  }
  for (const Shade& shade : page.shades) {
    if (!finite(shade.box)) return false;
  }
  for (const ImageBox& image : page.images) {
    if (!finite(image.box)) return false;
  }
  return true;
}

bool sound(const Table& table, int page_count) {
  if (table.rows < 0 || table.columns < 0 || table.header_rows < 0 || table.header_rows > table.rows) return false;
  const std::int64_t places = static_cast<std::int64_t>(table.rows) * table.columns;
  if (places > kMostPlaces) return false;
  if (table.first_page < 1 || table.last_page < table.first_page || table.last_page > page_count) return false;
  for (const Cell& cell : table.cells) {
    if (cell.row < 0 || cell.column < 0 || cell.row_span < 1 || cell.column_span < 1) return false;
    if (cell.row_span > table.rows - cell.row || cell.column_span > table.columns - cell.column) return false;
    if (cell.page < 1 || cell.page > page_count || !finite(cell.box) || !std::isfinite(cell.indent)) return false;
  }
  return true;
}

}  // namespace

std::string encode(const Page& page) {
  return to_blob('P', page);
}
std::string encode(const Bundle& bundle) {
  return to_blob('B', bundle);
}
std::string encode(const Analysis& analysis) {
  return to_blob('A', analysis);
}

Result<Page> decode_page(std::string_view blob) {
  Result<Page> page = from_blob<Page>('P', blob);
  if (page && !sound(page.value())) return fault("contenido mal formado");
  return page;
}

Result<Bundle> decode_bundle(std::string_view blob) {
  Result<Bundle> bundle = from_blob<Bundle>('B', blob);
  if (!bundle) return bundle;
  const Status status = validate(bundle.value());
  if (!status) return status.error();
  return bundle;
}

Result<Analysis> decode_analysis(std::string_view blob) {
  return from_blob<Analysis>('A', blob);
}

Status validate(const Bundle& bundle) {
  if (bundle.page_count < 0) return fault("número de páginas imposible");
  int last = 0;
  for (const Page& page : bundle.pages) {
    if (page.number <= last || page.number > bundle.page_count || !sound(page)) return fault("página mal formada");
    last = page.number;
  }
  for (const Table& table : bundle.tables) {
    if (!sound(table, bundle.page_count)) return fault("tabla mal formada");
  }
  std::size_t at = 0;  // blocks mostly follow the pages' order, so the search starts where the last one ended
  for (const Block& block : bundle.blocks) {
    if (!finite(block.box) || !std::isfinite(block.font_size)) return fault("bloque mal formado");
    if (block.words.empty()) continue;
    for (std::size_t tries = 0; tries < bundle.pages.size() && bundle.pages[at].number != block.page; ++tries) {
      at = (at + 1) % bundle.pages.size();
    }
    if (bundle.pages.empty() || bundle.pages[at].number != block.page) return fault("bloque de una página que no está");
    for (const int word : block.words) {
      if (word < 0 || static_cast<std::size_t>(word) >= bundle.pages[at].words.size())
        return fault("bloque mal formado");
    }
  }
  for (const OutsideFigure& figure : bundle.outside) {
    if (figure.page < 1 || figure.page > bundle.page_count || !finite(figure.box) || !std::isfinite(figure.confidence))
      return fault("cifra mal formada");
  }
  for (const Error& error : bundle.errors) {
    if (error.page < 0 || error.page > bundle.page_count) return fault("error de una página que no está");
  }
  return Done{};
}

}  // namespace cotejo::model
