#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/checks/rule.h"
#include "pipeline/mapping/text/passages.h"
#include "pipeline/normalise/numbers/numbers.h"

namespace cotejo::checks {

// A figure of a sentence that may take part in a claim: years, dates, codes, laws and phone numbers are set aside.
struct ProseNumber {
  std::size_t begin = 0;  // byte offsets into the passage
  std::size_t end = 0;
  std::string text;
  model::Amount amount;
  bool percent = false;
  [[nodiscard]] double value() const { return amount.value.to_double(); }
};

// A sentence with its figures, left to right.
struct FigureSentence {
  const mapping::Passage* passage = nullptr;
  mapping::Sentence span;
  std::vector<ProseNumber> numbers;
  [[nodiscard]] std::string_view text() const { return span.of(passage->text); }
  // The passage's text between two offsets, folded, with a blank at either end.
  [[nodiscard]] std::string folded(std::size_t begin, std::size_t end) const;
};

// The sentences of the passages that hold a figure.
[[nodiscard]] std::vector<FigureSentence> sentences_with_figures(const std::vector<mapping::Passage>& passages,
                                                                 const normalise::NumberContext& context);

// The decimal sign that the document's tables, else its running text, show that it uses.
[[nodiscard]] normalise::NumberContext prose_context(const mapping::DocumentReading& document);

// A figure of the text, with the sentence that it stands in.
struct ToldFigure {
  const FigureSentence* sentence = nullptr;
  const ProseNumber* number = nullptr;
};

// What a sentence claims wrongly about a figure.
struct Contradiction {
  const FigureSentence* sentence = nullptr;
  const ProseNumber* reported = nullptr;
  std::string expected;  // plain number
  std::string message;
  std::vector<std::string> steps;
  std::vector<model::Evidence> sources;  // of the table that says otherwise
  model::Diagnosis diagnosis = model::Diagnosis::none;
  int table = -1;
  // Plain number: what several figures make, of which `reported` is the first; empty where it is that figure itself.
  std::string reported_sum = {};
  std::vector<ToldFigure> rests_on = {};  // other figures of the text that the claim was reckoned from
};

// Each finds one kind of claim.
// «… 20.879 solicitudes, de las cuales 404 …, 281 … y 20.188 …»
void check_partitions(const std::vector<FigureSentence>& sentences, std::vector<Contradiction>& found, int& tested);
// «30 comunicaciones …, una disminución del 10% (trimestre anterior 37)»
void check_changes(const std::vector<FigureSentence>& sentences, std::vector<Contradiction>& found, int& tested);
// «29 actividades de 42 proyectadas, 63%»
void check_shares(const std::vector<FigureSentence>& sentences, std::vector<Contradiction>& found, int& tested);
// «Usuarios encuestados: 392 / satisfechos: 314 / no satisfechos: 77 / % de satisfacción: 80%»
void check_forms(const std::vector<FigureSentence>& sentences, std::vector<Contradiction>& found, int& tested);
// «el 84%, equivalente a 133 usuarios» where other such pairs are all shares of one number
// False, with nothing tested, where the text has too many to compare each with all.
[[nodiscard]] bool check_equivalents(const std::vector<FigureSentence>& sentences, std::vector<Contradiction>& found,
                                     int& tested);
// «90 % … (trimestre anterior 60%)» against the lines «II trimestre: 62%» and «III trimestre: 90%»
// False as above.
[[nodiscard]] bool check_previous(const std::vector<FigureSentence>& sentences, std::vector<Contradiction>& found,
                                  int& tested);
// «un 73% quejas, equivalente a 22 comunicaciones» against the row «Quejas» of a table
void check_labels(const Context& context, const std::vector<FigureSentence>& sentences,
                  std::vector<Contradiction>& found, int& tested);
// «se recibieron en total 7.119 solicitudes» against the totals of the tables that follow; amounts one slip away
void check_totals(const Context& context, const std::vector<FigureSentence>& sentences,
                  std::vector<Contradiction>& found, int& tested);

// «25 indagaciones, que corresponde al 28,26%»: no number of them has 25 as that percentage; «$146.159.166, equivalente
// al 0,47% del valor total» against the total of the table that the amount is of
void check_parts(const Context& context, const std::vector<FigureSentence>& sentences,
                 std::vector<Contradiction>& found, int& tested);
// «77%, equivalente a 226 usuarios, y 23% (54 usuarios)» where all others are shares of 279; «el 41% sí, el 5% no, al
// 56% no les aplicó»
void check_answers(const std::vector<FigureSentence>& sentences, std::vector<Contradiction>& found, int& tested);
// «Área de enfermería: se presentaron 2 felicitaciones» against the row «Enfermería» of a table by areas
void check_items(const Context& context, const std::vector<FigureSentence>& sentences,
                 std::vector<Contradiction>& found, int& tested);

}  // namespace cotejo::checks
