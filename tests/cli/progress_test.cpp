#include "cli/console/progress.h"

#include <gtest/gtest.h>

#include <sstream>

#include "cli/commands/ingest_report.h"

namespace cotejo::cli {
namespace {

TEST(Progress, TellsDocumentsPagesRateAndTimeLeft) {
  std::ostringstream out;
  Context context{out, out, model::Language::spanish, {}};
  EXPECT_EQ(progress_text(context, {10, 0, 0}, 0, 80), "[                ] 0/10 documentos · 0 páginas · 0.0 pág./s");
  EXPECT_EQ(progress_text(context, {10, 5, 100, 5, 100}, 50, 120),
            "[========        ] 5/10 documentos · 100 páginas · 2.0 pág./s · faltan 00:50");
  EXPECT_EQ(progress_text(context, {1000, 1, 1, 1, 1}, 7, 120),
            "[                ] 1/1000 documentos · 1 página · 0.1 pág./s · faltan 1:56:33");
  context.language = model::Language::english;
  EXPECT_EQ(progress_text(context, {2, 2, 4, 2, 4}, 2, 80), "[================] 2/2 documents · 4 pages · 2.0 pages/s");
}

TEST(Progress, LeavesOutWhatMattersLeastUntilItFits) {
  std::ostringstream out;
  const Context context{out, out, model::Language::spanish, {}};
  const run::Progress half{10, 5, 100, 5, 100};
  EXPECT_EQ(progress_text(context, half, 50, 60), "5/10 documentos · 100 páginas · 2.0 pág./s · faltan 00:50");
  EXPECT_EQ(progress_text(context, half, 50, 50), "5/10 documentos · 100 páginas · faltan 00:50");
  EXPECT_EQ(progress_text(context, half, 50, 32), "5/10 documentos · faltan 00:50");
  EXPECT_EQ(progress_text(context, half, 50, 20), "5/10 documentos");
  EXPECT_EQ(progress_text(context, half, 50, 8), "5/10 do…");
}

TEST(Progress, ReckonsByPagesAndNotByDocuments) {
  // Two documents of 10 pages are done, 30 pages of a long one are read: little is left of it, if it is like the
  // others.
  EXPECT_DOUBLE_EQ(seconds_left({3, 2, 50, 2, 20}, 50), 0);
  EXPECT_DOUBLE_EQ(seconds_left({12, 2, 20, 2, 20}, 10), 50);
  EXPECT_DOUBLE_EQ(seconds_left({12, 2, 25, 2, 20}, 25), 95);
  // What had only to be looked up says nothing of the rest.
  EXPECT_DOUBLE_EQ(seconds_left({100, 90, 10, 1, 10}, 10), 100);
  EXPECT_LT(seconds_left({10, 0, 3, 0, 0}, 5), 0);
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
    ProgressBar bar(context, 80);
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
