#pragma once

// The fields of every type of the model that is written, in the order in which they are written. A field added to a
// type is added here, and kCodecVersion goes up.

#include "model/codec/archive.h"
#include "model/document.h"
#include "model/finding.h"
#include "model/record.h"
#include "model/result.h"

namespace cotejo::model::codec {

template <>
inline constexpr Origin kLast<Origin> = Origin::empty;
template <>
inline constexpr TableMethod kLast<TableMethod> = TableMethod::whitespace;
template <>
inline constexpr BlockKind kLast<BlockKind> = BlockKind::running_foot;
template <>
inline constexpr Unit kLast<Unit> = Unit::percent;
template <>
inline constexpr Severity kLast<Severity> = Severity::info;
template <>
inline constexpr ErrorCode kLast<ErrorCode> = ErrorCode::database_closed;
template <>
inline constexpr Stage kLast<Stage> = Stage::output;

}  // namespace cotejo::model::codec

namespace cotejo::model {

// Value is T when reading and const T when writing.
template <class Value, class T>
concept Is = std::is_same_v<std::remove_const_t<Value>, T>;

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
  archive(v.from, v.to, v.thickness, v.edge);
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
          v.pdf_date, v.attachments, v.pages, v.tables, v.blocks, v.outside, v.errors);
}

template <class Archive, Is<Decimal> V>
void fields(Archive& archive, V& v) {
  archive(v.mantissa, v.exponent);
}

template <class Archive, Is<Amount> V>
void fields(Archive& archive, V& v) {
  archive(v.value, v.unit);
}

template <class Archive, Is<Source> V>
void fields(Archive& archive, V& v) {
  archive(v.page, v.box, v.table, v.row, v.column, v.block, v.text, v.sentence, v.origin, v.confidence);
}

template <class Archive, Is<DaySpan> V>
void fields(Archive& archive, V& v) {
  archive(v.from, v.to);
}

template <class Archive, Is<BudgetEntry> V>
void fields(Archive& archive, V& v) {
  archive(v.vigencia, v.code, v.bpin, v.description, v.measure, v.amount, v.total, v.source);
}

template <class Archive, Is<PqrsCount> V>
void fields(Archive& archive, V& v) {
  archive(v.vigencia, v.period, v.dimension, v.label, v.measure, v.count, v.total, v.source);
}

template <class Archive, Is<Commitment> V>
void fields(Archive& archive, V& v) {
  archive(v.number, v.text, v.component, v.responsible, v.due_text, v.due, v.indicator, v.goal_text, v.goal_value,
          v.goal_unit, v.progress_text, v.progress_percent, v.status, v.stages, v.periods, v.source);
}

template <class Archive, Is<ProseFigure> V>
void fields(Archive& archive, V& v) {
  archive(v.amount, v.in_words, v.measure, v.vigencia, v.code, v.label, v.source);
}

template <class Archive, Is<DocumentInfo> V>
void fields(Archive& archive, V& v) {
  archive(v.entity, v.dependency, v.kind, v.title, v.vigencia_from, v.vigencia_to, v.cutoff);
}

template <class Archive, Is<DependencyName> V>
void fields(Archive& archive, V& v) {
  archive(v.printed, v.part, v.canonical, v.key, v.times);
}

template <class Archive, Is<Records> V>
void fields(Archive& archive, V& v) {
  archive(v.document, v.table_kinds, v.budget, v.pqrs, v.commitments, v.prose, v.dependencies);
}

template <class Archive, Is<Evidence> V>
void fields(Archive& archive, V& v) {
  archive(v.role, v.file, v.source, v.value);
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
