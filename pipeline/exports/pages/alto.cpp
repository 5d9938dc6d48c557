#include <fmt/format.h>

#include <cmath>
#include <memory>
#include <pugixml.hpp>
#include <sstream>

#include "pipeline/exports/output/kinds.h"
#include "pipeline/exports/pages/documents.h"
#include "pipeline/exports/pages/regions.h"

// ALTO 4.4 (Library of Congress), a file a page: blocks, lines and words with their places and their confidence.
namespace cotejo::exports {
namespace {

using pugi::xml_node;

// The unit of ALTO that divides points evenly: 1/1200 inch.
constexpr double kUnitsPerPoint = 1200 / 72.0;

long units(double points) {
  return std::lround(points * kUnitsPerPoint);
}

void put_box(xml_node node, const model::Rect& box) {
  // Both edges are rounded, not the size: what touches on the page touches here.
  const long left = units(box.x0), top = units(box.y0);
  node.append_attribute("HPOS") = left;
  node.append_attribute("VPOS") = top;
  node.append_attribute("WIDTH") = units(box.x1) - left;
  node.append_attribute("HEIGHT") = units(box.y1) - top;
}

const char* tag_of(const Region& region) {
  if (region.block == nullptr) return nullptr;
  switch (region.block->kind) {
    case model::BlockKind::heading:
      return "heading";
    case model::BlockKind::paragraph:
      return "paragraph";
    case model::BlockKind::list_item:
      return "list_item";
    case model::BlockKind::caption:
      return "caption";
    case model::BlockKind::footnote:
      return "footnote";
    case model::BlockKind::running_head:
      return "running_head";
    case model::BlockKind::running_foot:
      return "running_foot";
  }
  return nullptr;
}

void put_child(xml_node parent, const char* name, const std::string& text) {
  parent.append_child(name).text().set(text.c_str());
}

class Writer {
 public:
  Writer(const DocumentCard& card, const model::Bundle& bundle, const Request& request)
      : card_(card), bundle_(bundle), request_(request), regions_(regions_of(bundle)) {}

  std::string page(std::size_t at) {
    next_ = 0;
    page_ = &bundle_.pages[at];
    pugi::xml_document document;
    xml_node declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    xml_node alto = document.append_child("alto");
    alto.append_attribute("xmlns") = "http://www.loc.gov/standards/alto/ns-v4#";
    alto.append_attribute("SCHEMAVERSION") = "4.4";
    describe(alto.append_child("Description"));
    xml_node tags = alto.append_child("Tags");
    for (const char* name : {"heading", "paragraph", "list_item", "caption", "footnote", "running_head", "running_foot",
                             "cell", "head_cell"}) {
      xml_node tag = tags.append_child("StructureTag");
      tag.append_attribute("ID") = (std::string("tag_") + name).c_str();
      tag.append_attribute("LABEL") = name;
    }
    lay_out(alto.append_child("Layout").append_child("Page"), regions_[at]);
    std::ostringstream text;
    document.save(text, " ");
    return text.str();
  }

 private:
  void describe(xml_node description) const {
    put_child(description, "MeasurementUnit", "inch1200");
    xml_node source = description.append_child("sourceImageInformation");
    put_child(source, "fileName", card_.route);
    xml_node identifier = source.append_child("fileIdentifier");
    identifier.append_attribute("fileIdentifierLocation") = "urn:sha256";
    identifier.text().set(card_.sha256.c_str());
    xml_node processing = description.append_child("Processing");
    processing.append_attribute("ID") = "processing";
    put_child(processing, "processingCategory", "contentGeneration");
    put_child(processing, "processingDateTime", request_.date);
    put_child(processing, "processingStepDescription",
              page_->origin == model::Origin::text ? "text layer of the PDF" : "optical character recognition");
    put_child(processing, "processingStepSettings", bundle_.settings);
    xml_node software = processing.append_child("processingSoftware");
    put_child(software, "softwareName", "cotejo");
    put_child(software, "softwareVersion", request_.version);
  }

