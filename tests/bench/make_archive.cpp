// Makes an archive of as many documents as one wants out of a few extracts: other entities, other vigencias, other
// amounts, so that no two have the same content. Amounts of a document are multiplied by one whole number: what added
// up still does, and what did not still does not. usage: make_archive [--scans] FOLDER FIRST COUNT EXTRACT.cotejo…
// writes COUNT extracts, numbered from FIRST, in FOLDER/NN/; with --scans every second is the scan of the one before.
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/sha256.h"
#include "model/codec/codec.h"
#include "pipeline/reading/read.h"
#include "pipeline/run/files/bundle_file.h"

namespace {

using namespace cotejo;

constexpr int kVigencias = 8;  // of each entity

// A made-up place: «Bamera», of three syllables, a different one for each number.
std::string place(std::size_t number) {
  static const std::vector<std::string> syllables{"ba", "me", "ra",  "to",  "li",  "quen", "su",  "pan",
                                                  "do", "vi", "cha", "gue", "nor", "fi",   "lla", "tres"};
  std::string name;
  for (int i = 0; i < 5; ++i, number /= syllables.size()) name += syllables[number % syllables.size()];
  name[0] = static_cast<char>(std::toupper(name[0]));
  return name;
}

std::string capitalised(std::string text) {
  for (std::size_t i = 1; i < text.size(); ++i)
    text[i] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[i])));
  return text;
}

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

void replace(std::string& text, const std::string& from, const std::string& to) {
  if (from.empty()) return;
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

bool digit(char c) {
  return c >= '0' && c <= '9';
}

// 12.345.678 times the factor, in groups again.
std::string times(const std::string& figure, unsigned long long factor) {
  std::string digits;
  for (const char c : figure)
    if (digit(c)) digits += c;
  digits = std::to_string(std::strtoull(digits.c_str(), nullptr, 10) * factor);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), ".");
  return digits;
}

struct Change {
  std::string place, old_place;
  unsigned long long factor = 1;
  int years = 0;  // that the vigencias are moved back

  void operator()(std::string& text) const {
    replace(text, old_place, place);
    replace(text, upper(old_place), upper(place));
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
      if (!digit(text[i]) || (i > 0 && (digit(text[i - 1]) || text[i - 1] == '.' || text[i - 1] == ','))) {
        out += text[i++];
        continue;
      }
      std::size_t end = i;
      while (end < text.size() &&
             (digit(text[end]) || (text[end] == '.' && end + 1 < text.size() && digit(text[end + 1]))))
        ++end;
      const std::string figure = text.substr(i, end - i);
      bool grouped = figure.find('.') != std::string::npos && figure.find('.') <= 3;
      for (std::size_t dot = figure.find('.'); dot != std::string::npos; dot = figure.find('.', dot + 1))
        grouped = grouped && (dot + 4 == figure.size() || (dot + 4 < figure.size() && figure[dot + 4] == '.'));
      const bool year = figure.size() == 4 && figure > "2009" && figure < "2030";
      const bool whole = end >= text.size() || text[end] != ',';  // centavos would not be carried over
      out += grouped && whole ? times(figure, factor) : year ? std::to_string(std::stoi(figure) - years) : figure;
      i = end;
    }
    text = out;
  }
};

void each_text(model::Bundle& bundle, const std::function<void(std::string&)>& change) {
  change(bundle.pdf_title);
  for (model::Page& page : bundle.pages)
    for (model::Word& word : page.words) change(word.text);
  for (model::Table& table : bundle.tables) {
    change(table.title);
    for (model::Cell& cell : table.cells) {
      change(cell.text);
      for (std::string& line : cell.lines) change(line);
    }
  }
  for (model::Block& block : bundle.blocks) change(block.text);
  for (model::OutsideFigure& figure : bundle.outside) change(figure.text);
}

// As if every word had been read from pixels.
void make_scan(model::Bundle& bundle) {
  for (model::Page& page : bundle.pages) {
    page.origin = model::Origin::ocr;
    for (model::Word& word : page.words) word.origin = model::Origin::ocr;
  }
  for (model::Table& table : bundle.tables)
    for (model::Cell& cell : table.cells) cell.origin = model::Origin::ocr;
}

struct Report {
  run::BundleFile file;
  std::string old_place;  // the last word of its entity's name
};

}  // namespace

int main(int argc, char** argv) {
  const bool scans = argc > 1 && std::string_view(argv[1]) == "--scans";
  if (scans) --argc, ++argv;
  if (argc < 5) return std::fprintf(stderr, "usage: make_archive [--scans] FOLDER FIRST COUNT EXTRACT.cotejo...\n"), 2;
  const std::filesystem::path folder = argv[1];
  const std::size_t first = std::strtoul(argv[2], nullptr, 10), count = std::strtoul(argv[3], nullptr, 10);
  const reading::Analyser analyser = reading::Analyser::make({}).value();
  std::vector<Report> reports;
  for (int i = 4; i < argc; ++i) {
    auto file = run::read_bundle_file(argv[i]);
    if (!file) return std::fprintf(stderr, "%s\n", model::describe(file.error(), model::Language::english).c_str()), 4;
    const std::string entity = analyser.check(analyser.understand(file.value().bundle)).records.document.entity;
    reports.push_back({std::move(file).value(), capitalised(entity.substr(entity.rfind(' ') + 1))});
  }
  for (std::size_t n = first; n < first + count; ++n) {
    const std::size_t content = scans ? n / 2 : n;
    const Report& report = reports[content % reports.size()];
    const std::size_t vigencia = content / reports.size() % kVigencias, entity = content / reports.size() / kVigencias;
    model::Bundle bundle = report.file.bundle;
    each_text(bundle, Change{place(entity), report.old_place, content + 1, static_cast<int>(vigencia)});
    if (scans && n % 2 == 1) make_scan(bundle);
    base::Sha256 digest;
    digest.add(&n, sizeof n);
    bundle.sha256 = digest.hex();
    bundle.file_name = std::to_string(n) + "-" + bundle.file_name;
    const std::filesystem::path part = folder / std::to_string(n / 1000);
    std::filesystem::create_directories(part);
    const model::Status status = run::write_bundle_file((part / run::bundle_file_name(bundle.sha256)).string(),
                                                        model::encode(bundle), place(entity) + "/" + bundle.file_name);
    if (!status)
      return std::fprintf(stderr, "%s\n", model::describe(status.error(), model::Language::english).c_str()), 4;
  }
  return 0;
}
