#include <atomic>
#include <thread>

#include "tests/cli/review/review_fixture.h"
#include "tests/support/places.h"

// Documents, their pages and tables, what they are told to be, and their figures across reports.
namespace cotejo::cli {
namespace {

using testing::HasSubstr;

class DocumentsTest : public ReviewTest {
 protected:
  void SetUp() override {
    ReviewTest::SetUp();
    for (const char* name : {"informe-empalme-2023.pdf", "informe-pqrs-2022.pdf", "ejecucion-gastos-2020.pdf",
                             "seguimiento-plan-anticorrupcion-2021.pdf"})
      std::filesystem::copy_file(std::filesystem::path(test::samples()) / name, std::filesystem::path(input()) / name);
    ASSERT_EQ(ingest().status, 1);
    start();
    enter();
  }
  std::string id_of(const std::string& file) {
    return query("SELECT documento_id FROM documentos WHERE archivo = '" + file + "'");
  }
};

bool is_png(const std::string& bytes) {
  return bytes.starts_with("\x89PNG");
}

TEST_F(DocumentsTest, AreListedAndShown) {
  const Json list = get("documents?sort=findings").body;
  ASSERT_EQ(list["total"], 4);
  EXPECT_GE(list["items"][0]["findings"].get<int>(), list["items"][1]["findings"].get<int>());
  EXPECT_EQ(get("documents?q=PQRS").body["total"], 1);
  const Json one = get("documents/" + id_of("ejecucion-gastos-2020.pdf")).body;
  EXPECT_EQ(one["page_list"].size(), one["pages"].get<std::size_t>());
  ASSERT_FALSE(one["tables"].empty());
  EXPECT_TRUE(one["source"]);
  EXPECT_EQ(get("documents/999").status, 404);
}

TEST_F(DocumentsTest, PagesAreDrawnInPartsAndWithTheirLayers) {
  const std::string page = "documents/" + id_of("ejecucion-gastos-2020.pdf") + "/pages/1/";
  const Answer picture = get(page + "picture?dpi=72");
  ASSERT_EQ(picture.status, 200) << picture.text;
  EXPECT_TRUE(is_png(picture.text));
  EXPECT_EQ(get(page + "picture?dpi=72").text, picture.text);
  const Answer clip = get(page + "clip?box=100,100,200,120&margin=0&dpi=150");
  ASSERT_TRUE(is_png(clip.text));
  EXPECT_LT(clip.text.size(), picture.text.size());
  EXPECT_EQ(get(page + "picture?dpi=5000").status, 400);
  EXPECT_EQ(get(page + "clip?box=1,2,3").status, 400);
  EXPECT_EQ(get("documents/" + id_of("ejecucion-gastos-2020.pdf") + "/pages/77/picture").status, 404);
  const Json layers = get(page + "layers").body;
  for (const char* layer : {"words", "rules", "cells", "tables", "heads", "records"})
    EXPECT_FALSE(layers[layer].empty()) << layer;
}

TEST_F(DocumentsTest, APageWhosePointsArePixelsIsDrawnNoLargerThanAnother) {
  std::string large = test::make_pdf(1);  // its places stay where they are
  for (std::size_t at; (at = large.find("612 792")) != std::string::npos;) large.replace(at, 7, "999 999");
  put("grande.pdf", large);
  ASSERT_LE(ingest().status, 3);
  const Answer picture = get("documents/" + id_of("grande.pdf") + "/pages/1/picture?dpi=300");
  ASSERT_TRUE(is_png(picture.text)) << picture.text;
  const auto number = [&](std::size_t at) {  // big endian
    return (static_cast<unsigned char>(picture.text[at + 2]) << 8) + static_cast<unsigned char>(picture.text[at + 3]);
  };
  EXPECT_NEAR(number(20), 3600, 2);  // its height
}

TEST_F(DocumentsTest, APageWhoseFileIsGoneOrAnotherSaysSo) {
  const std::string picture = "documents/" + id_of("informe-pqrs-2022.pdf") + "/pages/1/picture";
  const std::filesystem::path file = std::filesystem::path(input()) / "informe-pqrs-2022.pdf";
  test::write_file(file, test::make_pdf(1));
  EXPECT_THAT(get(picture).text, HasSubstr("cotejo ingest"));
  std::filesystem::remove(file);
  const Answer gone = get(picture + "?dpi=48");
  EXPECT_EQ(gone.status, 404);
  EXPECT_EQ(gone.body["error"]["code"], "no_source");
}

TEST_F(DocumentsTest, ATableIsAGridWithItsRecords) {
  const Json document = get("documents/" + id_of("ejecucion-gastos-2020.pdf")).body;
  const Json table = get("tables/" + std::to_string(document["tables"][0]["id"].get<int>())).body;
  EXPECT_EQ(table["rows"], document["tables"][0]["rows"]);
  int with_records = 0;
  for (const Json& cell : table["cells"]) with_records += cell["records"].empty() ? 0 : 1;
  EXPECT_GT(with_records, 3);
  int known = 0;
  for (const Json& head : table["heads"]) known += head["meaning"].is_null() ? 0 : 1;
  EXPECT_GT(known, 1);
  EXPECT_EQ(table["heads"][0]["meaning"], "columnas:codigo") << table["heads"];
}

TEST_F(DocumentsTest, WhatADocumentIsCanBeCorrectedAndIsCheckedAgain) {
  const std::string path = "documents/" + id_of("informe-pqrs-2022.pdf");
  EXPECT_EQ(post(path, {{"version", 0}}).status, 400);
  EXPECT_EQ(post(path, {{"version", 0}, {"vigencia", "veinte"}}).status, 400);
  const Answer told = post(
      path,
      {{"version", 0}, {"entity", "Alcaldía de Otra Parte"}, {"vigencia", "2021-2022"}, {"note", "por la portada"}});
  const Json done = job(told);
  EXPECT_EQ(done["state"], "done") << done;
  const Json now = get(path).body;
  EXPECT_EQ(now["entity"], "Alcaldía de Otra Parte");
  EXPECT_EQ(now["vigencia"], Json::array({2021, 2022}));
  EXPECT_EQ(now["version"], told.body["version"]);
  EXPECT_EQ(now["corrections"].size(), 3u);
  const Answer late = post(path, {{"version", 0}, {"entity", ""}});
  EXPECT_EQ(late.status, 409);
  EXPECT_EQ(late.body["error"]["conflicts"].size(), 3u);
}

// A PDF that could not be read at all has no content to be read anew; what a person says of it counts all the same.
TEST_F(DocumentsTest, WhatCouldNotBeOpenedCanBeCorrectedToo) {
  put("roto.pdf", "%PDF-1.4\nbasura");
  ASSERT_EQ(ingest().status, 3);
  const std::string id = id_of("roto.pdf"), path = "documents/" + id;
  std::int64_t version = 0;
  for (const char* entity : {"Alcaldía de Otra Parte", "Alcaldía de Aquí"}) {
    const Answer told = post(path, {{"version", version}, {"entity", entity}, {"vigencia", "2021"}});
    const Json done = job(told);
    EXPECT_EQ(done["state"], "done") << done;
    EXPECT_EQ(done["total"], 0) << "no other document is read again for it";
    EXPECT_EQ(get(path).body["entity"], entity);
    EXPECT_EQ(get(path).body["vigencia"], Json::array({2021, 2021}));
    version = told.body["version"].get<std::int64_t>();
    // One of which not even the bytes could be read.
    ASSERT_EQ(query("UPDATE document SET sha256 = NULL WHERE id = " + id), "");
  }
  const test::Ran told =
      run({"correct", "--db", database(), "--document", "roto", "--title", "Otro", "--note", "portada"});
  EXPECT_LT(told.status, 2) << told.err;
  EXPECT_EQ(get(path).body["title"], "Otro");
}

TEST_F(DocumentsTest, AHeadIsTaughtAndForgotten) {
  const Json meanings = get("meanings").body["items"];
  EXPECT_GT(meanings.size(), 20u);
  EXPECT_EQ(post("taught", {{"word", "Asig. rara"}, {"meaning", "no-hay"}}).status, 400);
  const Json done =
      job(post("taught", {{"word", "Asig. rara"}, {"meaning", "columnas.presupuesto:apropiacion_definitiva"}}));
  EXPECT_EQ(done["state"], "done") << done;
  EXPECT_EQ(done["done"], 4);
  EXPECT_EQ(get("taught").body["items"][0]["author"], "Ana");
  EXPECT_EQ(job(post("taught/remove", {{"word", "Asig. rara"}}))["state"], "done");
  EXPECT_TRUE(get("taught").body["items"].empty());
  EXPECT_EQ(post("taught/remove", {{"word", "Asig. rara"}}).status, 404);
}

TEST_F(DocumentsTest, FiguresStandSideBySideWithTheirPlaces) {
  const Json options = get("figures/options").body;
  EXPECT_FALSE(options["measures"]["budget"].empty());
  EXPECT_FALSE(options["measures"]["pqrs"].empty());
  const Json budget = get("figures/budget?measure=apropiacion_definitiva&level=total").body;
  ASSERT_GT(budget["total"].get<int>(), 0);
  const Json& point = budget["items"][0]["points"][0];
  EXPECT_EQ(point["box"].size(), 4u);
  EXPECT_EQ(query("SELECT valor FROM presupuesto WHERE registro_id = " + std::to_string(point["record"].get<int>())),
            query("SELECT max(valor) FROM presupuesto WHERE medida = 'apropiacion_definitiva' AND es_total"));
  EXPECT_GT(get("figures/pqrs").body["total"].get<int>(), 0);
  const Json commitments = get("figures/commitments").body;
  EXPECT_EQ(std::to_string(commitments["total"].get<int>()), query("SELECT count(*) FROM compromisos"));
  EXPECT_FALSE(commitments["by_responsible"].empty());
  EXPECT_EQ(get("figures/commitments?from=ayer").status, 400);
  EXPECT_EQ(get("figures/budget?entity=no-hay").body["total"], 0);
  EXPECT_LT(get("figures/commitments?q=riésgos").body["total"].get<int>(), commitments["total"].get<int>());
}

TEST_F(DocumentsTest, TheBaseCanBeTakenAway) {
  EXPECT_EQ(get("exports").body["items"][0]["file"], "a.xlsx");
  const Answer workbook = get("exports/xlsx");
  ASSERT_EQ(workbook.status, 200);
  EXPECT_TRUE(workbook.text.starts_with("PK"));
  EXPECT_THAT(workbook.headers.find("Content-Disposition")->second, HasSubstr("a.xlsx"));
  EXPECT_EQ(get("exports/no-hay").status, 404);
  // A folder comes packed, the originals in it.
  const Answer bag = get("exports/bagit");
  ASSERT_EQ(bag.status, 200) << bag.text;
  EXPECT_THAT(bag.headers.find("Content-Disposition")->second, HasSubstr("a-bagit.zip"));
  EXPECT_THAT(bag.text, HasSubstr("a-bagit/bagit.txt"));
  EXPECT_THAT(bag.text, HasSubstr("a-bagit/data/originales/informe-pqrs-2022-"));
  // Two at once; whoever comes third is told to come again.
  std::atomic<int> busy = 0, made = 0;
  std::vector<std::thread> askers;
  for (int i = 0; i < 12; ++i)
    askers.emplace_back([&] {
      httplib::Client other("127.0.0.1", port_);
      other.set_read_timeout(60);
      const auto answer = other.Get("/api/exports/xlsx", headers());
      (answer && answer->status == 200 ? made : busy) += 1;
      EXPECT_TRUE(answer && (answer->status == 200 || answer->status == 503));
    });
  for (std::thread& one : askers) one.join();
  EXPECT_GT(made, 0);
  EXPECT_GT(busy, 0);
}

}  // namespace
}  // namespace cotejo::cli
