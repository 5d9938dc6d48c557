#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "pipeline/checks/prose/claims.h"
#include "pipeline/checks/prose/tolerances.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

// «Usuarios encuestados: 392»: a line of a form, with nothing after its figure.
struct Entry {
  const FigureSentence* sentence = nullptr;
  const ProseNumber* number = nullptr;
  std::vector<std::string> words;  // folded, of the label
};

// Lines of one form: under one another on a page, or down a column of a table.
using Form = std::vector<Entry>;

bool line_of_form(const FigureSentence& sentence, Entry& entry) {
  if (sentence.numbers.size() != 1) return false;
  const std::string& text = sentence.passage->text;
  const ProseNumber& number = sentence.numbers.front();
  const std::size_t colon = text.rfind(':', number.begin);
  if (colon == std::string::npos || colon < sentence.span.begin || colon - sentence.span.begin > 60) return false;
  // A percent sign within the label: two lines of the form run into one.
  const std::string_view label = std::string_view(text).substr(sentence.span.begin, colon - sentence.span.begin);
  if (label.find('%') != std::string_view::npos && label.find('%') > label.find_first_not_of(' ')) return false;
  const auto blank = [&](std::size_t from, std::size_t to) {
    return normalise::fold(std::string_view(text).substr(from, to - from)).empty();
  };
  if (!blank(colon, number.begin) || !blank(number.end, sentence.span.end)) return false;
  entry.sentence = &sentence;
  entry.number = &number;
  entry.words =
      normalise::folded_words(std::string_view(text).substr(sentence.span.begin, colon - sentence.span.begin));
  return !entry.words.empty();
}

std::vector<Form> forms_of(const std::vector<FigureSentence>& sentences) {
  struct Column {
    int page, table, column;
    double x;
    Form form;
  };
  std::vector<Column> columns;
  for (const FigureSentence& sentence : sentences) {
    Entry entry;
    if (!line_of_form(sentence, entry)) continue;
    const model::Source& source = sentence.passage->source;
    auto own = std::find_if(columns.begin(), columns.end(), [&](const Column& c) {
      return c.page == source.page && c.table == source.table && c.column == source.column &&
             (source.table >= 0 || std::abs(c.x - source.box.x0) < kSameEdge);
    });
    if (own == columns.end())
      own = columns.insert(columns.end(), {source.page, source.table, source.column, source.box.x0, {}});
    own->form.push_back(std::move(entry));
  }
  std::vector<Form> forms;
  for (Column& column : columns) {
    if (column.form.size() >= 3) forms.push_back(std::move(column.form));
  }
  return forms;
}

// «usuarios satisfechos» and «usuarios no satisfechos»: the same words but for the denial.
bool opposite(const std::vector<std::string>& yes, const std::vector<std::string>& no) {
  if (no.size() != yes.size() + 1) return false;
  std::vector<std::string> rest;
  int denials = 0;
  for (const std::string& word : no) {
    if ((word == "no" || word == "sin") && denials == 0) {
      ++denials;
    } else {
      rest.push_back(word);
    }
  }
  return denials == 1 && rest == yes;
}

bool denied(const Entry& entry) {
  return std::find(entry.words.begin(), entry.words.end(), "no") != entry.words.end();
}

bool shares_a_stem(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  for (const std::string& x : a) {
    for (const std::string& y : b) {
      if (x.size() >= 6 && y.size() >= 6 && x.substr(0, 6) == y.substr(0, 6)) return true;
    }
  }
  return false;
}

// The number of all: the count before the part that is the largest.
const Entry* whole_of(const Form& form, const Entry& part) {
  const Entry* whole = nullptr;
  for (const Entry& entry : form) {
    if (&entry == &part) break;
    if (!entry.number->percent && entry.number->value() >= part.number->value() &&
        (whole == nullptr || entry.number->value() > whole->number->value())) {
      whole = &entry;
    }
  }
  return whole;
}

void check_opposites(const Form& form, std::vector<Contradiction>& found, int& tested) {
  for (const Entry& yes : form) {
    for (const Entry& no : form) {
      if (yes.number->percent || no.number->percent || !opposite(yes.words, no.words)) continue;
      const Entry* whole = whole_of(form, yes);
      if (whole == nullptr || whole == &no) continue;
      ++tested;
      const double sum = yes.number->value() + no.number->value();
      const double miss = std::abs(sum - whole->number->value());
      if (miss == 0 || miss > kTwoParts * whole->number->value()) continue;
      const model::Micro total = model::micro(yes.number->amount.value) + model::micro(no.number->amount.value);
      Contradiction claim{whole->sentence, whole->number, model::micro_to_string(total), {}, {}, {}, {}, -1};
      claim.message = guillemets(whole->sentence->text(), 60) + " no es la suma de " +
                      guillemets(yes.sentence->text(), 60) + " y " + guillemets(no.sentence->text(), 60) + ": dan " +
                      written(total, model::Unit::count) + ".";
      claim.steps = {"+ " + normalise::clean(yes.sentence->text()), "+ " + normalise::clean(no.sentence->text()),
                     "= " + written(total, model::Unit::count)};
      claim.rests_on = {{yes.sentence, yes.number}, {no.sentence, no.number}};
      found.push_back(std::move(claim));
    }
  }
}

struct Share {
  const Entry* percent;
  const Entry* part;
  const Entry* whole;
  double value;
  bool holds;
};

}  // namespace

void check_forms(const std::vector<FigureSentence>& sentences, std::vector<Contradiction>& found, int& tested) {
  std::vector<Share> shares;
  const std::vector<Form> forms = forms_of(sentences);
  for (const Form& form : forms) {
    check_opposites(form, found, tested);
    for (const Entry& percent : form) {
      if (!percent.number->percent) continue;
      for (const Entry& part : form) {
        if (part.number->percent || denied(part) != denied(percent) || !shares_a_stem(percent.words, part.words))
          continue;
        const Entry* whole = whole_of(form, part);
        if (whole == nullptr || whole->number->value() <= 0) continue;
        const double value = 100 * part.number->value() / whole->number->value();
        const double unit = std::pow(10.0, percent.number->amount.value.exponent);
        shares.push_back({&percent, &part, whole, value, std::abs(value - percent.number->value()) <= unit});
        break;
      }
    }
  }
  const bool shown = std::any_of(shares.begin(), shares.end(), [](const Share& share) { return share.holds; });
  for (const Share& share : shares) {
    ++tested;
    if (share.holds || (!shown && std::abs(share.value - share.percent->number->value()) > kNearShare)) continue;
    const auto hundredths = static_cast<model::Micro>(std::llround(share.value * 100)) * (model::kMicro / 100);
    Contradiction claim{
        share.percent->sentence, share.percent->number, model::micro_to_string(hundredths), {}, {}, {}, {}, -1};
    claim.message = guillemets(share.percent->sentence->text(), 60) + " no es lo que dan " +
                    guillemets(share.part->sentence->text(), 60) + " y " +
                    guillemets(share.whole->sentence->text(), 60) + ": " + written(hundredths, model::Unit::percent) +
                    ".";
    claim.steps = {share.part->number->text + " / " + share.whole->number->text + " = " +
                       written(hundredths, model::Unit::percent),
                   "Impreso: " + share.percent->number->text};
    claim.rests_on = {{share.part->sentence, share.part->number}, {share.whole->sentence, share.whole->number}};
    found.push_back(std::move(claim));
  }
}

}  // namespace cotejo::checks
