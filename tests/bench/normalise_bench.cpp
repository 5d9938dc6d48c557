// Text and figures are read for every cell of every table: these are the calls that must stay well under a microsecond.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "pipeline/normalise/dates/dates.h"
#include "pipeline/normalise/amount_words/number_words.h"
#include "pipeline/normalise/numbers/numbers.h"
#include "pipeline/normalise/text/text.h"

namespace {

using namespace cotejo::normalise;

const std::vector<std::string>& cells() {
  static const std::vector<std::string> texts{"$ 1.952.909.536",
                                              "2.1.2.02.02.008",
                                              "Adquisición de bienes y servicios",
                                              "97,53%",
                                              "-",
                                              "",
                                              "1.012.932.283,35",
                                              "Secretaría de Planeación Municipal",
                                              "30 de junio de 2020",
                                              "4 informes",
                                              "X",
                                              "0,00"};
  return texts;
}

template <typename Read>
void each_cell(benchmark::State& state, Read read) {
  std::size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(read(cells()[next]));
    next = (next + 1) % cells().size();
  }
}

void read_number_of_a_cell(benchmark::State& state) {
  each_cell(state, [](const std::string& text) { return read_number(text); });
}
void fold_a_cell(benchmark::State& state) {
  each_cell(state, [](const std::string& text) { return fold(text); });
}
void clean_a_cell(benchmark::State& state) {
  each_cell(state, [](const std::string& text) { return clean(text); });
}
void find_dates_in_a_cell(benchmark::State& state) {
  each_cell(state, [](const std::string& text) { return find_dates(text, 2021); });
}

const std::string& paragraph() {
  static const std::string text =
      "El primer periodo 2020 contó con una apropiación de quinientos siete millones de pesos ($507.000.000), y una "
      "ejecución de ciento catorce millones ochocientos cincuenta y siete mil trescientos noventa y un pesos "
      "($114.857.391), correspondiente al 23% de ejecución, según el Decreto 1000-0123 del 30 de junio de 2020.";
  return text;
}

void find_numbers_in_a_paragraph(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(find_numbers(paragraph()));
}
void find_words_in_a_paragraph(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(find_amounts_in_words(paragraph()));
}

BENCHMARK(read_number_of_a_cell);
BENCHMARK(fold_a_cell);
BENCHMARK(clean_a_cell);
BENCHMARK(find_dates_in_a_cell);
BENCHMARK(find_numbers_in_a_paragraph);
BENCHMARK(find_words_in_a_paragraph);

}  // namespace
