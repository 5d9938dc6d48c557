#include <algorithm>
#include <regex>
#include <string_view>

#include "pipeline/checks/rules.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/checks/texts.h"
#include "pipeline/normalise/text.h"

namespace cotejo::checks {
namespace {

struct Blank {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

std::string word_before(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end > 0 && !word_char(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && word_char(text[begin - 1])) --begin;
  // The sign between counts too: "$ XX", "XX/XX".
  const std::string_view between = text.substr(end, at - end);
  if (between.find_first_of("$/#") != std::string_view::npos)
    return std::string(1, between[between.find_first_of("$/#")]);
  return normalise::fold(text.substr(begin, end - begin));
}

std::string word_after(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin < text.size() && !word_char(text[begin])) ++begin;
  const std::string_view between = text.substr(at, begin - at);
  if (between.find_first_of("/%$") != std::string_view::npos)
    return std::string(1, between[between.find_first_of("/%$")]);
  std::size_t end = begin;
  while (end < text.size() && word_char(text[end])) ++end;
  return normalise::fold(text.substr(begin, end - begin));
}

bool any_of(const std::string& word, std::initializer_list<const char*> list) {
  return std::any_of(list.begin(), list.end(), [&](const char* entry) { return word == entry; });
}

// Runs of X that stand for what someone should have written. "XX" and "XXX" are numbers too ("siglo XX", "XX
// Encuentro"): they count only where a day, a number or an amount belongs.
void runs_of_x(std::string_view text, std::vector<Blank>& blanks) {
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if ((c != 'X' && c != 'x') || (i > 0 && word_char(text[i - 1]))) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && text[end] == c) ++end;
    const std::size_t length = end - i;
    const bool whole = end == text.size() || !word_char(text[end]);
    if (length >= 2 && whole) {
      const std::string before = word_before(text, i);
      const std::string after = word_after(text, end);
      bool blank = length >= 4 || (c == 'x' && length >= 3);
      const bool before_asks =
          any_of(before, {"dia", "del",   "de",  "no",  "n",  "nro", "numero", "num", "radicado", "pesos", "$",    "/",
                          "#",   "fecha", "mes", "ano", "xx", "xxx", "por",    "con", "a",        "total", "valor"});
      const bool after_asks = any_of(after, {"de", "del", "dias", "pesos", "%", "/", "personas", "mes", "xx", "xxx",
                                             "actividades", "solicitudes"});
      const bool numeral = any_of(before, {"siglo", "siglos", "capitulo", "titulo", "tomo", "congreso", "version",
                                           "edicion", "parte", "anexo"});
      blank = blank || (before_asks && after_asks && !numeral) || any_of(before, {"dia", "$"}) || any_of(after, {"%"});
      if (blank && !numeral) blanks.push_back({i, end});
    }
    i = end;
  }
}

// Underscores inside a sentence; a line of nothing else is a rule or a place to sign.
void underscores(std::string_view text, std::vector<Blank>& blanks) {
  for (std::size_t i = text.find("___"); i != std::string_view::npos; i = text.find("___", i)) {
    std::size_t end = i;
    while (end < text.size() && text[end] == '_') ++end;
    const std::size_t line_begin = text.rfind('\n', i) == std::string_view::npos ? 0 : text.rfind('\n', i) + 1;
    const std::size_t line_end = std::min(text.find('\n', end), text.size());
    const bool words_before = normalise::folded_words(text.substr(line_begin, i - line_begin)).size() >= 2;
    const bool words_after = !normalise::folded_words(text.substr(end, line_end - end)).empty();
    const std::string before = word_before(text, i);
    const bool signature =
        any_of(before, {"firma", "firmado", "elaboro", "reviso", "aprobo", "cc", "vo bo", "nombre", "cargo"});
    if (words_before && words_after && !signature) blanks.push_back({i, end});
    i = end;
  }
}

