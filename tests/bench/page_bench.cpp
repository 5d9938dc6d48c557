// Time of each step from a file to its tables. The first argument that is no option names the PDF; without one a small
// report is made up.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "extractors/layout/lines.h"
#include "extractors/layout/running_heads.h"
#include "extractors/pdf/document.h"
#include "extractors/tables/read_content.h"
#include "extractors/tables/read_page.h"
#include "extractors/tables/ruled/ruled.h"
#include "tests/extractors/pdf/make_pdf.h"

namespace {

using namespace cotejo;

std::string path_of_report;

std::string made_up_report() {
  test::PdfFile file;
  for (int p = 0; p < 20; ++p) {
    test::PdfPage page;
    page.text(72, 60, "Informe de gesti\363n", 14, true);
    std::vector<double> xs{72, 172, 292, 372, 452, 540}, ys;
    for (int r = 0; r <= 40; ++r) ys.push_back(100 + 15.0 * r);
    page.grid(xs, ys);
    for (int r = 0; r < 40; ++r)
      for (int c = 0; c < 5; ++c)
        page.text(xs[static_cast<std::size_t>(c)] + 3, ys[static_cast<std::size_t>(r)] + 11,
                  c < 2 ? "Rubro de gastos" : "1.234.567", 8);
    file.add(page);
  }
  return file.bytes();
}

std::vector<model::Page> pages_of(pdf::Document& document) {
  std::vector<model::Page> pages;
  for (int p = 1; p <= document.facts().pages; ++p)
    if (auto page = document.page(p); page.ok()) pages.push_back(std::move(page).value());
  return pages;
}

const std::vector<model::Page>& pages() {
  static const std::vector<model::Page> all = [] {
    auto document = pdf::Document::open(path_of_report);
    return document.ok() ? pages_of(document.value()) : std::vector<model::Page>{};
  }();
  return all;
}

std::vector<int> all_words(const model::Page& page) {
  std::vector<int> words;
  for (std::size_t i = 0; i < page.words.size(); ++i) words.push_back(static_cast<int>(i));
  return words;
}

void open_document(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(pdf::Document::open(path_of_report));
}
void read_pages(benchmark::State& state) {
  auto document = pdf::Document::open(path_of_report);
  for (auto _ : state) benchmark::DoNotOptimize(pages_of(document.value()));
}
void render_first_page(benchmark::State& state) {
  auto document = pdf::Document::open(path_of_report);
  for (auto _ : state) benchmark::DoNotOptimize(document.value().render(1, 100));
}
void lines(benchmark::State& state) {
  for (auto _ : state)
    for (const model::Page& page : pages()) benchmark::DoNotOptimize(layout::lines_of(page, all_words(page)));
}
void heads(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(layout::running_heads(pages()));
}
void ruled_tables(benchmark::State& state) {
  for (auto _ : state)
    for (const model::Page& page : pages())
      benchmark::DoNotOptimize(
          tables::find_ruled_tables(page, page.rules, all_words(page), layout::usual_text_size(page)));
}
void tables_of_pages(benchmark::State& state) {
  for (auto _ : state)
    for (const model::Page& page : pages())
      benchmark::DoNotOptimize(
          tables::read_page(page, std::vector<layout::Place>(page.words.size(), layout::Place::body)));
}
void whole_content(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(tables::read_content(pages()));
}

BENCHMARK(open_document)->Unit(benchmark::kMillisecond);
BENCHMARK(read_pages)->Unit(benchmark::kMillisecond);
BENCHMARK(render_first_page)->Unit(benchmark::kMillisecond);
BENCHMARK(lines)->Unit(benchmark::kMillisecond);
BENCHMARK(heads)->Unit(benchmark::kMillisecond);
BENCHMARK(ruled_tables)->Unit(benchmark::kMillisecond);
BENCHMARK(tables_of_pages)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_content)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  std::unique_ptr<test::TemporaryFile> made_up;
  if (argc > 1) {
    path_of_report = argv[1];
  } else {
    made_up = std::make_unique<test::TemporaryFile>(made_up_report());
    path_of_report = made_up->path();
  }
  if (!pdf::Document::open(path_of_report).ok()) {
    std::fprintf(stderr, "cannot open %s\n", path_of_report.c_str());
    return 1;
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
