#include "pipeline/mapping/document/names.h"

#include <algorithm>
#include <array>
#include <vector>

#include "pipeline/mapping/document/tolerances.h"
#include "pipeline/mapping/words/phrases.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::names;

struct PrintedWord {
  std::string_view text;
  std::string folded;  // may hold a space ("E.S.E" → "e s e") or be empty ("–")
};

std::vector<PrintedWord> printed_words(std::string_view line) {
  std::vector<PrintedWord> words;
  while (!line.empty()) {
    const std::size_t begin = line.find_first_not_of(" \n\t");
    if (begin == std::string_view::npos) break;
    line.remove_prefix(begin);
    const std::size_t end = std::min(line.find_first_of(" \n\t"), line.size());
    words.push_back({line.substr(0, end), normalise::fold(line.substr(0, end))});
    line.remove_prefix(end);
  }
  return words;
}

bool is_link(std::string_view folded) {
  constexpr std::array<std::string_view, 10> links{"de", "del", "la", "las", "los", "el", "al", "y", "e", "para"};
  return std::find(links.begin(), links.end(), folded) != links.end();
}

bool is_dash(std::string_view text) {
  return text == "-" || text == "–" || text == "—";
}

// Words that end a name even in a line of capitals.
bool ends_name(std::string_view folded) {
  constexpr std::array<std::string_view, 24> ends{
      "vigencia",    "informe",   "nit",     "ano",     "con",         "a",           "en",       "que",
      "presupuesto", "ejecucion", "periodo", "mes",     "por",         "secretaria",  "fecha",    "corte",
      "proceso",     "pag",       "pagina",  "estados", "comparativo", "seguimiento", "relacion", "reporte"};
  return std::find(ends.begin(), ends.end(), folded) != ends.end();
}

// Words that stand before the name of a part of the body when a person's post is meant: "Asesor Control Interno".
bool is_post(std::string_view folded) {
  constexpr std::array<std::string_view, 12> posts{"asesor",        "asesora",       "profesional",   "universitario",
                                                   "universitaria", "especializado", "especializada", "coordinador",
                                                   "coordinadora",  "auxiliar",      "tecnico",       "funcionario"};
  return std::find(posts.begin(), posts.end(), folded) != posts.end();
}

// "Departamento de Antioquia" over the name of a municipality is no part of it.
bool is_territory(const Vocabulary& vocabulary, std::string_view folded) {
  constexpr std::string_view kDepartment = "departamento ";
  if (!folded.starts_with(kDepartment)) return false;
  folded.remove_prefix(kDepartment.size());
  for (const std::string_view link : {"de ", "del "}) {
    if (folded.starts_with(link)) folded.remove_prefix(link.size());
  }
  return vocabulary.at_start("documento.departamento", folded) != nullptr;
}

bool starts_as_name(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  return (first >= 'A' && first <= 'Z') || first >= 0x80 || first == '"';
}

// Letters of which none is small: "HONDA", "MOMPÓS".
bool is_capitals(std::string_view text) {
  bool letters = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool accented = byte == 0xC3 && i + 1 < text.size();  // Latin-1: small letters from à on
    if ((byte >= 'a' && byte <= 'z') || (accented && static_cast<unsigned char>(text[i + 1]) >= 0xA0)) return false;
    letters = letters || (byte >= 'A' && byte <= 'Z') || accented;
  }
  return letters;
}

// Where a name in capitals ends because the next line, in small letters, was set behind it:
// "ALCALDÍA MUNICIPAL DE PIJAO Estados financieros".
bool leaves_capitals(const std::vector<PrintedWord>& words, std::size_t first, std::size_t at) {
  if (is_capitals(words[at].text) || is_link(words[at - 1].folded) || is_dash(words[at - 1].text)) return false;
  return at >= first + 2 && std::all_of(words.begin() + static_cast<std::ptrdiff_t>(first),
                                        words.begin() + static_cast<std::ptrdiff_t>(at), [](const PrintedWord& word) {
                                          return is_link(word.folded) || is_dash(word.text) || is_capitals(word.text);
                                        });
}

// A mark at the end of the word that ends the name; the points of "E.S.E." do not.
bool ends_with_mark(std::string_view text) {
  if (text.empty()) return false;
  if (text.ends_with("”") || text.ends_with("»")) return true;
  const char last = text.back();
  if (last == ',' || last == ';' || last == ':' || last == ')' || last == '"') return true;
  return last == '.' && text.find('.') == text.size() - 1 && text.size() > 4;
}

// Initials keep their last point: "E.S.P.".
bool is_initials(std::string_view text) {
  return text.ends_with('.') && text.find('.') + 1 < text.size();
}

