#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <map>
#include <vector>

#include "pipeline/exports/output/kinds.h"
#include "pipeline/exports/output/staging.h"
#include "pipeline/exports/output/zip.h"
#include "pipeline/exports/pages/documents.h"
#include "pipeline/exports/report/html.h"
#include "pipeline/exports/report/program.h"
#include "pipeline/exports/report/sections.h"
#include "pipeline/exports/report/template.h"
#include "pipeline/exports/tables/links.h"

// The report for who takes an office over (Ley 951 de 2005): HTML of one template, and of that a PDF and a document for
// a word processor where the programs for it are installed.
namespace cotejo::exports {
namespace {

namespace fs = std::filesystem;

// A long report with many pictures takes a browser half a minute.
constexpr int kPrintSeconds = 180;

void fill(std::string& text, std::string_view name, const std::string& value) {
  const std::string mark = "{{" + std::string(name) + "}}";
  for (auto place = text.find(mark); place != std::string::npos; place = text.find(mark, place + value.size()))
    text.replace(place, mark.size(), value);
}

std::string subtitle(const ReportScope& scope) {
  std::set<std::string> entities;
  for (const auto& [name, usual] : scope.entities) entities.insert(usual);
  std::string names;
  std::size_t told = 0;
  for (const std::string& name : entities) {
    if (told == 5) break;
    names += (told++ == 0 ? "" : "; ") + name;
  }
  if (entities.size() > told) names += fmt::format("; y {} entidades más", entities.size() - told);
  return fmt::format(
      "{}.<br>{} documentos leídos por cotejo {}; copia del {}. Cada cifra lleva el lugar donde está impresa: "
      "[3:2] es la página 2 del documento 3 del anexo.",
      escaped(names.empty() ? "Sin entidad conocida" : names), figure(static_cast<double>(scope.routes.size())),
      escaped(scope.request.version), escaped(scope.request.date));
}

model::Result<std::string> body_of(const ReportScope& scope) {
  std::string body;
  for (const auto section : {reading_section, budget_section, pending_section, petitions_section, holdings_section}) {
    const model::Result<std::string> part = section(scope);
    if (!part) return part.error();
    body += part.value();
  }
  const model::Result<std::string> findings = findings_section(scope);
  if (!findings) return findings.error();
  const model::Result<std::string> annex = annex_section(scope);
  if (!annex) return annex.error();
  return body + findings.value() + annex.value();
}

// A browser writes links out from where the page lies, which is the folder of an export that is under way: what is
// printed says that it lies here, and the links of the PDF are made those of the page again.
constexpr std::string_view kNowhere = "file:///";

// A browser notes the moment in the file; it gets the day that the whole export bears, so that its bytes stay the same.
// What is changed keeps its length, and the file its table of places.
void settle_print(const std::string& path, const std::string& date) {
  std::string day = date;
  std::erase(day, '-');
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  file.clear();
  for (const std::string key : {"/CreationDate (D:", "/ModDate (D:"}) {
    const auto place = bytes.find(key);
    if (place == std::string::npos || day.size() != 8) continue;
    file.seekp(static_cast<std::streamoff>(place + key.size()));
    file << day << "000000";
  }
  const std::string link = "/URI (" + std::string(kNowhere);
  const std::string relative = "/URI " + std::string(kNowhere.size(), ' ') + "(";
  for (auto place = bytes.find(link); place != std::string::npos; place = bytes.find(link, place + link.size())) {
    file.seekp(static_cast<std::streamoff>(place));
    file << relative;
  }
  // The browser numbers the parts of tables from where it happens to be: their order is kept, and they begin at 0.
  const std::string part = "(node";
  constexpr std::size_t kDigits = 8;
  std::map<std::string, std::vector<std::size_t>> parts;
  for (auto place = bytes.find(part); place != std::string::npos; place = bytes.find(part, place + part.size()))
    if (const std::size_t number = place + part.size();
        number + kDigits < bytes.size() && bytes[number + kDigits] == ')')
      parts[bytes.substr(number, kDigits)].push_back(number);
  int next = 0;
  for (const auto& [number, places] : parts) {
    for (const std::size_t place : places) {
      file.seekp(static_cast<std::streamoff>(place));
      file << fmt::format("{:08}", next);
    }
    ++next;
  }
}

std::string print(const std::string& folder, const std::string& date, std::string html) {
  const std::string browser = program_named({"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"});
  if (browser.empty()) return "sin PDF: no está instalado Chromium, que lo imprime del HTML";
  const std::string pdf = folder + "/informe.pdf", profile = folder + "/perfil", page = folder + "/impresion.html";
  const std::string head = "<head>";
  html.replace(html.find(head), head.size(), head + "<base href=\"" + std::string(kNowhere) + "\">");
  std::error_code error;
  if (!write_text(page, html)) {
    fs::remove(page, error);
    return "sin PDF: no se pudo escribir lo que se imprime";
  }
  // The page is ours and holds no script; the browser's own sandbox needs what containers do not give.
  const bool printed = run_program(
      {browser, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + profile, "--no-pdf-header-footer",
       "--print-to-pdf=" + pdf, "file://" + address_of(fs::absolute(page).string())},
      kPrintSeconds);
  fs::remove_all(profile, error);
  fs::remove(page, error);
  if (!printed || !fs::exists(pdf, error)) {
    fs::remove(pdf, error);
    return "sin PDF: Chromium no pudo imprimir el HTML";
  }
  settle_print(pdf, date);
  return {};
}

// LibreOffice notes the moment in the document and in each of its parts; they get the day, as the PDF does.
model::Status set_day_of_document(const std::string& path, const std::string& date) {
  return date_zip(path, date, [&](const std::string& name, std::string& bytes) {
    if (name != "docProps/core.xml") return;
    for (const std::string key : {"<dcterms:created", "<dcterms:modified"}) {
      const auto begin = bytes.find('>', std::min(bytes.find(key), bytes.size())),
                 end = bytes.find('<', std::min(begin, bytes.size()));
      if (begin != std::string::npos && end != std::string::npos)
        bytes.replace(begin + 1, end - begin - 1, date + "T00:00:00Z");
    }
  });
}

std::string convert(const std::string& folder, const std::string& date) {
  const std::string office = program_named({"soffice", "libreoffice"});
  if (office.empty()) return "sin DOCX: no está instalado LibreOffice, que lo hace del HTML";
  const std::string profile = folder + "/perfil";
  const bool converted =
      run_program({office, "-env:UserInstallation=file://" + address_of(fs::absolute(profile).string()), "--headless",
                   "--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder,
                   folder + "/informe.html"},
                  kPrintSeconds);
  std::error_code error;
  fs::remove_all(profile, error);
  const std::string document = folder + "/informe.docx";
  if (converted && fs::exists(document, error) && set_day_of_document(document, date)) return {};
  fs::remove(document, error);
  return "sin DOCX: LibreOffice no pudo convertir el HTML";
}

}  // namespace

model::Result<Summary> write_report(store::Store& store, const Request& request) {
  model::Result<Staging> staging = Staging::folder(request.destination, request.replace, request.kind);
  if (!staging) return staging.error();
  const std::string& folder = staging.value().path();
  const model::Result<ReportScope> scope = report_scope(store, request);
  if (!scope) return scope.error();
  const model::Result<std::string> body = body_of(scope.value());
  if (!body) return body.error();
  std::string html(report_template());
  fill(html, "title", "Informe de empalme");
  fill(html, "subtitle", subtitle(scope.value()));
  fill(html, "body", body.value());
  if (const model::Status status = write_text(folder + "/informe.html", html); !status) return status.error();
  Summary summary;
  summary.files = 1;
  summary.rows = static_cast<std::int64_t>(scope.value().routes.size());
  for (const std::string& lacking : {print(folder, request.date, html), convert(folder, request.date)}) {
    if (lacking.empty())
      ++summary.files;
    else
      summary.notes.push_back(lacking);
  }
  if (const model::Status status = staging.value().commit(); !status) return status.error();
  return summary;
}

}  // namespace cotejo::exports
