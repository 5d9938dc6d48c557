#include "pipeline/worker/message.h"

#include "model/codec/blob.h"
#include "model/codec/fields.h"

namespace cotejo::model::codec {

template <>
inline constexpr reading::OcrMode kLast<reading::OcrMode> = reading::OcrMode::never;
template <>
inline constexpr worker::Order kLast<worker::Order> = worker::Order::archive;
template <>
inline constexpr worker::Answer kLast<worker::Answer> = worker::Answer::archived;

}  // namespace cotejo::model::codec

namespace cotejo::model {

template <class Archive, Is<ToldReading> V>
void fields(Archive& archive, V& v) {
  archive(v.page, v.box, v.text);
}

}  // namespace cotejo::model

namespace cotejo::reading {

template <class Archive, model::Is<SourceFile> V>
void fields(Archive& archive, V& v) {
  archive(v.path, v.name, v.sha256, v.size, v.told.is, v.told.cleared, v.told.readings, v.password);
}

}  // namespace cotejo::reading

namespace cotejo::worker {

using model::Is;

namespace {

// A rule's settings as they travel: maps are not written.
struct NamedRule {
  std::string name;
  checks::RuleSettings settings;
};

template <class Archive, Is<NamedRule> V>
void fields(Archive& archive, V& v) {
  archive(v.name, v.settings.enabled, v.settings.severity, v.settings.tolerance);
}

struct SetupParts {
  Setup setup;
  std::vector<NamedRule> rules;
};

template <class Archive, Is<SetupParts> V>
void fields(Archive& archive, V& v) {
  archive(v.setup.extract.ocr, v.setup.extract.reader.language, v.setup.extract.reader.model_folder,
          v.setup.analysis.vocabulary_file, v.setup.analysis.vocabulary_text, v.setup.analysis.taught_text,
          v.setup.limits.memory, v.setup.limits.cpu_seconds, v.setup.limits.wall_seconds, v.setup.temporary_folder,
          v.rules);
}

}  // namespace

template <class Archive, Is<Request> V>
void fields(Archive& archive, V& v) {
  archive(v.order, v.document, v.file, v.with_file, v.first_page, v.last_page, v.budget_seconds, v.text_only,
          v.only_open, v.finish, v.content, v.analyse, v.inspect, v.dpi, v.attachment, v.pages, v.bundle, v.copy.title,
          v.copy.author, v.copy.subject, v.copy.source_sha256, v.copy.program, v.copy.date);
}

template <class Archive, Is<Isolation> V>
void fields(Archive& archive, V& v) {
  archive(v.system_calls, v.files, v.problem);
}

template <class Archive, Is<Reply> V>
void fields(Archive& archive, V& v) {
  archive(v.answer, v.document, v.error, v.isolation, v.next_page, v.pages, v.page_numbers, v.bundle, v.analysis,
          v.inspection, v.width, v.height, v.gray, v.bytes, v.copy.bytes, v.copy.obstacles, v.copy.changes);
}

std::string encode(const Setup& setup) {
  SetupParts parts{setup, {}};
  for (const auto& [name, settings] : setup.analysis.rules) parts.rules.push_back({name, settings});
  return model::codec::to_blob('s', parts);
}

std::string encode(const Request& request) {
  return model::codec::to_blob('q', request);
}

std::string encode(const Reply& reply) {
  return model::codec::to_blob('r', reply);
}

model::Result<Setup> decode_setup(std::string_view blob) {
  model::Result<SetupParts> parts = model::codec::from_blob<SetupParts>('s', blob);
  if (!parts) return parts.error();
  Setup setup = std::move(parts.value().setup);
  for (NamedRule& rule : parts.value().rules) setup.analysis.rules[rule.name] = rule.settings;
  return setup;
}

model::Result<Request> decode_request(std::string_view blob) {
  return model::codec::from_blob<Request>('q', blob);
}

model::Result<Reply> decode_reply(std::string_view blob) {
  return model::codec::from_blob<Reply>('r', blob);
}

}  // namespace cotejo::worker
