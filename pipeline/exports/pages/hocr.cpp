#include <fmt/format.h>

#include <cmath>
#include <memory>
#include <pugixml.hpp>
#include <sstream>

#include "pipeline/exports/output/kinds.h"
#include "pipeline/exports/pages/documents.h"
#include "pipeline/exports/pages/regions.h"

// hOCR 1.2, a file a page: HTML whose elements bear the places of blocks, lines and words.
namespace cotejo::exports {
namespace {

using pugi::xml_node;

// hOCR counts in pixels; pages of a PDF have none, so they are told as if drawn with so many an inch.
constexpr int kPixelsPerInch = 300;

long pixels(double points) {
  return std::lround(points * kPixelsPerInch / 72.0);
}

std::string box_told(const model::Rect& box) {
  return fmt::format("bbox {} {} {} {}", pixels(box.x0), pixels(box.y0), pixels(box.x1), pixels(box.y1));
}

// A title's text between quotes, as the format has it.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

class Writer {
 public:
  Writer(const DocumentCard& card, const model::Bundle& bundle, const Request& request)
      : card_(card), bundle_(bundle), request_(request), regions_(regions_of(bundle)) {}

  std::string page(std::size_t at) {
    next_ = 0;
    const model::Page& page = bundle_.pages[at];
    pugi::xml_document document;
    document.append_child(pugi::node_doctype).set_value("html");
    xml_node html = document.append_child("html");
    html.append_attribute("xmlns") = "http://www.w3.org/1999/xhtml";
    html.append_attribute("lang") = "es";
    put_head(html.append_child("head"), page);
    xml_node node = html.append_child("body").append_child("div");
    const model::Rect whole{0, 0, page.width, page.height};
    name(node, "ocr_page", "page",
         fmt::format("image {}; {}; ppageno {}; scan_res {} {}", quoted(card_.route), box_told(whole), page.number - 1,
                     kPixelsPerInch, kPixelsPerInch));
    for (const Region& region : regions_[at]) {
      if (region.is_table())
        put_table(node, region);
      else
        put_text(node, region);
    }
    std::ostringstream text;
    document.save(text, "", pugi::format_raw | pugi::format_no_declaration);
    return text.str() + "\n";
  }

 private:
  void put_head(xml_node head, const model::Page& page) const {
    head.append_child("meta").append_attribute("charset") = "utf-8";
    head.append_child("title").text().set(fmt::format("{}, página {}", card_.route, page.number).c_str());
    for (const auto& [key, value] :
         {std::pair{"ocr-system", "cotejo " + request_.version},
          std::pair{"ocr-capabilities", std::string("ocr_page ocr_carea ocr_table ocr_header ocr_footer ocr_caption "
                                                    "ocr_par ocr_line ocrx_word ocrp_wconf")},
          std::pair{"ocr-number-of-pages", std::string("1")}, std::pair{"ocr-langs", std::string("es")}}) {
      xml_node meta = head.append_child("meta");
      meta.append_attribute("name") = key;
      meta.append_attribute("content") = value.c_str();
    }
  }

  void name(xml_node node, const char* type, const char* kind, const std::string& title) {
    node.append_attribute("class") = type;
    node.append_attribute("id") = fmt::format("{}_{}", kind, ++next_).c_str();
    node.append_attribute("title") = title.c_str();
  }

  void put_text(xml_node parent, const Region& region) {
    const model::BlockKind kind = region.block == nullptr ? model::BlockKind::paragraph : region.block->kind;
    const char* type = kind == model::BlockKind::running_head   ? "ocr_header"
                       : kind == model::BlockKind::running_foot ? "ocr_footer"
                       : kind == model::BlockKind::caption      ? "ocr_caption"
                                                                : "ocr_carea";
    xml_node area = parent.append_child("div");
    name(area, type, "block", box_told(region.box));
    xml_node paragraph = area.append_child("p");
    name(paragraph, "ocr_par", "par", box_told(region.box));
    put_lines(paragraph, region);
  }

  // As HTML has it: rows, and cells that may be as wide as several columns.
  void put_table(xml_node parent, const Region& region) {
    xml_node table = parent.append_child("table");
    name(table, "ocr_table", "table", box_told(region.box));
    xml_node row;
    int number = -1;
    for (const Region& part : region.parts) {
      if (part.cell == nullptr) {
        put_text(parent, part);
        continue;
      }
      if (part.cell->row != number) {
        row = table.append_child("tr");
        number = part.cell->row;
      }
      xml_node cell = row.append_child(number < region.table->header_rows ? "th" : "td");
      cell.append_attribute("title") = box_told(part.box).c_str();
      if (part.cell->row_span > 1) cell.append_attribute("rowspan") = part.cell->row_span;
      if (part.cell->column_span > 1) cell.append_attribute("colspan") = part.cell->column_span;
      put_lines(cell, part);
    }
  }

  void put_lines(xml_node parent, const Region& region) {
    for (const TextLine& line : region.lines) {
      xml_node node = parent.append_child("span");
      const int turned = line.words.front()->rotation;
      name(node, "ocr_line", "line",
           box_told(line.box) + (turned == 0 ? "" : fmt::format("; textangle {}", (360 - turned) % 360)));
      for (const model::Word* word : line.words) {
        xml_node span = node.append_child("span");
        name(span, "ocrx_word", "word",
             fmt::format("{}; x_wconf {}", box_told(word->box), std::lround(word->confidence * 100)));
        xml_node text = word->bold ? span.append_child("strong") : span;
        text.append_child(pugi::node_pcdata).set_value(word->text.c_str());
        if (word->space_after) node.append_child(pugi::node_pcdata).set_value(" ");
      }
    }
  }

  const DocumentCard& card_;
  const model::Bundle& bundle_;
  const Request& request_;
  std::vector<std::vector<Region>> regions_;
  int next_ = 0;  // number of the last part of the page that was named
};

}  // namespace

model::Result<Summary> write_hocr(store::Store& store, const Request& request) {
  const auto of = [&](const DocumentCard& card, const model::Bundle& bundle) {
    return [writer = std::make_shared<Writer>(card, bundle, request)](std::size_t page) { return writer->page(page); };
  };
  return write_pages(store, request, {".html", of});
}

}  // namespace cotejo::exports
