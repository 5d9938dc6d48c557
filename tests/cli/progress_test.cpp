#include "cli/progress.h"

#include <gtest/gtest.h>

#include <sstream>

#include "cli/ingest_report.h"

namespace cotejo::cli {
namespace {

TEST(Progress, TellsDocumentsPagesRateAndTimeLeft) {
  std::ostringstream out;
  Context context{out, out, model::Language::spanish, {}};
  EXPECT_EQ(progress_text(context, {10, 0, 0}, 0), "0/10 documentos · 0 páginas · 0.0 pág./s");
  EXPECT_EQ(progress_text(context, {10, 5, 100}, 50), "5/10 documentos · 100 páginas · 2.0 pág./s · faltan 00:50");
  EXPECT_EQ(progress_text(context, {1000, 1, 1}, 7), "1/1000 documentos · 1 páginas · 0.1 pág./s · faltan 1:56:33");
  context.language = model::Language::english;
  EXPECT_EQ(progress_text(context, {2, 2, 4}, 2), "2/2 documents · 4 pages · 2.0 pages/s");
}

TEST(Progress, OffATerminalNothingIsDrawn) {
  std::ostringstream out;
  const Context context{out, out, model::Language::spanish, {}};
  {
    ProgressBar bar(context, false);
    bar.show({10, 5, 100});
  }
  EXPECT_EQ(out.str(), "");
  {
    ProgressBar bar(context, true);
    bar.show({10, 5, 100});
  }
  EXPECT_NE(out.str().find("[============            ] 5/10"), std::string::npos);
}

TEST(PageRanges, JoinNeighbours) {
  EXPECT_EQ(page_ranges({1, 3, 4, 5, 9}), "1, 3–5, 9");
  EXPECT_EQ(page_ranges({}), "");
}

}  // namespace
}  // namespace cotejo::cli
