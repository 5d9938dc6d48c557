#include "pipeline/run/run_log.h"

#include <array>
#include <ctime>
#include <nlohmann/json.hpp>

namespace cotejo::run {
namespace {

using nlohmann::ordered_json;

ordered_json event(const char* name) {
  return {{"time", utc_now()}, {"event", name}};
}

ordered_json json_of(const model::Error& error) {
  ordered_json json{{"code", model::name(error.code)}, {"stage", model::name(error.stage)}};
  if (error.page > 0) json["page"] = error.page;
  if (!error.detail.empty()) json["detail"] = error.detail;
  return json;
}

void write(std::ostream& out, const ordered_json& object) {
  out << object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n' << std::flush;
}

}  // namespace

std::string_view decision_name(Decision decision) {
  switch (decision) {
    case Decision::new_content:
      return "new_content";
    case Decision::settings_changed:
      return "settings_changed";
    case Decision::analysis_changed:
      return "analysis_changed";
    case Decision::unchanged:
      return "unchanged";
    case Decision::copy:
      return "copy";
    case Decision::moved:
      return "moved";
    case Decision::unreadable:
      return "unreadable";
  }
  return "unreadable";
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
}

DoneBefore done_before(std::istream& log) {
  DoneBefore done;
  for (std::string line; std::getline(log, line);) {
    const ordered_json json = ordered_json::parse(line, nullptr, false);
    try {
      if (!json.is_object() || json.at("event") != "file") continue;
      FileReport report;
      report.path = json.at("path");
      report.sha256 = json.at("sha256");
      report.bytes = json.at("bytes");
      report.modified = json.at("modified");
      report.settings = json.at("settings");
      report.state = model::named<model::DocumentState>(json.at("state").get<std::string>()).value_or(report.state);
      if (!report.sha256.empty()) done[report.path] = std::move(report);
    } catch (const ordered_json::exception&) {
      continue;  // of another command, or of an older version
    }
  }
  return done;
}

void RunLog::start(std::size_t files, const std::string& settings) {
  ordered_json json = event("start");
  json["files"] = files;
  json["settings"] = settings;
  write(out_, json);
}

void RunLog::file(const FileReport& report) {
  ordered_json json = event("file");
  json["path"] = report.path;
  json["decision"] = decision_name(report.decision);
  json["state"] = model::name_of(report.state);
  json["sha256"] = report.sha256;
  json["bytes"] = report.bytes;
  json["modified"] = report.modified;
  json["settings"] = report.settings;
  if (!report.other.empty()) json["other"] = report.other;
  json["pages"] = report.pages;
  json["tables"] = report.tables;
  json["findings"] = report.findings;
  if (!report.pages_without_text.empty()) json["pages_without_text"] = report.pages_without_text;
  for (const FiguresOutside& run : report.outside)
    json["figures_outside"].push_back(
        {{"first_page", run.first_page}, {"last_page", run.last_page}, {"figures", run.figures}});
  if (!report.attachments.empty()) json["attachments"] = report.attachments;
  json["errors"] = ordered_json::array();
  for (const model::Error& error : report.errors) json["errors"].push_back(json_of(error));
  write(out_, json);
}

void RunLog::end(const Summary& summary) {
  ordered_json json = event("end");
  json["files"] = summary.files;
  json["read"] = summary.read;
  json["skipped"] = summary.skipped;
  json["partial"] = summary.partial;
  json["failed"] = summary.failed;
  json["not_reached"] = summary.not_reached;
  if (summary.elsewhere > 0) json["elsewhere"] = summary.elsewhere;
  json["pages"] = summary.pages;
  json["findings"] = summary.findings;
  json["reasons"] = ordered_json::object();
  for (const auto& [code, count] : summary.reasons) json["reasons"][std::string(model::name(code))] = count;
  write(out_, json);
}

void RunLog::stopped(const model::Error& error) {
  ordered_json json = event("stopped");
  json["error"] = json_of(error);
  write(out_, json);
}

}  // namespace cotejo::run
