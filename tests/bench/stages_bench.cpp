// CPU time of each stage from files to findings, in the order of a run: extraction, mapping with normalising, checks.
// The arguments that are no options name PDF files; scans are read as far as their text layer goes.
// "mapping" and "checks" are shares of the extraction's time: mapping is meant to stay under 0.1.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "pipeline/checks/check.h"
#include "pipeline/mapping/read_document.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/reading/read.h"

namespace {

using namespace cotejo;

std::vector<std::string> paths;

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

void stages(benchmark::State& state) {
  const mapping::Vocabulary vocabulary = mapping::Vocabulary::standard();
  const reading::Analyser analyser = reading::Analyser::make({}).value();
  const reading::Watch nobody = [](const reading::Activity&) {};
  reading::ExtractSettings settings;
  settings.ocr = reading::OcrMode::never;
  double extraction = 0, mapping = 0, checking = 0;
  for (auto _ : state) {
    for (const std::string& path : paths) {
      reading::OcrDesk desk(settings);
      const double begin = cpu_seconds();
      const model::Bundle bundle =
          reading::read({path, path, "", 0}, settings, desk, analyser, {true, false, false}, nobody).bundle;
      const double extracted = cpu_seconds();
      const mapping::DocumentReading reading = mapping::read_document(bundle, vocabulary);
      const double mapped = cpu_seconds();
      benchmark::DoNotOptimize(checks::check_document(reading));
      checking += cpu_seconds() - mapped;
      mapping += mapped - extracted;
      extraction += extracted - begin;
    }
  }
  state.counters["extraction_ms"] = benchmark::Counter(1000 * extraction, benchmark::Counter::kAvgIterations);
  state.counters["mapping"] = mapping / extraction;
  state.counters["checks"] = checking / extraction;
}

BENCHMARK(stages)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  paths.assign(argv + 1, argv + argc);
  if (paths.empty()) {
    std::fprintf(stderr, "usage: stages_bench FILE.pdf …\n");
    return 1;
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
