#include <algorithm>
#include <string_view>

#include "base/digits.h"
#include "pipeline/checks/prose/scan.h"
#include "pipeline/checks/rules/rules.h"
#include "pipeline/checks/rules/text/tolerances.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/mapping/text/passages.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

using namespace tolerances::marcador_sin_llenar;

struct Blank {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (base::is_digit(c)) ||
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

// "20XX", "202X": a year of which the template's maker knew no more.
void open_years(std::string_view text, std::vector<Blank>& blanks) {
  for (std::size_t i = text.find("20"); i != std::string_view::npos; i = text.find("20", i + 1)) {
    const std::string_view year = text.substr(i, kYear);
    const bool open = year.size() == kYear && year[3] == 'X' && (year[2] == 'X' || base::is_digit(year[2]));
    const bool whole = (i == 0 || !word_char(text[i - 1])) &&
                       (i + kYear >= text.size() || (!word_char(text[i + kYear]) && text[i + kYear] != '-'));
    if (open && whole) blanks.push_back({i, i + kYear});
  }
}

// Where a line to write on ends, of one kind of sign; `at` itself when it is too short for one.
std::size_t fill_line(std::string_view text, std::size_t at, std::string_view sign, std::size_t least) {
  std::size_t end = at;
  while (text.substr(end, sign.size()) == sign) end += sign.size();
  return (end - at) / sign.size() >= least ? end : at;
}

// Underscores and dots inside a sentence; a line of nothing else is a rule or a place to sign, and dots that lead to a
// number are those of a list. Three dots or a few more leave words out of what is quoted.
void fill_lines(std::string_view text, std::string_view sign, std::size_t least, std::vector<Blank>& blanks) {
  for (std::size_t i = text.find(sign); i != std::string_view::npos; i = text.find(sign, i)) {
    const std::size_t end = fill_line(text, i, sign, least);
    if (end == i) {
      i = fill_line(text, i, sign, 1);
      continue;
    }
    std::string_view before_it = text.substr(i - std::min(i, kNear), std::min(i, kNear));
    before_it.remove_prefix(before_it.rfind('\n') + 1);  // npos + 1 is 0
    std::string_view after_it = text.substr(end, kNear);
    after_it = after_it.substr(0, after_it.find('\n'));
    const bool words_before = normalise::folded_words(before_it).size() >= 2;
    const std::vector<std::string> behind = normalise::folded_words(after_it);
    const bool words_after = !behind.empty() && (sign == "_" || !base::is_digit(behind.front().front()));
    const std::string before = word_before(text, i);
    const bool signature =
        any_of(before, {"firma", "firmado", "elaboro", "reviso", "aprobo", "cc", "vo bo", "nombre", "cargo"});
    if (words_before && words_after && !signature) blanks.push_back({i, end});
    i = end;
  }
}

// A separator of such a date with the space around it; npos when there is none of `signs`.
std::size_t after_sign(std::string_view text, std::size_t at, std::string_view signs) {
  if (at == std::string_view::npos) return at;
  at = skip_spaces(text, at);
  if (at == text.size() || signs.find(text[at]) == std::string_view::npos) return std::string_view::npos;
  return skip_spaces(text, at + 1);
}

// The first of the words that stands at `at`.
std::size_t after_any(std::string_view text, std::size_t at, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (const std::size_t end = after(text, at, word); end != std::string_view::npos) return end;
  }
  return std::string_view::npos;
}

// "día / mes" and "día / mes / año".
std::size_t after_day_and_month(std::string_view text, std::size_t at) {
  const std::size_t day = after_any(text, at,
                                    {"dia", "día",
                                     "d\xC3\x8D"
                                     "a"});
  const std::size_t month = after(text, after_sign(text, day, "/"), "mes");
  if (month == std::string_view::npos) return month;
  const std::size_t year = after_any(text, after_sign(text, month, "/"),
                                     {"ano", "año",
                                      "a\xC3\x91"
                                      "o"});
  return year == std::string_view::npos ? month : year;
}

// "dd/mm/aaaa" by itself.
std::size_t after_day_month_year(std::string_view text, std::size_t at) {
  if (at > 0 && is_word(text[at - 1])) return std::string_view::npos;
  const std::size_t month = after(text, after_sign(text, after(text, at, "dd"), "/-"), "mm");
  const std::size_t year = after_sign(text, month, "/-");
  if (year == std::string_view::npos) return year;
  const std::size_t end = run_end(text, year, [](char c) { return c == 'a' || c == 'A'; });
  const bool whole = end - year >= 2 && end - year <= 4 && (end == text.size() || !is_word(text[end]));
  return whole ? end : std::string_view::npos;
}