  void lay_out(xml_node node, const std::vector<Region>& regions) {
    node.append_attribute("ID") = "page";
    node.append_attribute("PROCESSINGREFS") = "processing";
    node.append_attribute("HEIGHT") = units(page_->height);
    node.append_attribute("WIDTH") = units(page_->width);
    node.append_attribute("PHYSICAL_IMG_NR") = page_->number;
    node.append_attribute("PC") = fmt::format("{:.3f}", page_->confidence).c_str();
    node.append_attribute("LANG") = "es";
    xml_node space = node.append_child("PrintSpace");
    put_box(space, {0, 0, page_->width, page_->height});
    for (const Region& region : regions) {
      if (region.is_table())
        put_table(space, region);
      else
        put_text(space, region, tag_of(region));
    }
  }

  std::string id(const char* kind) { return fmt::format("{}_{}", kind, ++next_); }

  void put_table(xml_node parent, const Region& region) {
    xml_node table = parent.append_child("ComposedBlock");
    table.append_attribute("ID") = id("table").c_str();
    put_box(table, region.box);
    table.append_attribute("TYPE") = "table";
    for (const Region& part : region.parts) {
      const bool head = part.cell != nullptr && part.cell->row < region.table->header_rows;
      if (!part.lines.empty()) put_text(table, part, part.cell == nullptr ? nullptr : head ? "head_cell" : "cell");
    }
  }

  void put_text(xml_node parent, const Region& region, const char* tag) {
    xml_node block = parent.append_child("TextBlock");
    // The cell's place is told by its name: row and column from 0, as the base has them.
    const std::string name = region.cell == nullptr
                                 ? id("block")
                                 : fmt::format("{}_r{}_c{}", id("cell"), region.cell->row, region.cell->column);
    block.append_attribute("ID") = name.c_str();
    if (tag != nullptr) block.append_attribute("TAGREFS") = (std::string("tag_") + tag).c_str();
    put_box(block, region.box);
    const int rotation = region.lines.front().words.front()->rotation;
    if (rotation != 0) block.append_attribute("ROTATION") = (360 - rotation) % 360;  // counterclockwise
    for (const TextLine& line : region.lines) put_line(block, line);
  }

  void put_line(xml_node block, const TextLine& line) {
    xml_node node = block.append_child("TextLine");
    node.append_attribute("ID") = id("line").c_str();
    put_box(node, line.box);
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      const model::Word& word = *line.words[i];
      xml_node string = node.append_child("String");
      string.append_attribute("ID") = id("word").c_str();
      put_box(string, word.box);
      string.append_attribute("CONTENT") = word.text.c_str();
      if (word.bold) string.append_attribute("STYLE") = "bold";
      string.append_attribute("WC") = fmt::format("{:.3f}", word.confidence).c_str();
      if (i + 1 < line.words.size() && word.space_after) put_space(node, word.box, line.words[i + 1]->box);
    }
  }

  static void put_space(xml_node line, const model::Rect& before, const model::Rect& after) {
    xml_node space = line.append_child("SP");
    if (after.x0 <= before.x1) return;
    space.append_attribute("HPOS") = units(before.x1);
    space.append_attribute("VPOS") = units(before.y0);
    space.append_attribute("WIDTH") = units(after.x0) - units(before.x1);
  }

  const DocumentCard& card_;
  const model::Bundle& bundle_;
  const Request& request_;
  std::vector<std::vector<Region>> regions_;
  const model::Page* page_ = nullptr;
  int next_ = 0;  // number of the last part of the page that was named
};

}  // namespace

model::Result<Summary> write_alto(store::Store& store, const Request& request) {
  const auto of = [&](const DocumentCard& card, const model::Bundle& bundle) {
    return [writer = std::make_shared<Writer>(card, bundle, request)](std::size_t page) { return writer->page(page); };
  };
  return write_pages(store, request, {".xml", of});
}

}  // namespace cotejo::exports
