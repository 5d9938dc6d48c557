#include "pipeline/exports/pages/pdfa.h"

#include <fmt/format.h>

#include <cerrno>

#include "model/codec/codec.h"
#include "pipeline/exports/output/kinds.h"
#include "pipeline/exports/output/originals.h"
#include "pipeline/exports/output/staging.h"
#include "pipeline/exports/pages/regions.h"

// Each document as PDF/A-2b, made by a worker of the original and of the words that the base has.
namespace cotejo::exports {
namespace {

// From the fields that people may have corrected.
archival::Description description_of(const DocumentCard& card, const Request& request) {
  archival::Description description;
  description.title = card.title.empty() ? card.route : card.title;
  description.author = card.entity;
  std::vector<std::string> subject;
  for (const std::string& part : {card.kind, card.dependency})
    if (!part.empty()) subject.push_back(part);
  if (!card.vigencia_from.empty())
    subject.push_back(card.vigencia_from == card.vigencia_to
                          ? "vigencia " + card.vigencia_from
                          : "vigencias " + card.vigencia_from + " a " + card.vigencia_to);
  description.subject = fmt::format("{}", fmt::join(subject, "; "));
  description.source_sha256 = card.sha256;
  description.program = "cotejo " + request.version;
  description.date = request.date;
  return description;
}

}  // namespace

model::Result<bool> write_copy(store::Store& store, const DocumentCard& card, const Request& request,
                               const std::string& path, std::vector<std::string>& notes) {
  const auto without = [&](const std::string& reason) {
    notes.push_back(card.route + ": sin PDF/A: " + reason);
    return false;
  };
  const model::Result<model::Bundle> bundle = bundle_of(store, card);
  if (!bundle) return without(reason_of(bundle.error()));
  if (request.originals == nullptr) return without("el original no está a la mano");
  model::Result<reading::Task> task = request.originals->find(card.sha256);
  if (!task) return without(reason_of(task.error()));
  task.value().archive = description_of(card, request);
  task.value().bundle = model::encode(recognised_words(bundle.value()));
  const std::optional<reading::Outcome> outcome = request.originals->done(std::move(task).value());
  if (!outcome) return output_error(path, EINTR);
  if (!outcome->copy)
    return without(outcome->bundle.errors.empty() ? "no se pudo hacer" : reason_of(outcome->bundle.errors.front()));
  if (!outcome->copy->obstacles.empty()) return without(fmt::format("{}", fmt::join(outcome->copy->obstacles, "; ")));
  if (!outcome->copy->changes.empty())
    notes.push_back(card.route + ": PDF/A " + fmt::format("{}", fmt::join(outcome->copy->changes, ", ")));
  if (const model::Status status = write_text(path, outcome->copy->bytes); !status) return status.error();
  return true;
}

model::Result<Summary> write_pdfa(store::Store& store, const Request& request) {
  model::Result<Staging> staging = Staging::folder(request.destination, request.replace, request.kind);
  if (!staging) return staging.error();
  const model::Result<std::vector<DocumentCard>> documents = documents_of(store, request.scope);
  if (!documents) return documents.error();
  Summary summary;
  for (const DocumentCard& card : documents.value()) {
    const std::string path = staging.value().path() + "/" + card.file_name() + ".pdf";
    const model::Result<bool> written = write_copy(store, card, request, path, summary.notes);
    if (!written) return written.error();
    summary.files += written.value() ? 1 : 0;
    ++summary.rows;
  }
  if (const model::Status status = staging.value().commit(); !status) return status.error();
  return summary;
}

}  // namespace cotejo::exports
