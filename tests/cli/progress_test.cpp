#include "cli/console/progress.h"

#include <gtest/gtest.h>

#include <sstream>

#include "cli/commands/ingest_report.h"

namespace cotejo::cli {
namespace {

// Some of `files` documents of one size are done, of `pages` pages with text together.
run::Progress of_documents(std::size_t files, std::size_t done, long pages) {
  run::Progress progress;
  progress.files = files;
  progress.done = done;
  progress.pages = progress.pages_done = pages;
  return progress;
}

TEST(Progress, TellsDocumentsPagesRateAndTimeLeft) {
  std::ostringstream out;
  Context context{out, out, model::Language::spanish, {}};
  EXPECT_EQ(progress_text(context, {10, 0, 0}, 0, 80), "[                ] 0/10 documentos · 0 páginas · 0.0 pág./s");
  EXPECT_EQ(progress_text(context, of_documents(10, 5, 100), 50, 120),
            "[========        ] 5/10 documentos · 100 páginas · 2.0 pág./s · faltan 00:50");
  EXPECT_EQ(progress_text(context, of_documents(1000, 1, 1), 7, 120),
            "[                ] 1/1000 documentos · 1 página · 0.1 pág./s · faltan 1:56:33");
  context.language = model::Language::english;
  EXPECT_EQ(progress_text(context, of_documents(2, 2, 4), 2, 80),
            "[================] 2/2 documents · 4 pages · 2.0 pages/s");
}

TEST(Progress, LeavesOutWhatMattersLeastUntilItFits) {
  std::ostringstream out;
  const Context context{out, out, model::Language::spanish, {}};
  const run::Progress half = of_documents(10, 5, 100);
  EXPECT_EQ(progress_text(context, half, 50, 60), "5/10 documentos · 100 páginas · 2.0 pág./s · faltan 00:50");
  EXPECT_EQ(progress_text(context, half, 50, 50), "5/10 documentos · 100 páginas · faltan 00:50");
  EXPECT_EQ(progress_text(context, half, 50, 32), "5/10 documentos · faltan 00:50");
  EXPECT_EQ(progress_text(context, half, 50, 20), "5/10 documentos");
  EXPECT_EQ(progress_text(context, half, 50, 8), "5/10 do…");
}

TEST(Progress, ReckonsByPagesAndSizesFromTheFirstPageOn) {
  EXPECT_LT(seconds_left({10, 0, 0}, 5), 0);
  // One page of the first document of ten is read; nine are left of it, and nine files of its size.
  run::Progress first{10, 0, 1, 0, 9, 0, 0, 1000, 9000};
  EXPECT_DOUBLE_EQ(seconds_left(first, 2), 2 * 9 + 2 * 90);
  // What had only to be looked up says nothing of the rest.
  run::Progress skipped{100, 90, 10, 0, 0, 10, 0, 1000, 10000};
  EXPECT_DOUBLE_EQ(seconds_left(skipped, 10), 100);
  // Without sizes, by documents.
  EXPECT_DOUBLE_EQ(seconds_left(of_documents(12, 2, 20), 10), 50);
}

TEST(Progress, AScannedPageWeighsAsManyWithText) {
  // A digital report of 100 pages took a second; of the scan under way one page of twenty is read.
  run::Progress scan{2, 1, 101, 1, 19, 100, 0, 2000, 0};
  const double a_page = 1.0 / 100, a_scan = 50 * a_page;
  EXPECT_NEAR(seconds_left(scan, 1 + a_scan), 19 * a_scan, 1e-9);
  // Before its first page is there its pages count like those of all.
  scan = {2, 1, 100, 0, 20, 100, 0, 2000, 0};
  EXPECT_NEAR(seconds_left(scan, 1), 20 * a_page, 1e-9);
  scan.scanning = 1;  // unless its pixels are being read already
  EXPECT_NEAR(seconds_left(scan, 1), 20 * a_scan, 1e-9);
}

TEST(Progress, OffATerminalNothingIsDrawn) {
  std::ostringstream out;
  const Context context{out, out, model::Language::spanish, {}};
  {
    ProgressBar bar(context, 0);
    bar.show({10, 5, 100});
  }
  EXPECT_EQ(out.str(), "");
  {
    ProgressBar bar(context, 200);
    bar.show({10, 5, 100});
    bar.show({10, 6, 120});  // too soon
  }
  EXPECT_NE(out.str().find("[========        ] 5/10"), std::string::npos);
  EXPECT_EQ(out.str().find("6/10"), std::string::npos);
}

TEST(PageRanges, JoinNeighbours) {
  EXPECT_EQ(page_ranges({1, 3, 4, 5, 9}), "1, 3–5, 9");
  EXPECT_EQ(page_ranges({}), "");
}

}  // namespace
}  // namespace cotejo::cli