// Words of a template: "día / mes / año", "dd/mm/aaaa", "[nombre de la entidad]", "<<fecha>>".
void template_words(const std::string& text, std::vector<Blank>& blanks) {
  static const std::regex pattern(
      R"((d(i|í|Í)a\s*/\s*mes(\s*/\s*a(n|ñ|Ñ)o)?)|(\bdd\s*[/-]\s*mm\s*[/-]\s*a{2,4}\b)|(<<[^<>\n]{2,60}>>)|(\[(nombre|fecha|insertar|indicar|escribir|diligenciar|valor|n(u|ú)mero|entidad|cargo)[^\]\n]{0,60}\]))",
      std::regex::icase | std::regex::optimize);
  // Most texts hold none of the signs and words that every such blank has: the pattern is slow, this is not.
  constexpr std::string_view kSigns[] = {"mes", "Mes", "MES", "mm", "MM", "Mm", "<<", "["};
  if (std::none_of(std::begin(kSigns), std::end(kSigns),
                   [&](std::string_view sign) { return text.find(sign) != std::string::npos; }))
    return;
  if (text.size() > 20000) return;  // no cell or paragraph of a report is so long: the pattern is not for books
  for (auto match = std::sregex_iterator(text.begin(), text.end(), pattern); match != std::sregex_iterator(); ++match) {
    const auto begin = static_cast<std::size_t>(match->position());
    blanks.push_back({begin, begin + static_cast<std::size_t>(match->length())});
  }
}

bool heading_row(const Context& context, const Passage& passage) {
  if (passage.source.table < 0) return false;
  return passage.source.row < context.bundle().tables[static_cast<std::size_t>(passage.source.table)].header_rows;
}

// A cell that holds nothing but the blank ("XX", "XX%"), in a column that is not one of marks.
void bare_cells(const Context& context, Report& report) {
  static const std::regex pattern(R"(^\s*\$?\s*(X{2,12}|x{2,12})\s*%?\s*$)");
  for (const TableAnalysis& table : context.tables) {
    const mapping::TableReading& reading = table.figures.reading();
    for (int r = 0; r < table.figures.rows(); ++r) {
      for (int c = 0; c < table.figures.columns(); ++c) {
        const mapping::CellReading& place = reading.at(r, c);
        if (!table.figures.row(r).body || !place.origin || place.cell < 0) continue;
        if (reading.columns[static_cast<std::size_t>(c)].role == mapping::ColumnRole::mark) continue;
        const std::string& text = table.figures.table().cells[static_cast<std::size_t>(place.cell)].text;
        if (text.size() > 20 || text.find_first_of("xX") == std::string::npos || !std::regex_match(text, pattern))
          continue;
        model::Finding finding;
        finding.table = reading.table;
        finding.reported = normalise::clean(text);
        finding.message = "Quedó sin llenar " + guillemets(text, 40) + " en " + guillemets(table.figures.row_name(r)) +
                          ", " + guillemets(table.figures.column_name(c), 60) + ".";
        finding.steps = {"Texto impreso: " + finding.reported};
        finding.evidence.push_back(evidence_of(table, {r, c}, "reportado"));
        report.add(std::move(finding),
                   table.figures.table().title + "|" + table.figures.row_name(r) + "|" + table.figures.column_name(c));
      }
    }
  }
}

}  // namespace

// A blank left from a template: XX, ____, "día / mes".
void marcador_sin_llenar(const Context& context, Report& report) {
  bare_cells(context, report);
  for (const Passage& passage : passages(context.bundle())) {
    std::vector<Blank> blanks;
    runs_of_x(passage.text, blanks);
    underscores(passage.text, blanks);
    if (!heading_row(context, passage)) template_words(passage.text, blanks);  // a head may well ask for "día / mes"
    std::sort(blanks.begin(), blanks.end(), [](const Blank& a, const Blank& b) { return a.begin < b.begin; });
    report.tested(1);
    for (std::size_t i = 0; i < blanks.size();) {
      // Blanks of one phrase are one slip: "el día XX del XX de 2020".
      std::size_t last = i;
      while (last + 1 < blanks.size() && blanks[last + 1].begin - blanks[last].end <= 12) ++last;
      std::size_t end = blanks[last].end;
      const std::string_view tail = std::string_view(passage.text).substr(end);
      static const std::regex year(R"(^\s+(de|del)\s+(20\d\d))");
      std::match_results<std::string_view::const_iterator> match;
      if (std::regex_search(tail.begin(), tail.end(), match, year)) end += static_cast<std::size_t>(match.length());
      const std::string words =
          normalise::clean(std::string_view(passage.text).substr(blanks[i].begin, end - blanks[i].begin));
      const std::string sentence = sentence_at(passage.text, blanks[i].begin);
      model::Finding finding;
      finding.table = passage.source.table;
      finding.reported = words;
      finding.message = "Quedó sin llenar " + guillemets(words, 40) + " en " + guillemets(sentence, 140) + ".";
      finding.steps = {"Texto impreso: " + sentence};
      finding.evidence.push_back(evidence_of(source_at(context.bundle(), passage, blanks[i].begin, end), "reportado"));
      report.add(std::move(finding), sentence);
      i = last + 1;
    }
  }
}

}  // namespace cotejo::checks
