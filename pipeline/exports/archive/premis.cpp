#include "pipeline/exports/archive/premis.h"

#include <fmt/format.h>

#include <cerrno>
#include <filesystem>
#include <map>

#include "base/markup.h"
#include "pipeline/exports/output/staging.h"
#include "pipeline/exports/tables/csv.h"

namespace cotejo::exports {
namespace {

using base::escaped;

constexpr const char* kProgram = "cotejo";

std::string element(const char* name, const std::string& text) {
  return fmt::format("<{0}>{1}</{0}>", name, escaped(text));
}

std::string identifier(const char* kind, const std::string& type, const std::string& value) {
  return fmt::format("<{0}Identifier>{1}{2}</{0}Identifier>", kind,
                     element((std::string(kind) + "IdentifierType").c_str(), type),
                     element((std::string(kind) + "IdentifierValue").c_str(), value));
}

std::string characteristics(const std::string& sha256, std::int64_t size, const char* format) {
  std::string text = "<objectCharacteristics>";
  if (!sha256.empty())
    text += "<fixity>" + element("messageDigestAlgorithm", "SHA-256") + element("messageDigest", sha256) + "</fixity>";
  if (size > 0) text += element("size", std::to_string(size));
  return text + "<format><formatDesignation>" + element("formatName", format) +
         "</formatDesignation></format></objectCharacteristics>";
}

}  // namespace

PremisWriter::PremisWriter(std::string path, const Request& request)
    : path_(std::move(path)),
      request_(request),
      objects_(path_, std::ios::binary),
      events_(path_ + ".eventos", std::ios::binary) {
  objects_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
              "<premis xmlns=\"http://www.loc.gov/premis/v3\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
              "version=\"3.0\">\n";
}

void PremisWriter::event(const std::string& id, const std::string& type, const std::string& date,
                         const std::string& detail, const std::string& outcome, const std::string& note,
                         const std::string& agent, const std::string& object) {
  events_ << "<event>" << identifier("event", "local", id) << element("eventType", type)
          << element("eventDateTime", date) << "<eventDetailInformation>" << element("eventDetail", detail)
          << "</eventDetailInformation><eventOutcomeInformation>" << element("eventOutcome", outcome);
  if (!note.empty())
    events_ << "<eventOutcomeDetail>" << element("eventOutcomeDetailNote", note) << "</eventOutcomeDetail>";
  events_ << "</eventOutcomeInformation>" << identifier("linkingAgent", "local", agent)
          << identifier("linkingObject", "local", object) << "</event>\n";
}

void PremisWriter::add(const PackedDocument& document) {
  const DocumentCard& card = document.card;
  const std::string id = std::to_string(card.id);
  objects_ << "<object xsi:type=\"file\">" << identifier("object", "local", "documento-" + id)
           << characteristics(card.sha256, document.size, "application/pdf") << element("originalName", card.route);
  if (!document.original.empty())
    objects_ << "<storage><contentLocation>" << element("contentLocationType", "ruta en el paquete")
             << element("contentLocationValue", document.original) << "</contentLocation></storage>";
  objects_ << "</object>\n";
  const std::string none = "la base no guarda el día de la lectura: se da el del paquete";
  event("lectura-" + id, "metadata extraction", request_.date,
        document.settings.empty() ? "lectura del documento" : "lectura del documento: " + document.settings, card.state,
        none, kProgram, "documento-" + id);
  if (document.recognised)
    event("reconocimiento-" + id, "optical character recognition", request_.date,
          "reconocimiento óptico: " + document.settings, "success", none, kProgram, "documento-" + id);
  if (document.copy.empty() && document.copy_notes.empty()) return;
  event("copia-" + id, "normalization", request_.date, "copia en PDF/A-2b",
        document.copy.empty() ? "failure" : "success", fmt::format("{}", fmt::join(document.copy_notes, "; ")),
        kProgram, "documento-" + id);
  if (document.copy.empty()) return;
  objects_ << "<object xsi:type=\"file\">" << identifier("object", "local", "copia-" + id)
           << characteristics("", 0, "PDF/A-2b") << "<storage><contentLocation>"
           << element("contentLocationType", "ruta en el paquete") << element("contentLocationValue", document.copy)
           << "</contentLocation></storage><relationship>" << element("relationshipType", "derivation")
           << element("relationshipSubType", "has source") << identifier("relatedObject", "local", "documento-" + id)
           << identifier("relatedEvent", "local", "copia-" + id) << "</relationship></object>\n";
}

model::Status PremisWriter::people(store::Store& store, const std::string& view, const std::string& type) {
  const model::Result<std::vector<std::string>> columns = store.view_columns(view);
  if (!columns) return columns.error();
  return store.each_row(view, request_.scope, [&](const std::vector<store::Value>& row) -> model::Status {
    std::map<std::string, std::string> values;
    for (std::size_t i = 0; i < row.size(); ++i) values[columns.value()[i]] = written(row[i], CsvDialect::standard);
    std::string detail;
    for (const char* name : {"campo", "leido", "regla", "mensaje", "estado", "valor"})
      if (const auto value = values.find(name); value != values.end() && !value->second.empty())
        detail += (detail.empty() ? "" : "; ") + std::string(name) + ": " + value->second;
    const std::string author = values["autor"].empty() ? "persona sin nombre" : values["autor"];
    persons_.insert(author);
    event(view + "-" + std::to_string(++next_), type, values["fecha"], detail, "success", values["nota"], author,
          "documento-" + values["documento_id"]);
    return model::Done{};
  });
}

model::Status PremisWriter::finish(store::Store& store) {
  if (const model::Status status = people(store, "correcciones", "metadata modification"); !status) return status;
  if (const model::Status status = people(store, "decisiones", "decision"); !status) return status;
  const std::string events = path_ + ".eventos";
  errno = 0;
  events_.close();
  if (!events_) return output_error(events, errno);
  // An empty file would set the stream's fail bit.
  std::error_code error;
  if (std::filesystem::file_size(events, error) > 0) objects_ << std::ifstream(events, std::ios::binary).rdbuf();
  objects_ << "<agent>" << identifier("agent", "local", kProgram) << element("agentName", kProgram)
           << element("agentType", "software") << element("agentVersion", request_.version) << "</agent>\n";
  for (const std::string& person : persons_)
    objects_ << "<agent>" << identifier("agent", "local", person) << element("agentName", person)
             << element("agentType", "person") << "</agent>\n";
  objects_ << "</premis>\n";
  objects_.close();
  if (!objects_) return output_error(path_, errno);
  std::filesystem::remove(events, error);
  if (error) return output_error(events, error.value());
  return model::Done{};
}

}  // namespace cotejo::exports
