#include "tests/cli/review/review_fixture.h"
#include "tests/support/places.h"

// Findings and what people decide on them, as the page asks for it.
namespace cotejo::cli {
namespace {

using testing::HasSubstr;

class DecisionsTest : public ReviewTest {
 protected:
  void SetUp() override {
    ReviewTest::SetUp();
    for (const char* name : {"informe-empalme-2023.pdf", "informe-pqrs-2022.pdf", "ejecucion-gastos-2020.pdf"})
      std::filesystem::copy_file(std::filesystem::path(test::samples()) / name, std::filesystem::path(input()) / name);
    ASSERT_EQ(ingest().status, 1);
    start();
    enter();
  }
  Json first() { return get("findings?limit=1").body["items"][0]; }
};

TEST_F(DecisionsTest, ListsAreFilteredSortedAndCounted) {
  const Json all = get("findings").body;
  const int total = all["total"];
  ASSERT_GT(total, 4);
  EXPECT_EQ(std::to_string(total), query("SELECT count(*) FROM hallazgos"));
  double last = 1e300;
  for (const Json& it : all["items"]) {
    if (it["amount"].is_null()) continue;
    EXPECT_LE(it["amount"].get<double>(), last);
    last = it["amount"];
  }
  const Json second = get("findings?offset=1&limit=2").body;
  EXPECT_EQ(second["items"].size(), 2u);
  EXPECT_EQ(second["items"][0]["id"], all["items"][1]["id"]);

  const Json facets = get("findings/facets").body;
  int by_rule = 0;
  for (const Json& it : facets["rule"]["items"]) by_rule += it["count"].get<int>();
  EXPECT_EQ(by_rule, total);
  const std::string rule = facets["rule"]["items"][0]["value"];
  const Json of_rule = get("findings?rule=" + rule).body;
  EXPECT_EQ(of_rule["total"], facets["rule"]["items"][0]["count"]);
  for (const Json& it : of_rule["items"]) EXPECT_EQ(it["rule"], rule);
  // The facet's own part of the filter does not empty it.
  EXPECT_EQ(get("findings/facets?rule=" + rule).body["rule"], facets["rule"]);
  EXPECT_EQ(get("findings?q=informe+EMPALMÉ").body["total"].get<int>(),
            std::stoi(query("SELECT count(*) FROM hallazgos WHERE archivo LIKE 'informe-empalme%'")));
  EXPECT_EQ(get("findings?severity=grave").status, 400);
  EXPECT_EQ(get("findings/ids").body["items"].size(), static_cast<std::size_t>(total));
}

TEST_F(DecisionsTest, AFindingComesWithItsPlacesAndItsAccount) {
  int accounts = 0;
  const Json list = get("findings").body;
  for (const Json& it : list["items"]) {
    const Json one = get("findings/" + std::to_string(it["id"].get<int>())).body;
    EXPECT_FALSE(one["steps"].empty());
    EXPECT_FALSE(one["evidence"].empty()) << one["message"];
    EXPECT_EQ(one["pages"][0]["page"], it["page"]);
    for (const Json& place : one["evidence"]) {
      const auto page = std::find_if(one["pages"].begin(), one["pages"].end(),
                                     [&](const Json& page) { return page["page"] == place["page"]; });
      ASSERT_NE(page, one["pages"].end());
      EXPECT_LE(place["box"][2].get<double>(), (*page)["width"].get<double>() + 1);
    }
    if (one["account"].is_null()) continue;
    ++accounts;
    double sum = 0;
    for (const Json& part : one["account"]["parts"])
      sum += std::stod(part["value"].get<std::string>()) * (part["sign"] == "-" ? -1 : 1);
    EXPECT_NEAR(sum, std::stod(one["account"]["sum"].get<std::string>()), 0.01) << one["message"];
  }
  EXPECT_GT(accounts, 0);
  EXPECT_EQ(get("findings/99999").status, 404);
}

TEST_F(DecisionsTest, ManyAtOnceAndTakenBack) {
  Json findings = Json::array();
  const Json list = get("findings?limit=3").body;
  for (const Json& it : list["items"]) findings.push_back({{"id", it["id"]}, {"version", it["version"]}});
  const Answer accepted = post("decisions", {{"findings", findings}, {"state", "aceptado"}, {"note", "visto"}});
  ASSERT_EQ(accepted.status, 200) << accepted.text;
  EXPECT_EQ(query("SELECT count(*) FROM hallazgos WHERE estado = 'aceptado'"), "3");
  EXPECT_EQ(query("SELECT DISTINCT autor || '|' || nota FROM decisiones"), "Ana|visto");
  EXPECT_EQ(get("findings?state=abierto").body["total"].get<int>(),
            std::stoi(query("SELECT count(*) FROM hallazgos WHERE estado = 'abierto'")));

  Json versions = Json::array();
  for (const Json& it : accepted.body["items"]) versions.push_back({{"id", it["id"]}, {"version", it["version"]}});
  const Answer undone = post("decisions/undo", {{"findings", versions}});
  ASSERT_EQ(undone.status, 200) << undone.text;
  EXPECT_EQ(query("SELECT count(*) FROM hallazgos WHERE estado = 'aceptado'"), "0");
  EXPECT_EQ(query("SELECT count(*) FROM decisiones"), "6");

  versions.clear();
  for (const Json& it : undone.body["items"]) versions.push_back({{"id", it["id"]}, {"version", it["version"]}});
  ASSERT_EQ(post("decisions/undo", {{"findings", versions}}).status, 200);  // done again
  EXPECT_EQ(query("SELECT count(*) FROM hallazgos WHERE estado = 'aceptado'"), "3");
}

TEST_F(DecisionsTest, NobodyOverwritesAnotherUnseen) {
  const Json it = first();
  const Json seen{{"id", it["id"]}, {"version", it["version"]}};
  ASSERT_EQ(
      run({"dismiss", std::to_string(it["id"].get<int>()), "--db", database(), "--note", "no es", "--author", "Luis"})
          .status,
      0);
  const Json other = get("findings?limit=2").body["items"][1];
  const Answer late =
      post("decisions", {{"findings", {{{"id", other["id"]}, {"version", 0}}, seen}}, {"state", "aceptado"}});
  EXPECT_EQ(late.status, 409);
  EXPECT_EQ(late.body["error"]["code"], "conflict");
  EXPECT_THAT(late.body["error"]["message"].get<std::string>(), HasSubstr("Luis"));
  ASSERT_EQ(late.body["error"]["conflicts"].size(), 1u);
  EXPECT_EQ(late.body["error"]["conflicts"][0]["state"], "descartado");
  EXPECT_EQ(query("SELECT count(*) FROM decisiones"), "1");  // nothing of it was written
  EXPECT_EQ(post("decisions/undo", {{"findings", {seen}}}).status, 409);
}

TEST_F(DecisionsTest, ACorrectionTakesItsValueAndANoteLeavesTheState) {
  const Json numeric = get("findings?rule=total-no-cuadra&limit=1").body["items"][0];
  ASSERT_TRUE(numeric.is_object());
  const auto on = [&](int version, Json more) {
    more["findings"] = {{{"id", numeric["id"]}, {"version", version}}};
    return post("decisions", more);
  };
  EXPECT_EQ(on(0, {{"state", "corregido"}}).status, 400);
  const Answer wrong = on(0, {{"state", "corregido"}, {"value", "doce"}});
  EXPECT_EQ(wrong.status, 400);
  EXPECT_THAT(wrong.body["error"]["message"].get<std::string>(), HasSubstr("doce"));
  const Answer corrected = on(0, {{"state", "corregido"}, {"value", "1.234.567,50"}});
  ASSERT_EQ(corrected.status, 200) << corrected.text;
  EXPECT_EQ(corrected.body["items"][0]["value"], "1234567.50");
  const Answer noted = on(corrected.body["items"][0]["version"], {{"state", nullptr}, {"note", "falta el anexo"}});
  ASSERT_EQ(noted.status, 200) << noted.text;
  EXPECT_EQ(noted.body["items"][0]["state"], "corregido");
  EXPECT_EQ(noted.body["items"][0]["value"], "1234567.50");
  const Json one = get("findings/" + std::to_string(numeric["id"].get<int>())).body;
  EXPECT_EQ(one["history"].size(), 2u);
  EXPECT_EQ(one["history"][1]["note"], "falta el anexo");
}

TEST_F(DecisionsTest, WhoDecidesCanSayTheirName) {
  const auto put = answer_of(client_->Put("/api/session", headers(), R"({"name": "Luisa Peña"})", "application/json"));
  ASSERT_EQ(put.status, 200);
  const Json it = first();
  ASSERT_EQ(post("decisions", {{"findings", {{{"id", it["id"]}, {"version", 0}}}}, {"state", "descartado"}}).status,
            200);
  EXPECT_EQ(query("SELECT autor FROM decisiones"), "Luisa Peña");
}

}  // namespace
}  // namespace cotejo::cli
