#include "pipeline/normalise/numbers/token_words.h"

#include <algorithm>
#include <array>

#include "pipeline/normalise/text/skeleton.h"

namespace cotejo::normalise {
namespace {

struct Keyword {
  std::string_view word;
  TokenKind kind;
};

constexpr TokenKind kLaw = TokenKind::law;
constexpr TokenKind kArticle = TokenKind::article;
constexpr TokenKind kCode = TokenKind::code;
constexpr TokenKind kRadicado = TokenKind::radicado;
constexpr TokenKind kPhone = TokenKind::phone;

// In singular; plurals are tried without their ending.
constexpr std::array<Keyword, 97> kKeywords{{
    {"ley", kLaw},
    {"decreto", kLaw},
    {"resolucion", kLaw},
    {"acuerdo", kLaw},
    {"ordenanza", kLaw},
    {"circular", kLaw},
    {"sentencia", kLaw},
    {"directiva", kLaw},
    {"conpes", kLaw},
    {"legislativo", kLaw},
    {"ntc", kLaw},
    {"iso", kLaw},
    {"articulo", kArticle},
    {"art", kArticle},
    {"paragrafo", kArticle},
    {"numeral", kArticle},
    {"literal", kArticle},
    {"inciso", kArticle},
    {"capitulo", kArticle},
    {"titulo", kArticle},
    {"tabla", kArticle},
    {"grafica", kArticle},
    {"grafico", kArticle},
    {"figura", kArticle},
    {"cuadro", kArticle},
    {"anexo", kArticle},
    {"pagina", kArticle},
    {"pag", kArticle},
    {"folio", kArticle},
    {"componente", kArticle},
    {"subcomponente", kArticle},
    {"fase", kArticle},
    {"etapa", kArticle},
    {"version", kArticle},
    {"seccion", kArticle},
    {"nota", kArticle},
    {"item", kArticle},
    {"ilustracion", kArticle},
    {"imagen", kArticle},
    {"paso", kArticle},
    {"formulario", kArticle},
    {"formato", kArticle},
    {"contrato", kCode},
    {"convenio", kCode},
    {"cdp", kCode},
    {"rp", kCode},
    {"crp", kCode},
    {"rubro", kCode},
    {"codigo", kCode},
    {"bpin", kCode},
    {"proceso", kCode},
    {"licitacion", kCode},
    {"certificado", kCode},
    {"registro", kCode},
    {"poliza", kCode},
    {"cuenta", kCode},
    {"acta", kCode},
    {"cedula", kCode},
    {"matricula", kCode},
    {"ficha", kCode},
    {"factura", kCode},
    {"orden", kCode},
    {"comprobante", kCode},
    {"calle", kCode},
    {"carrera", kCode},
    {"cra", kCode},
    {"cll", kCode},
    {"avenida", kCode},
    {"transversal", kCode},
    {"diagonal", kCode},
    {"manzana", kCode},
    {"comuna", kCode},
    {"corregimiento", kCode},
    {"kilometro", kCode},
    {"km", kCode},
    {"piso", kCode},
    {"grado", kCode},
    {"nivel", kCode},
    {"grupo", kCode},
    {"lote", kCode},
    {"invitacion", kCode},
    {"subasta", kCode},
    {"cc", kCode},
    {"radicado", kRadicado},
    {"radicacion", kRadicado},
    {"rad", kRadicado},
    {"oficio", kRadicado},
    {"memorando", kRadicado},
    {"expediente", kRadicado},
    {"consecutivo", kRadicado},

    {"telefono", kPhone},
    {"tel", kPhone},
    {"celular", kPhone},
    {"cel", kPhone},
    {"fax", kPhone},
    {"pbx", kPhone},
    {"nit", TokenKind::nit},
}};

std::optional<TokenKind> exact_keyword(std::string_view word) {
  const auto* found =
      std::find_if(kKeywords.begin(), kKeywords.end(), [&](const Keyword& k) { return k.word == word; });
  return found == kKeywords.end() ? std::nullopt : std::optional(found->kind);
}

template <std::size_t N>
bool has(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

using base::all_digits;

bool is_year_text(std::string_view text) {
  return text.size() == 4 && all_digits(text) && (text.substr(0, 2) == "19" || text.substr(0, 2) == "20");
}

}  // namespace

std::optional<TokenKind> keyword_kind(std::string_view word) {
  if (const auto kind = exact_keyword(word)) return kind;
  for (const std::string_view plural : {"es", "s"}) {
    if (word.size() > plural.size() + 1 && word.substr(word.size() - plural.size()) == plural) {
      if (const auto kind = exact_keyword(word.substr(0, word.size() - plural.size()))) return kind;
    }
  }
  if (word == "whatsapp" || word == "movil" || word == "conmutador" || word == "linea" || word == "extension")
    return kPhone;
  return std::nullopt;
}

bool is_number_marker(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kWords{"no", "nos", "n", "nro", "nros", "num", "numero", "numeros"};
  return has(kWords, word);
}

bool is_norm_adjective(std::string_view word) {
  static constexpr std::array<std::string_view, 26> kWords{"municipal",      "nacional",
                                                           "distrital",      "departamental",
                                                           "reglamentario",  "reglamentaria",
                                                           "estatutaria",    "organica",
                                                           "interna",        "interno",
                                                           "externa",        "externo",
                                                           "conjunta",       "conjunto",
                                                           "unico",          "unica",
                                                           "extraordinario", "administrativa",
                                                           "administrativo", "presidencial",
                                                           "tecnica",        "interadministrativo",
                                                           "marco",          "general",
                                                           "ejecutivo",      "colombiana"};
  return has(kWords, word) || (word.size() > 4 && word.substr(0, 3) == "min");
}

bool is_year_word(std::string_view word) {
  static constexpr std::array<std::string_view, 14> kWords{"ano",     "anos",       "vigencia", "vigencias", "durante",
                                                           "periodo", "cuatrienio", "bienio",   "en",        "hasta",
                                                           "desde",   "del",        "fiscal",   "febrero"};
  return has(kWords, word);
}

bool is_measure(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kWords{"km", "kms", "ha", "has", "mts", "ton", "kg", "mil"};
  return has(kWords, word);
}

bool is_ordinal_ending(std::string_view letters) {
  static constexpr std::array<std::string_view, 17> kEndings{"a",  "o",  "er", "ra", "ro", "da", "do", "ta", "to",
                                                             "ma", "mo", "va", "vo", "na", "no", "os", "as"};
  return has(kEndings, letters);
}

bool is_year_span(std::string_view token) {
  return token.size() == 9 && (token[4] == '-' || token[4] == '/') && is_year_text(token.substr(0, 4)) &&
         is_year_text(token.substr(5));
}

bool is_nit(std::string_view token) {
  if (token.size() < 3 || token[token.size() - 2] != '-' || !is_digit(token.back())) return false;
  const std::string_view body = token.substr(0, token.size() - 2);
  if (body.size() == 9) return all_digits(body);
  return body.size() == 11 && body[3] == '.' && body[7] == '.' && all_digits(body.substr(0, 3)) &&
         all_digits(body.substr(4, 3)) && all_digits(body.substr(8));
}

bool is_radicado(std::string_view token) {
  return token.size() > 8 && token[4] == '-' && is_year_text(token.substr(0, 4)) && all_digits(token.substr(5));
}

}  // namespace cotejo::normalise
