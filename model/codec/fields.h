#pragma once

// The fields of every type of the model that is written, in the order in which they are written; those of records come
// from their columns. A field added to a type of the bundle is added here by `since`, and kCodecVersion goes up; what
// mapping and checks make is never kept, so that it may change freely.

#include "model/codec/archive.h"
#include "model/document.h"
#include "model/finding.h"
#include "model/record.h"
#include "model/result.h"

namespace cotejo::model::codec {

template <>
inline constexpr BlockKind kLast<BlockKind> = BlockKind::running_foot;
template <>
inline constexpr ErrorCode kLast<ErrorCode> = ErrorCode::database_closed;
template <>
inline constexpr Stage kLast<Stage> = Stage::output;

}  // namespace cotejo::model::codec

namespace cotejo::model {

template <class Archive, Is<Point> V>
void fields(Archive& archive, V& v) {
  archive(v.x, v.y);
}

template <class Archive, Is<Rect> V>
void fields(Archive& archive, V& v) {
  archive(v.x0, v.y0, v.x1, v.y1);
}

template <class Archive, Is<Reading> V>
void fields(Archive& archive, V& v) {
  archive(v.text, v.confidence);
}

template <class Archive, Is<Word> V>
void fields(Archive& archive, V& v) {
  archive(v.text, v.box, v.font_size, v.bold, v.rotation, v.space_after, v.hidden, v.origin, v.confidence, v.color,
          v.alternatives);
}

template <class Archive, Is<Rule> V>
void fields(Archive& archive, V& v) {
  archive(v.from, v.to, v.thickness);
  archive.gone(false);
}

template <class Archive, Is<Shade> V>
void fields(Archive& archive, V& v) {
  archive(v.box, v.color);
}

template <class Archive, Is<ImageBox> V>
void fields(Archive& archive, V& v) {
  archive(v.box, v.pixel_width, v.pixel_height);
}

template <class Archive, Is<Page> V>
void fields(Archive& archive, V& v) {
  archive(v.number, v.width, v.height, v.rotation, v.origin, v.confidence, v.skew, v.words, v.rules, v.shades, v.images,
          v.has_curves, v.note);
  archive.since(3, v.lean);
}

template <class Archive, Is<Cell> V>
void fields(Archive& archive, V& v) {
  archive(v.row, v.column, v.row_span, v.column_span, v.page, v.box, v.text, v.lines, v.origin, v.confidence, v.bold,
          v.shaded, v.indent, v.alternatives);
}

template <class Archive, Is<Table> V>
void fields(Archive& archive, V& v) {
  archive(v.title, v.first_page, v.last_page, v.rows, v.columns, v.header_rows, v.method, v.cells, v.page_boxes);
}

template <class Archive, Is<Block> V>
void fields(Archive& archive, V& v) {
  archive(v.kind, v.page, v.box, v.text, v.font_size, v.bold, v.heading_level, v.words);
}

template <class Archive, Is<OutsideFigure> V>
void fields(Archive& archive, V& v) {
  archive(v.page, v.box, v.text, v.origin, v.confidence);
}

template <class Archive, Is<Error> V>
void fields(Archive& archive, V& v) {
  archive(v.code, v.stage, v.file, v.page, v.detail);
}

template <class Archive, Is<Bundle> V>
void fields(Archive& archive, V& v) {
  archive(v.file_name, v.sha256, v.file_size, v.settings, v.page_count, v.pdf_title, v.pdf_author, v.pdf_producer,
          v.pdf_date, v.attachments, v.pages, v.tables, v.blocks);
  archive.since(2, v.outside);
  archive(v.errors);
}

template <class Archive, Is<Decimal> V>
void fields(Archive& archive, V& v) {
  archive(v.mantissa, v.exponent);
}

template <class Archive, Is<Amount> V>
void fields(Archive& archive, V& v) {
  archive(v.value, v.unit);
}

template <class Archive, Is<DaySpan> V>
void fields(Archive& archive, V& v) {
  archive(v.from, v.to);
}

// Of whatever has columns: those, and the place where it was printed.
template <class Archive>
struct InColumns {
  Archive& archive;
  template <class Field>
  void operator()(const char*, Field& field, Presence = Presence::optional) {
    archive(field);
  }
  template <class Field>
  void index(const char*, Field& field) {
    archive(field);
  }
};

template <class Archive, class V>
requires(kTable<std::remove_const_t<V>> != nullptr) void fields(Archive& archive, V& v) {
  InColumns<Archive> visit{archive};
  columns(visit, v);
  if constexpr (requires { v.source; }) archive(v.source);
  if constexpr (Is<V, Source>) archive(v.table);
}

template <class Archive, Is<Records> V>
void fields(Archive& archive, V& v) {
  archive(v.document, v.table_kinds, v.dependencies);
  kinds([&](auto& list) { archive(list); }, v);
}

template <class Archive, Is<Evidence> V>
void fields(Archive& archive, V& v) {
  archive(v.role, v.document, v.source, v.value);
}

template <class Archive, Is<Finding> V>
void fields(Archive& archive, V& v) {
  archive(v.rule, v.severity, v.page, v.table, v.message, v.reported, v.expected, v.difference, v.diagnosis,
          v.fingerprint, v.steps, v.evidence);
}

template <class Archive, Is<Untested> V>
void fields(Archive& archive, V& v) {
  archive(v.rule, v.table, v.reason);
}

template <class Archive, Is<CheckResult> V>
void fields(Archive& archive, V& v) {
  archive(v.findings, v.untested, v.relations_tested);
}

}  // namespace cotejo::model