std::string_view without_mark(std::string_view text) {
  for (const std::string_view quote : {"”", "»"}) {
    if (text.ends_with(quote)) text.remove_suffix(quote.size());
  }
  while (!text.empty() && !is_initials(text) &&
         (text.back() == ',' || text.back() == ';' || text.back() == ':' || text.back() == '.' || text.back() == '"' ||
          text.back() == ')')) {
    text.remove_suffix(1);
  }
  return text;
}

// The folded words from `first` on, as many as an entry may have.
std::string folded_from(const std::vector<PrintedWord>& words, std::size_t first) {
  std::string out;
  for (std::size_t i = first; i < words.size() && i < first + kMostWords; ++i) {
    if (!words[i].folded.empty()) out += (out.empty() ? "" : " ") + words[i].folded;
  }
  return out;
}

// Whether the name of a part of the body begins here: "AUDITORÍA GENERAL DE LA REPÚBLICA GERENCIA SECCIONAL VIII".
bool begins_part(const std::vector<PrintedWord>& words, std::size_t at) {
  constexpr std::array<std::string_view, 9> kParts{"gerencia",     "direccion", "subdireccion",
                                                   "oficina",      "despacho",  "subsecretaria",
                                                   "coordinacion", "comisaria", "inspeccion"};
  return at > 1 && !is_link(words[at - 1].folded) && !is_dash(words[at - 1].text) &&
         std::find(kParts.begin(), kParts.end(), words[at].folded) != kParts.end();
}

// How many printed words from `first` on make up that many folded bytes.
std::size_t words_covering(const std::vector<PrintedWord>& words, std::size_t first, std::size_t bytes) {
  std::size_t covered = 0;
  std::size_t count = 0;
  while (first + count < words.size() && covered < bytes) {
    const std::size_t size = words[first + count].folded.size();
    if (size > 0) covered += size + (covered == 0 ? 0 : 1);
    ++count;
  }
  return count;
}

}  // namespace

NameFound find_name(const Vocabulary& vocabulary, std::string_view section, std::string_view line) {
  const PhraseIndex& entries = vocabulary.phrases(section);
  const std::vector<PrintedWord> words = printed_words(line);
  const bool body = section == "documento.entidad";
  for (std::size_t first = 0; first < words.size(); ++first) {
    if (words[first].folded.empty() || !starts_as_name(words[first].text)) continue;
    if (!entries.may_begin(words[first].folded)) continue;
    if (!body && first > 0 && is_post(words[first - 1].folded)) continue;
    // the longest entry that begins here
    const std::string ahead = folded_from(words, first);
    const Vocabulary::Entry* entry = vocabulary.at_start(section, ahead);
    if (entry == nullptr) continue;
    const std::size_t length = words_covering(words, first, entry->folded.size());
    const auto parted = [](const PrintedWord& word) {  // "DEPARTAMENTO,GERENTE"
      const std::size_t comma = word.text.find(',');
      return comma != std::string_view::npos && comma + 1 < word.text.size();
    };
    if (std::any_of(words.begin() + static_cast<std::ptrdiff_t>(first),
                    words.begin() + static_cast<std::ptrdiff_t>(first + length), parted))
      continue;
    std::size_t last = first + length;  // one past the last word of the name
    for (std::size_t i = last; i < words.size() && !ends_with_mark(words[i - 1].text); ++i) {
      const PrintedWord& word = words[i];
      if (normalise::has_digit(word.text) || (word.folded.empty() && !is_dash(word.text)) || ends_name(word.folded))
        break;
      if (body && begins_part(words, i)) break;
      if (!is_link(word.folded) && !is_dash(word.text) && leaves_capitals(words, first, i)) break;
      if (is_link(word.folded) || is_dash(word.text)) continue;
      if (!starts_as_name(word.text)) break;
      last = i + 1;
    }
    std::string name;  // specks and leaders between its words are no part of it: "Contraloría ..... General"
    for (std::size_t i = first; i < last; ++i) {
      if (words[i].folded.empty() && !is_dash(words[i].text)) continue;
      name += (name.empty() ? "" : " ") + std::string(i + 1 == last ? without_mark(words[i].text) : words[i].text);
    }
    name = normalise::clean(name);
    // "Secretaría" alone names none, nor does "Municipalidad de"
    if (last - first < 2 || is_link(words[last - 1].folded) || name.size() > kLongestName) continue;
    if (!body && is_territory(vocabulary, normalise::fold(name))) continue;
    return {std::move(name), first == 0};
  }
  return {};
}

}  // namespace cotejo::mapping
