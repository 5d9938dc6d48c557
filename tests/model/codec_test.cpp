#include "model/codec/codec.h"

#include <gtest/gtest.h>

#include <cstring>
#include <limits>

#include "model/codec/fields.h"

namespace cotejo::model {
namespace {

Bundle sample() {
  Bundle bundle;
  bundle.file_name = "informe.pdf";
  bundle.sha256 = std::string(64, 'a');
  bundle.file_size = 12345678901;
  bundle.settings = "cotejo 1";
  bundle.page_count = 3;
  bundle.attachments = {"anexo.xlsx", ""};
  Page page;
  page.number = 2;
  page.width = 612;
  page.height = 792;
  page.origin = Origin::ocr;
  page.words.push_back(
      {"Educación", {1, 2, 3, 4}, 9.5, true, 90, false, true, Origin::ocr, 0.25, 0xFF00FF, {{"Educacion", 0.2}}});
  page.rules.push_back({{0, 1}, {5, 1}, 0.5});
  page.shades.push_back({{0, 0, 1, 1}, 7});
  page.images.push_back({{0, 0, 612, 792}, 1000, 2000});
  page.note = "nota";
  bundle.pages.push_back(page);
  Table table;
  table.title = "Tabla 1";
  table.first_page = 2;
  table.last_page = 3;
  table.rows = 1;
  table.columns = 2;
  Cell cell;
  cell.column_span = 2;
  cell.page = 2;
  cell.text = "a\nb";
  cell.lines = {"a", "b"};
  cell.alternatives = {{"x", 0.5}};
  table.cells.push_back(cell);
  table.page_boxes = {{0, 0, 1, 1}, {0, 0, 2, 2}};
  bundle.tables.push_back(table);
  Block block;
  block.kind = BlockKind::footnote;
  block.page = 2;
  block.text = "texto";
  block.words = {0};
  bundle.blocks.push_back(block);
  bundle.outside.push_back({2, {1, 2, 3, 4}, "1.000", Origin::ocr, 0.5});
  bundle.errors.push_back({ErrorCode::timed_out, Stage::page, "informe.pdf", 3, "60 s"});
  return bundle;
}

// The body of a blob with its head made right again.
std::string resealed(std::string blob) {
  const std::uint64_t size = blob.size() - kBlobHeadSize;
  const std::uint64_t sum = checksum(std::string_view(blob).substr(kBlobHeadSize));
  std::memcpy(blob.data() + 8, &size, 8);
  std::memcpy(blob.data() + 16, &sum, 8);
  return blob;
}

TEST(Codec, ABundleComesBackAsItWas) {
  const std::string blob = encode(sample());
  const auto back = decode_bundle(blob);
  ASSERT_TRUE(back) << back.error().detail;
  EXPECT_EQ(encode(back.value()), blob);
  EXPECT_EQ(back.value().file_size, 12345678901);
  EXPECT_EQ(back.value().pages[0].words[0].text, "Educación");
  EXPECT_EQ(back.value().pages[0].words[0].rotation, 90);
  EXPECT_EQ(back.value().pages[0].words[0].alternatives[0].text, "Educacion");
  EXPECT_EQ(back.value().tables[0].cells[0].lines[1], "b");
  EXPECT_EQ(back.value().outside[0].text, "1.000");
  EXPECT_EQ(back.value().errors[0], sample().errors[0]);
}

// What an earlier version wrote is read, without what came later: figures outside tables, how far pages lean.
TEST(Codec, ABundleOfAnEarlierVersionIsRead) {
  Bundle before = sample();
  before.pages[0].lean = 1.5;
  for (const std::uint32_t version : {1U, 2U}) {
    std::string blob = encode(before).substr(0, kBlobHeadSize);
    codec::Writer{blob, version}(before);
    blob[4] = static_cast<char>(version);
    const auto back = decode_bundle(resealed(blob));
    ASSERT_TRUE(back) << back.error().detail;
    EXPECT_EQ(back.value().outside.empty(), version == 1);
    EXPECT_EQ(back.value().pages[0].lean, 0);
    EXPECT_EQ(back.value().pages[0].note, before.pages[0].note);
    EXPECT_EQ(back.value().errors, before.errors);
  }
}

TEST(Codec, AnAnalysisComesBackAsItWas) {
  Analysis analysis;
  analysis.records.document.entity = "Alcaldía";
  analysis.records.table_kinds = {TableKind::budget};
  analysis.records.budget.push_back({2021, "2.1", "", "Inversión", Measure::pagos, {{850, 6}, Unit::cop}, true, {}});
  Commitment commitment;
  commitment.goal_value = Decimal{4, 0};
  analysis.records.commitments.push_back(commitment);
  ProseFigure prose;
  prose.amount = Amount{{1, -2}, Unit::percent};
  analysis.records.prose.push_back(prose);
  Finding finding;
  finding.rule = "total-no-cuadra";
  finding.steps = {"1 + 1"};
  finding.evidence.push_back({Role::reported, "", {}, "3"});
  analysis.checks.findings.push_back(finding);
  analysis.checks.untested.push_back({"duplicado", 1, "sin datos"});
  analysis.checks.relations_tested = 9;
  const std::string blob = encode(analysis);
  const auto back = decode_analysis(blob);
  ASSERT_TRUE(back) << back.error().detail;
  EXPECT_EQ(encode(back.value()), blob);
  EXPECT_EQ(back.value().records.budget[0].amount, analysis.records.budget[0].amount);
  EXPECT_EQ(back.value().records.commitments[0].goal_value, (Decimal{4, 0}));
  EXPECT_FALSE(back.value().records.commitments[0].progress_percent.has_value());
  EXPECT_EQ(back.value().checks.findings[0].steps[0], "1 + 1");
}

TEST(Codec, APageComesBackAsItWas) {
  const Page page = sample().pages[0];
  const auto back = decode_page(encode(page));
  ASSERT_TRUE(back);
  EXPECT_EQ(encode(back.value()), encode(page));
}

TEST(Codec, EveryCutIsRefused) {
  const std::string blob = encode(sample());
  for (std::size_t size = 0; size < blob.size(); ++size) {
    const auto back = decode_bundle(std::string_view(blob).substr(0, size));
    ASSERT_FALSE(back) << size;
    EXPECT_EQ(back.error().code, ErrorCode::protocol);
    EXPECT_FALSE(back.error().detail.empty());
  }
}

TEST(Codec, EveryFlippedByteIsRefused) {
  const std::string blob = encode(sample());
  for (std::size_t at = 0; at < blob.size(); ++at) {
    std::string damaged = blob;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x41);
    ASSERT_FALSE(decode_bundle(damaged)) << at;
  }
}

TEST(Codec, OtherKindsVersionsAndTailsAreRefused) {
  EXPECT_FALSE(decode_page(encode(sample())));
  std::string newer = encode(sample());
  newer[4] = 99;
  const auto back = decode_bundle(newer);
  ASSERT_FALSE(back);
  EXPECT_NE(back.error().detail.find("99"), std::string::npos);
  EXPECT_FALSE(decode_bundle(encode(sample()) + "x"));
  EXPECT_FALSE(decode_bundle("%PDF-1.4 and a good many bytes more"));
}

// With the checksum made right: a forger's bundle must not make the reader allocate or crash either.
TEST(Codec, ForgedBodiesNeverCrashTheReader) {
  const std::string blob = encode(sample());
  for (std::size_t at = kBlobHeadSize; at < blob.size(); ++at) {
    for (const int byte : {0x00, 0x7F, 0x80, 0xFF}) {
      std::string forged = blob;
      forged[at] = static_cast<char>(byte);
      const auto back = decode_bundle(resealed(forged));
      EXPECT_TRUE(!back || validate(back.value()));
    }
    std::string cut = blob;
    cut.resize(at);
    EXPECT_FALSE(decode_bundle(resealed(cut))) << at;
  }
}

TEST(Codec, AListLongerThanItsBytesIsRefusedBeforeItIsAllocated) {
  std::string body;
  codec::Writer{body}(std::uint32_t{0xFFFFFFFF});
  codec::Reader reader(body);
  std::vector<Word> words;
  reader(words);
  EXPECT_FALSE(reader.ok());
  EXPECT_EQ(words.capacity(), 0u);
}

TEST(Validate, RefusesWhatDoesNotFitTogether) {
  EXPECT_TRUE(validate(sample()));
  const auto refused = [](auto change) {
    Bundle bundle = sample();
    change(bundle);
    return !validate(bundle);
  };
  EXPECT_TRUE(refused([](Bundle& b) { b.tables[0].cells[0].column_span = 3; }));
  EXPECT_TRUE(refused([](Bundle& b) { b.tables[0].cells[0].row = -1; }));
  EXPECT_TRUE(refused([](Bundle& b) { b.tables[0].cells[0].row_span = std::numeric_limits<int>::max(); }));
  EXPECT_TRUE(refused([](Bundle& b) { b.tables[0].rows = b.tables[0].columns = 100000; }));
  EXPECT_TRUE(refused([](Bundle& b) { b.tables[0].last_page = 4; }));
  EXPECT_TRUE(refused([](Bundle& b) { b.tables[0].header_rows = 2; }));
  EXPECT_TRUE(refused([](Bundle& b) { b.blocks[0].words = {1}; }));
  EXPECT_TRUE(refused([](Bundle& b) { b.blocks[0].page = 1; }));
  EXPECT_TRUE(refused([](Bundle& b) { b.pages.push_back(b.pages[0]); }));
  EXPECT_TRUE(refused([](Bundle& b) { b.pages[0].number = 4; }));
  EXPECT_TRUE(refused([](Bundle& b) { b.pages[0].words[0].box.x0 = std::numeric_limits<double>::quiet_NaN(); }));
  EXPECT_TRUE(refused([](Bundle& b) { b.outside[0].page = 9; }));
  EXPECT_TRUE(refused([](Bundle& b) { b.outside[0].box.y1 = std::numeric_limits<double>::infinity(); }));
  EXPECT_TRUE(refused([](Bundle& b) { b.errors[0].page = 9; }));
}

TEST(Checksum, TellsEveryChange) {
  std::string data(100, 'x');
  const std::uint64_t sum = checksum(data);
  for (std::size_t i = 0; i < data.size(); ++i) {
    std::string changed = data;
    changed[i] = 'y';
    EXPECT_NE(checksum(changed), sum) << i;
  }
  EXPECT_NE(checksum(data + '\0'), sum);
}

}  // namespace
}  // namespace cotejo::model
