#include "pipeline/mapping/document/title.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <string_view>

#include "pipeline/mapping/document/names.h"
#include "pipeline/mapping/document/tolerances.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/dates/dates.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::title;

bool is_sentence(const model::Block& block) {
  const char last = block.text.back();
  return last == '.' || last == ':' || last == ',' ||
         (block.kind == model::BlockKind::paragraph && !block.bold && block.text.size() > kLongTitle);
}

// The person whom a letter is for.
bool is_addressee(std::string_view folded) {
  static const std::vector<std::string> openings = [] {
    std::vector<std::string> out;
    for (const char* word : {"señor", "señora", "señores", "señoras", "doctor", "doctora", "doctores", "respetado",
                             "respetada", "respetados", "cordial saludo"})
      out.push_back(normalise::fold(word));
    return out;
  }();
  return std::any_of(openings.begin(), openings.end(), [&](const std::string& opening) {
    return folded.starts_with(opening) && (folded.size() == opening.size() || folded[opening.size()] == ' ');
  });
}

// A person's name and post under a report: "GERSON SUAREZ ORDOÑEZ Director Administrativo".
bool is_signature(std::string_view folded) {
  constexpr std::array<std::string_view, 20> kPosts{"director",  "directora",   "gerente",   "contador",   "contadora",
                                                    "alcalde",   "alcaldesa",   "tesorero",  "tesorera",   "jefe",
                                                    "rector",    "rectora",     "contralor", "contralora", "personero",
                                                    "personera", "profesional", "asesor",    "asesora",    "revisor"};
  const std::vector<std::string_view> words = words_of(folded);
  for (std::size_t i = kName; i < words.size(); ++i) {
    const bool post = std::find(kPosts.begin(), kPosts.end(), words[i]) != kPosts.end();
    if (!post) continue;
    return std::none_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i), [](std::string_view word) {
      return word == "de" || word == "del" || word == "al" || word == "para";  // "informe del director"
    });
  }
  return false;
}

// "Hoja: 1 de 3", "Página 2 de 7", also where the word was misread.
bool counts_pages(std::string_view folded) {
  const std::vector<std::string_view> words = words_of(folded);
  for (std::size_t i = 1; i + 2 < words.size(); ++i) {
    const bool numbers = normalise::has_digit(words[i]) && normalise::has_digit(words[i + 2]);
    if (numbers && words[i + 1] == "de" && words[i].size() <= 3 && words[i + 2].size() <= 3) return true;
  }
  return false;
}

// Letters that a picture gave and nobody wrote: "de TT —)".
bool is_debris(const std::string& text) {
  std::size_t letters = 0;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string word = normalise::fold(rest.substr(0, end));
    if (word.size() >= kWord && !normalise::has_digit(word)) letters += word.size();
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return letters == 0;
}

bool is_name_of(const Line& line, const model::DocumentInfo& info) {
  return line.folded == normalise::fold(info.entity) || line.folded == normalise::fold(info.dependency);
}

// "San José de Cúcuta, noviembre 28 de 2014", "Ciudad, Abril de 2015".
bool is_place_and_day(const std::string& text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string::npos || normalise::has_digit(std::string_view(text).substr(0, comma))) return false;
  const std::string after = normalise::fold(std::string_view(text).substr(comma + 1));
  const std::vector<std::string_view> words = words_of(after);
  return !words.empty() && words.size() <= 6 && !years_in(after).empty() &&
         std::any_of(words.begin(), words.end(), [](std::string_view word) { return normalise::month_of(word) != 0; });
}

// The number by which a body is taxed, printed behind its name: "890501431-0", "NIT 890.985.092-3".
std::size_t end_of_tax_number(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && text[at] == ' ') ++at;
  const std::string_view rest = text.substr(at);
  for (const std::string_view word : {"NIT", "Nit", "nit", "N.I.T."}) {
    if (rest.starts_with(word)) at += word.size();
  }
  const std::size_t digits = at;
  while (at < text.size() && (std::string_view("0123456789.-:, ").find(text[at]) != std::string_view::npos)) ++at;
  return at >= digits + kShortest ? at : 0;
}

// Where a word begins with these letters of ASCII in lower case, whatever its own case; npos when none does.
std::size_t find_word(std::string_view text, std::string_view beginning) {
  for (std::size_t at = 0; at + beginning.size() <= text.size(); ++at) {
    if (at > 0 && text[at - 1] != ' ' && text[at - 1] != '(') continue;
    bool same = true;
    for (std::size_t i = 0; same && i < beginning.size(); ++i)
      same = std::tolower(static_cast<unsigned char>(text[at + i])) == static_cast<unsigned char>(beginning[i]);
    if (same) return at;
  }
  return std::string_view::npos;
}

// How long the label of a letter's subject is at the beginning of a line; 0 where there is none.
std::size_t reference_label(std::string_view line) {
  for (const std::string_view label : {"ref.:", "ref:", "referencia:", "asunto:"}) {
    if (find_word(line, label) == 0) return label.size();
  }
  return 0;
}

// Whether the next line goes on with a letter's subject: close below it, as high (the size of print that a scan tells
// differs from line to line), before it has ended.
bool goes_on_with_subject(const model::Block& above, const model::Block& next) {
  const double height = above.box.height();
  return next.page == above.page && next.box.y0 > above.box.y0 && next.box.y0 - above.box.y1 < height / 2 &&
         std::abs(next.box.x0 - above.box.x0) < height && std::abs(next.box.height() - height) < height / 4 &&
         !above.text.ends_with('.');
}