// "<<fecha>>", "{{fecha}}", "[nombre de la entidad]": no longer than a line.
std::size_t after_bracket(std::string_view text, std::size_t at) {
  text = text.substr(0, at + 2 * kLongest);  // a bracket that nothing closes is not followed to the end of the book
  if (const std::size_t begin = after(text, at, "<<"); begin != std::string_view::npos) {
    const std::size_t end = run_end(text, begin, [](char c) { return c != '<' && c != '>' && c != '\n'; });
    return end - begin >= 2 && end - begin <= kLongest ? after(text, end, ">>") : std::string_view::npos;
  }
  if (const std::size_t begin = after(text, at, "{{"); begin != std::string_view::npos) {
    const std::size_t end = run_end(text, begin, [](char c) { return c != '{' && c != '}' && c != '\n'; });
    return end - begin >= 2 && end - begin <= kLongest ? after(text, end, "}}") : std::string_view::npos;
  }
  if (text[at] != '[') return std::string_view::npos;
  const std::size_t begin =
      after_any(text, at + 1,
                {"nombre", "fecha", "insertar", "indicar", "escribir", "diligenciar", "valor", "numero", "número",
                 "n\xC3\x9A"
                 "mero",
                 "entidad", "cargo"});
  if (begin == std::string_view::npos) return begin;
  const std::size_t end = run_end(text, begin, [](char c) { return c != ']' && c != '\n'; });
  return end - begin <= kLongest ? after(text, end, "]") : std::string_view::npos;
}

// Words of a template: "día / mes / año", "dd/mm/aaaa", "[nombre de la entidad]", "<<fecha>>".
void template_words(std::string_view text, std::vector<Blank>& blanks) {
  for (std::size_t i = text.find_first_of("dD<[{"); i != std::string_view::npos; i = text.find_first_of("dD<[{", i)) {
    std::size_t end =
        text[i] == '<' || text[i] == '[' || text[i] == '{' ? after_bracket(text, i) : after_day_and_month(text, i);
    if (end == std::string_view::npos) end = after_day_month_year(text, i);
    if (end != std::string_view::npos) blanks.push_back({i, end});
    i = end == std::string_view::npos ? i + 1 : end;
  }
}

// "XX", "$ xxx", "XX %" and nothing else.
bool only_a_blank(std::string_view text) {
  std::size_t at = skip_spaces(text, 0);
  if (at < text.size() && text[at] == '$') at = skip_spaces(text, at + 1);
  if (at == text.size() || (text[at] != 'X' && text[at] != 'x')) return false;
  const std::size_t end = run_end(text, at, [&](char c) { return c == text[at]; });
  if (end - at < 2 || end - at > 12) return false;
  at = skip_spaces(text, end);
  if (at < text.size() && text[at] == '%') at = skip_spaces(text, at + 1);
  return at == text.size();
}

// Behind " de 2020", which belongs to the blank before it; `at` itself when it does not stand there.
std::size_t after_year(std::string_view text, std::size_t at) {
  const std::size_t words = skip_spaces(text, at);
  const std::size_t link = after_any(text, words, {"del ", "de "});
  if (words == at || link == std::string_view::npos) return at;
  const std::size_t year = skip_spaces(text, link);
  const std::size_t end = run_end(text, year, [](char c) { return is_digit(c); });
  return end - year == 4 && text.substr(year, 2) == "20" ? end : at;
}

// What programs write where nobody wrote a title or a text.
void default_texts(std::string_view text, std::vector<Blank>& blanks) {
  for (const char* words :
       {"Título del gráfico", "Título del eje", "Chart Title", "Axis Title", "Haga clic para agregar",
        "Haga clic aquí para escribir", "Escriba aquí", "Click to add", "Lorem ipsum"}) {
    const std::string_view own = words;
    for (std::size_t at = text.find(own); at != std::string_view::npos; at = text.find(own, at + own.size())) {
      // Within a sentence the words speak of such a title.
      const std::size_t before = at == 0 ? std::string_view::npos : text.find_last_not_of(' ', at - 1);
      const bool goes_on = before != std::string_view::npos && text[before] != '\n' && text[before] != '.' &&
                           !base::is_digit(text[before]) && text[before] != '%' && text[before] != '?';
      const std::size_t end = at + own.size();
      const bool follows = end < text.size() && is_letter(text[end]);
      if (!goes_on && !follows) blanks.push_back({at, end});
    }
  }
}

// Where the word that ends at `end` begins: behind the last space, or so far before it as no word is long.
std::size_t word_begin(std::string_view text, std::size_t end) {
  const std::size_t from = end > kLongestWord ? end - kLongestWord : 0;
  const std::size_t space = text.substr(from, end - from).find_last_of(" \n");
  return space == std::string_view::npos ? from : from + space + 1;
}

