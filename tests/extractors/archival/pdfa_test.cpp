#include "extractors/archival/pdfa.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "extractors/pdf/document.h"

namespace cotejo::archival {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

// A PDF whose first objects are given; its cross references are left to be found by whoever opens it.
std::string pdf_of(const std::vector<std::string>& objects) {
  std::string text = "%PDF-1.4\n";
  for (std::size_t i = 0; i < objects.size(); ++i)
    text += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  return text + "trailer\n<< /Root 1 0 R /Size " + std::to_string(objects.size() + 1) + " >>\nstartxref\n0\n%%EOF\n";
}

std::string stream(const std::string& content, const std::string& more = "") {
  return "<< /Length " + std::to_string(content.size()) + more + " >>\nstream\n" + content + "\nendstream";
}

class PdfaTest : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  // `page` and `root` are what their dictionaries hold beside the usual; further objects are numbered from 5.
  Copy copy_of(const std::string& page, const std::string& content, const std::vector<std::string>& more = {},
               const std::string& root = "", const std::vector<model::Page>& words = {}) {
    std::vector<std::string> objects{
        "<< /Type /Catalog /Pages 2 0 R " + root + " >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 700 900] /Contents 4 0 R " + page + " >>", stream(content)};
    objects.insert(objects.end(), more.begin(), more.end());
    std::ofstream(folder_ / "a.pdf", std::ios::binary) << pdf_of(objects);
    const Description description{"Informe <1>", "Alcaldía & Cía", "", std::string(64, 'a'), "cotejo 1", "2026-01-31"};
    model::Result<Copy> copy = to_pdfa(folder_ / "a.pdf", "", description, words);
    EXPECT_TRUE(copy.ok()) << model::describe(copy.error(), model::Language::spanish);
    return copy ? std::move(copy).value() : Copy{};
  }

  model::Page read_back(const Copy& copy) {
    std::ofstream(folder_ / "b.pdf", std::ios::binary) << copy.bytes;
    model::Result<pdf::Document> document = pdf::Document::open(folder_ / "b.pdf");
    EXPECT_TRUE(document.ok());
    model::Result<model::Page> page = document.value().page(1);
    EXPECT_TRUE(page.ok());
    return page.value();
  }

  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("cotejo-pdfa-test-" + std::to_string(getpid()));
};

TEST_F(PdfaTest, WordsStandWhereThePageShowsThemHoweverItIsTurnedOrCut) {
  for (const std::string turn : {"0", "90", "180", "270"}) {
    for (const std::int16_t reading : {0, 90, 180, 270}) {
      model::Page page;
      page.number = 1;
      model::Word word;
      word.text = "Año";
      word.origin = model::Origin::ocr;
      word.rotation = reading;
      word.box = reading % 180 == 0 ? model::Rect{100, 200, 160, 215} : model::Rect{100, 200, 115, 260};
      page.words.push_back(word);
      const Copy copy =
          copy_of("/CropBox [50 60 650 860] /Rotate " + turn, "0 0 1 rg 0 0 9 9 re f 2 0 0 2 0 0 cm", {}, "", {page});
      const model::Page seen = read_back(copy);
      ASSERT_EQ(seen.words.size(), 1U) << turn << ' ' << reading;
      const model::Word& found = seen.words[0];
      EXPECT_EQ(found.text, "Año");
      EXPECT_TRUE(found.hidden);
      EXPECT_EQ(found.rotation, reading) << turn;
      EXPECT_NEAR(found.box.x0, word.box.x0, 1) << turn << ' ' << reading;
      EXPECT_NEAR(found.box.y0, word.box.y0, 1) << turn << ' ' << reading;
      EXPECT_NEAR(found.box.x1, word.box.x1, 1) << turn << ' ' << reading;
      EXPECT_NEAR(found.box.y1, word.box.y1, 1) << turn << ' ' << reading;
    }
  }
}

TEST_F(PdfaTest, NeverLaysOverWhatThePageSaysItself) {
  model::Page page;
  page.number = 1;
  model::Word word;
  word.text = "digital";
  word.box = {100, 200, 160, 215};
  page.words.push_back(word);
  EXPECT_THAT(read_back(copy_of("", "0 0 9 9 re f", {}, "", {page})).words, IsEmpty());
}

TEST_F(PdfaTest, RefusesWhatItCannotKeep) {
  struct Case {
    std::string page, content;
    std::vector<std::string> more;
    std::string root, reason;
  };
  const std::string futura = "<< /Type /Font /Subtype /Type1 /BaseFont /Futura /Encoding /WinAnsiEncoding >>";
  const std::vector<Case> cases{
      {"/Resources << /Font << /F 5 0 R >> >>", "BT /F 9 Tf (a) Tj ET", {futura}, "", "«Futura»"},
      {"/Resources << /XObject << /X 6 0 R >> >>",
       "/X Do",
       {futura, stream("BT /F 9 Tf (a) Tj ET",
                       " /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F 5 0 R >> >>")},
       "",
       "«Futura»"},
      {"", "0 0 0 1 k 0 0 9 9 re f", {}, "", "CMYK"},
      {"/Resources << /ColorSpace << /S [/Separation /Gold /DeviceCMYK 5 0 R] >> >>",
       "/S cs 1 scn 0 0 9 9 re f",
       {"<< >>"},
       "",
       "CMYK"},
      {"/Annots [<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] >>]", "", {}, "", "no trae dibujado"},
      {"", "", {}, "/AcroForm << /Fields [<< /FT /Sig /T (f) /V << >> >>] >>", "firma digital"},
      {"", "", {}, "/AcroForm << /Fields [] /XFA (x) >>", "XFA"},
  };
  for (const Case& it : cases) {
    const Copy copy = copy_of(it.page, it.content, it.more, it.root);
    EXPECT_THAT(copy.obstacles, Contains(HasSubstr(it.reason)));
    EXPECT_EQ(copy.bytes, "") << it.reason;
  }
}