// A title's own words: without the body's name and tax number before or in them, the label of a reference, and what
// forms and statements print behind them.
std::string own_words(std::string title, const model::DocumentInfo& info) {
  title.erase(0, reference_label(title));
  if (!info.entity.empty() && title.size() > info.entity.size() && title.starts_with(info.entity))
    title.erase(0, info.entity.size());
  if (const std::size_t end = end_of_tax_number(title); end != 0) title.erase(0, end);
  const std::size_t nit = std::min(title.find(" NIT"), title.find(" Nit"));
  if (nit != std::string::npos) {
    if (const std::size_t end = end_of_tax_number(std::string_view(title).substr(nit)); end != 0)
      title.replace(nit, end, " ");
  }
  for (const std::string_view tail : {"cifras en", "vigilad", "pagina ", "página ", "pág. ", "pag. ", "hoja "}) {
    if (const std::size_t at = find_word(title, tail); at != std::string::npos && at > 0) title.resize(at);
  }
  if (const std::size_t at = next_label(title, 1); at < title.size()) title.resize(at);
  const std::size_t last = title.find_last_not_of(" -,;|");
  title.resize(last == std::string::npos ? 0 : last + 1);
  return normalise::clean(title);
}

// How much a line of the first page is like the document's title; negative when it cannot be it.
double title_likeness(const Line& line, const model::DocumentInfo& info, double body_size, double tables,
                      const Vocabulary& vocabulary) {
  const model::Block& block = *line.block;
  const bool wrong_kind = block.kind == model::BlockKind::caption || block.kind == model::BlockKind::list_item ||
                          block.kind == model::BlockKind::footnote || block.kind == model::BlockKind::running_foot;
  if (!line.cover || !line.brief || wrong_kind || is_sentence(block)) return -1;
  if (block.text.find('$') != std::string::npos) return -1;  // a line of a statement
  if (is_addressee(line.folded) || is_signature(line.folded) || is_debris(block.text)) return -1;
  if (is_name_of(line, info)) return -1;
  double likeness = 0;
  const bool says_kind = vocabulary.inside("documento.tipo", line.folded) != nullptr;
  if (says_kind) likeness += kSaysKind;
  if (is_form_field(block.text) || counts_pages(line.folded)) likeness -= kField;
  if (block.kind == model::BlockKind::heading) likeness += kHeading;
  if (block.bold) likeness += kBold;
  if (!says_kind && block.box.y0 > tables) likeness -= kUnderTables;
  if (line.running) likeness -= kRunning;
  if (!normalise::find_dates(block.text).empty() && years_in(line.folded).empty()) likeness -= kDated;
  const double size = block.font_size / std::max(body_size, 1.0);
  const bool all_names =
      likeness < kSaysKind && block.kind != model::BlockKind::heading && !block.bold && size < kLarger;
  return all_names ? likeness : likeness + std::min(kForSize, kForSize * (size - 1.0));
}

}  // namespace

std::string title_of(const std::vector<Line>& lines, const model::DocumentInfo& info, double tables,
                     const Vocabulary& vocabulary) {
  double body_size = 0;
  // A form may have no text but its letterhead.
  for (const bool any_kind : {false, true}) {
    for (const Line& line : lines) {
      const bool counts = line.block->kind == model::BlockKind::paragraph || (any_kind && line.running);
      if (counts && (body_size == 0 || line.block->font_size < body_size)) body_size = line.block->font_size;
    }
    if (body_size > 0) break;
  }
  std::size_t best = lines.size();
  double most = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const double likeness = title_likeness(lines[i], info, body_size, tables, vocabulary);
    if (likeness > most) {
      most = likeness;
      best = i;
    }
  }
  if (best == lines.size()) return {};
  // The lines of the same heading go on with the title; a numbered heading begins the text.
  const model::Block& first = *lines[best].block;
  std::string title = first.text;
  const bool subject = reference_label(first.text) > 0;
  for (std::size_t i = best + 1; i < lines.size() && first.kind == model::BlockKind::heading && !subject; ++i) {
    const model::Block& next = *lines[i].block;
    const bool same = next.kind == first.kind && next.heading_level == first.heading_level && lines[i].cover &&
                      std::abs(next.font_size - first.font_size) < 0.5 && next.bold == first.bold;
    const bool numbered = next.text.front() >= '0' && next.text.front() <= '9';
    if (!same || numbered || title.size() + next.text.size() > kShortLine || lines[i].folded == lines[best].folded)
      break;
    if (is_name_of(lines[i], info) || is_place_and_day(next.text)) break;
    title += " " + next.text;
  }
  for (std::size_t i = best + 1; subject && i < lines.size() && lines[i].cover; ++i) {
    const model::Block& next = *lines[i].block;
    if (!goes_on_with_subject(*lines[i - 1].block, next) || title.size() + next.text.size() > kLongestSubject) break;
    title += " " + next.text;
  }
  return own_words(normalise::clean(title), info);
}

std::string title_in_table(const model::Bundle& bundle, const model::DocumentInfo& info, const Vocabulary& vocabulary) {
  if (bundle.tables.empty() || bundle.tables.front().first_page != 1) return {};
  for (const model::Cell& cell : bundle.tables.front().cells) {
    if (cell.row >= kRows || cell.text.size() > kShortLine || cell.text.find('$') != std::string::npos) continue;
    const std::string folded = normalise::fold(cell.text);
    if (vocabulary.at_start("documento.tipo", folded) != nullptr) return own_words(normalise::clean(cell.text), info);
  }
  return {};
}

}  // namespace cotejo::mapping