// "El concepto es Favorable – Desfavorable": both of the form's choices are left.
void both_choices(std::string_view text, std::vector<Blank>& blanks) {
  for (const char* between : {" – ", " - ", "/", " / "}) {
    const std::string_view sign = between;
    for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + sign.size())) {
      const std::size_t begin = word_begin(text, at);
      std::size_t end = run_end(text, at + sign.size(), [](char c) { return is_letter(c) || (c & 0x80) != 0; });
      const std::string first = normalise::fold(text.substr(begin, at - begin));
      std::string second = normalise::fold(text.substr(at + sign.size(), end - at - sign.size()));
      if (second == "no") {
        const std::size_t next = skip_spaces(text, end);
        end = run_end(text, next, [](char c) { return is_letter(c) || (c & 0x80) != 0; });
        second += normalise::fold(text.substr(next, end - next));
      }
      if (first.size() < 5 || (second != "des" + first && second != "in" + first && second != "no" + first)) continue;
      // What the words are said of stands before them: "es", "fue", "se considera".
      if (begin < 2) continue;
      const std::size_t before = word_begin(text, begin - 1);
      const std::string verb = normalise::fold(text.substr(before, begin - 1 - before));
      if (verb == "es" || verb == "fue" || verb == "como" || verb == "son" || verb == "considera" || verb == "concepto")
        blanks.push_back({begin, end});
    }
  }
}

bool heading_row(const Context& context, const mapping::Passage& passage) {
  if (passage.source.table < 0) return false;
  return passage.source.row < context.bundle().tables[static_cast<std::size_t>(passage.source.table)].header_rows;
}

// A cell that holds nothing but the blank ("XX", "XX%"), in a column that is not one of marks.
void bare_cells(const Context& context, Report& report) {
  for (const TableAnalysis& table : context.tables) {
    const mapping::TableReading& reading = table.figures.reading();
    for (int r = 0; r < table.figures.rows(); ++r) {
      for (int c = 0; c < table.figures.columns(); ++c) {
        const mapping::CellReading& place = reading.at(r, c);
        if (!table.figures.row(r).body || !place.origin || place.cell < 0) continue;
        if (reading.columns[static_cast<std::size_t>(c)].role == mapping::ColumnRole::mark) continue;
        const std::string& text = table.figures.table().cells[static_cast<std::size_t>(place.cell)].text;
        if (!only_a_blank(text)) continue;
        model::Finding finding;
        finding.table = reading.table;
        finding.reported = normalise::clean(text);
        finding.message = "Quedó sin llenar " + guillemets(text, 40) + " en " + guillemets(table.figures.row_name(r)) +
                          ", " + guillemets(table.figures.column_name(c), 60) + ".";
        finding.steps = {"Texto impreso: " + finding.reported};
        finding.evidence.push_back(evidence_of(table, {r, c}, model::Role::reported));
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
  for (const mapping::Passage& passage : context.document.passages) {
    std::vector<Blank> blanks;
    runs_of_x(passage.text, blanks);
    open_years(passage.text, blanks);
    fill_lines(passage.text, "_", 3, blanks);
    fill_lines(passage.text, ".", 8, blanks);
    fill_lines(passage.text, "…", 3, blanks);
    default_texts(passage.text, blanks);
    if (!heading_row(context, passage)) both_choices(passage.text, blanks);
    if (!heading_row(context, passage)) template_words(passage.text, blanks);  // a head may well ask for "día / mes"
    std::sort(blanks.begin(), blanks.end(), [](const Blank& a, const Blank& b) { return a.begin < b.begin; });
    report.tested(1);
    for (std::size_t i = 0; i < blanks.size();) {
      // Blanks of one phrase are one slip: "el día XX del XX de 2020".
      std::size_t last = i;
      while (last + 1 < blanks.size() && blanks[last + 1].begin - blanks[last].end <= 12) ++last;
      const std::size_t end = after_year(passage.text, blanks[last].end);
      const std::string words =
          normalise::clean(std::string_view(passage.text).substr(blanks[i].begin, end - blanks[i].begin));
      const std::string sentence = mapping::sentence_at(passage.text, passage.sentences, blanks[i].begin);
      model::Finding finding;
      finding.table = passage.source.table;
      finding.reported = words;
      finding.message = "Quedó sin llenar " + guillemets(words, 40) + " en " + guillemets(sentence, 140) + ".";
      finding.steps = {"Texto impreso: " + sentence};
      finding.evidence.push_back(
          evidence_of(mapping::source_at(context.bundle(), passage, blanks[i].begin, end), model::Role::reported));
      report.add(std::move(finding), sentence);
      i = last + 1;
    }
  }
}

}  // namespace cotejo::checks