TEST_F(PdfaTest, AFontThatIsNotThereIsDrawnWithLettersOfTheSameMeasures) {
  struct Case {
    std::string font, ours;
  };
  for (const Case& it : {Case{"/Type1 /BaseFont /Helvetica-BoldOblique", "LiberationSans-BoldItalic"},
                         {"/TrueType /BaseFont /Arial,Bold", "LiberationSans-Bold"},
                         {"/TrueType /BaseFont /TimesNewRomanPS-ItalicMT", "LiberationSerif-Italic"},
                         {"/Type1 /BaseFont /Times-Roman", "LiberationSerif"},
                         {"/TrueType /BaseFont /Courier#20New", "LiberationMono"},
                         {"/TrueType /BaseFont /ArialMT /FirstChar 65 /Widths [667 0 722]", "LiberationSans"}}) {
    const Copy copy = copy_of("/Resources << /Font << /F 5 0 R >> >>", "BT /F 9 Tf 99 99 Td (A\\361o) Tj ET",
                              {"<< /Type /Font /Encoding /WinAnsiEncoding /Subtype " + it.font + " >>"});
    if (copy.bytes.empty()) GTEST_SKIP() << "the fonts of Liberation are not installed";
    EXPECT_THAT(copy.changes, Contains(HasSubstr("con letras de Liberation"))) << it.font;
    EXPECT_THAT(copy.bytes, HasSubstr("/FontName /" + it.ours + " ")) << it.font;
    EXPECT_THAT(copy.bytes, HasSubstr("/FontFile2 ")) << it.font;
    const model::Page page = read_back(copy);
    ASSERT_EQ(page.words.size(), 1U);
    EXPECT_EQ(page.words[0].text, "Año");
  }
}

TEST_F(PdfaTest, AFontOfOtherMeasuresOrCodesIsDrawnWithNoOthers) {
  for (const char* font :
       {"/TrueType /BaseFont /ArialNarrow /Encoding /WinAnsiEncoding",
        "/TrueType /BaseFont /Arial#20Black /Encoding /WinAnsiEncoding",
        "/TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding /FirstChar 65 /Widths [600]",
        "/Type1 /BaseFont /Helvetica",
        "/Type1 /BaseFont /Helvetica /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [65 /B] >>",
        "/Type1 /BaseFont /Symbol /Encoding /WinAnsiEncoding"}) {
    const Copy copy = copy_of("/Resources << /Font << /F 5 0 R >> >>", "BT /F 9 Tf (A) Tj ET",
                              {std::string("<< /Type /Font /Subtype ") + font + " >>"});
    EXPECT_THAT(copy.obstacles, Contains(HasSubstr("no trae incluidas"))) << font;
  }
}

TEST_F(PdfaTest, AFontThatIsNeverSeenIsNoObstacle) {
  const Copy copy = copy_of("/Resources << /Font << /F 5 0 R >> >>", "q BT 3 Tr /F 9 Tf (a) Tj ET Q",
                            {"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"});
  EXPECT_THAT(copy.obstacles, IsEmpty());
  EXPECT_NE(copy.bytes, "");
}

TEST_F(PdfaTest, TakesOutWhatActsByItselfAndSaysSo) {
  const Copy copy =
      copy_of("/AA << /O << /S /JavaScript /JS (x) >> >> /Annots [5 0 R 6 0 R 7 0 R]", "0 0 9 9 re f",
              {"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (x.exe) >> >>",
               "<< /Type /Annot /Subtype /Text /F 2 /Rect [0 0 9 9] /Contents (oculta) >>",
               "<< /Type /Annot /Subtype /Text /F 36 /Rect [0 0 9 9] /Contents (de papel) >>"},
              "/OpenAction << /S /JavaScript /JS (app.alert) >> /Names << /EmbeddedFiles << /Names [] >> >>");
  EXPECT_THAT(copy.changes, Contains("sin acciones automáticas"));
  EXPECT_THAT(copy.changes, Contains(HasSubstr("adjuntos")));
  EXPECT_THAT(copy.changes, Contains("sin notas ocultas"));
  for (const char* gone : {"JavaScript", "Launch", "EmbeddedFiles", "oculta", "de papel"})
    EXPECT_EQ(copy.bytes.find(gone), std::string::npos) << gone;
}

TEST_F(PdfaTest, SaysWhatItIsAndOfWhatItWasMadeAlwaysInTheSameBytes) {
  const Copy copy = copy_of("", "0 0 9 9 re f");
  EXPECT_THAT(copy.bytes, HasSubstr("<pdfaid:part>2</pdfaid:part>"));
  EXPECT_THAT(copy.bytes, HasSubstr("Informe &lt;1&gt;"));
  EXPECT_THAT(copy.bytes, HasSubstr("Alcaldía &amp; Cía"));
  EXPECT_THAT(copy.bytes, HasSubstr("urn:sha256:" + std::string(64, 'a')));
  EXPECT_EQ(copy_of("", "0 0 9 9 re f").bytes, copy.bytes);
}

TEST_F(PdfaTest, WhatIsNoPdfIsAnError) {
  std::ofstream(folder_ / "a.pdf") << "nada";
  const auto copy = to_pdfa(folder_ / "a.pdf", "", {}, {});
  ASSERT_FALSE(copy.ok());
  EXPECT_EQ(copy.error().code, model::ErrorCode::damaged);
}

}  // namespace
}  // namespace cotejo::archival
