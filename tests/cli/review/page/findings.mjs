import assert from "node:assert/strict";
import { test } from "node:test";
import { open, picture, serve, until } from "./workbench.mjs";

const rows = (page) => page.locator("[data-finding]");
const amounts = async (page) =>
  (await page.locator(".finding-amount").allTextContents()).filter(Boolean).map((text) => Number(text.replace(/\./g, "").replace(",", ".")));

test("findings: sorted by amount, narrowed by facets, found whatever the accents, and the address says it all", async (t) => {
  const bench = await serve(t);
  const page = await open(t, bench, "#/hallazgos", { width: 1500 });
  await rows(page).first().waitFor();
  const sorted = await amounts(page);
  assert.ok(sorted.length >= 5);
  assert.deepEqual(sorted, [...sorted].sort((one, other) => other - one));
  assert.ok(!page.url().includes("token"), "the token does not stay in the address");

  const facet = page.locator('[data-facet="rule"] label', { hasText: "Total no cuadra" });
  const counted = Number(await facet.locator(".facet-count").textContent());
  await facet.locator("input").check();
  await page.getByText(`${counted} hallazgos`, { exact: true }).waitFor();
  assert.equal(await page.locator(".finding-rule", { hasNotText: "Total no cuadra" }).count(), 0);

  await page.keyboard.press("/");
  await page.keyboard.type("ADQUISICIÓNES".normalize("NFD").replace(/\p{M}/gu, "").toLowerCase());
  await page.getByText("1 hallazgo", { exact: true }).waitFor();
  await page.keyboard.press("Enter");
  const address = page.url();
  assert.match(address, /rule=total-no-cuadra/);
  assert.match(address, /q=adquisiciones/);
  await page.reload();
  await page.getByText("1 hallazgo", { exact: true }).waitFor();
  assert.match(await rows(page).first().textContent(), /Adquisiciones/);
});

test("findings: the page with the figure in red and its partners in blue, zoom, pan, and an addition that adds up", async (t) => {
  const bench = await serve(t);
  const page = await open(t, bench, "#/hallazgos?rule=total-no-cuadra&q=adquisiciones");
  assert.ok((await picture(page, ".finding-picture")) > 300);
  assert.equal(await page.locator(".mark-red").count(), 1);
  assert.ok((await page.locator(".mark-blue").count()) >= 2);

  const sheet = page.locator(".page-sheet");
  const before = await sheet.boundingBox();
  await page.keyboard.press("+");
  const closer = await until(async () => {
    const now = await sheet.boundingBox();
    return now.width > before.width * 1.2 && now;
  }, "a closer page");
  await page.keyboard.press("Shift+ArrowDown");
  await until(async () => (await sheet.boundingBox()).y < closer.y, "a page that moved");
  await page.keyboard.press("0");
  await until(async () => (await sheet.boundingBox()).width < closer.width, "the page whole");

  const numbers = (await page.locator(".addition .line-part .figure").allTextContents()).map((text) => BigInt(text.replace(/\./g, "").replace("−", "-")));
  const sum = BigInt((await page.locator(".addition .line-sum .figure").textContent()).replace(/\./g, ""));
  assert.ok(numbers.length >= 2);
  assert.equal(numbers.reduce((one, other) => one + other), sum);
  await page.locator(".addition .line-part button").first().click();
  await page.locator(".mark-blue.lit").waitFor();
  assert.match(await page.locator(".diagnosis").textContent(), /Causa probable/);
});

test("findings: evidence on other pages is one key away", async (t) => {
  const bench = await serve(t);
  const page = await open(t, bench);
  await rows(page).first().waitFor();
  const api = (path) => page.evaluate((one) => fetch(`/api/${one}`).then((answer) => answer.json()), path);
  const { items } = await api("findings?limit=500");
  let many = null;
  for (const { id } of items) {
    const one = await api(`findings/${id}`);
    if (one.pages.length > 1) many = one;
  }
  assert.ok(many, "the samples hold a finding whose evidence stands on two pages");
  await page.goto(`${bench.origin}/#/hallazgos/${many.id}`);
  await page.locator(".page-steps", { hasText: `1/${many.pages.length}` }).waitFor();
  await page.keyboard.press("ArrowRight");
  await page.locator(".page-steps", { hasText: `2/${many.pages.length}` }).waitFor();
  await picture(page, ".finding-picture");
  await page.locator(".page-name", { hasText: `Página ${many.pages[1].page}` }).waitFor();
});

test("findings: ? tells the keys, and the language is the program's", async (t) => {
  const bench = await serve(t, { lang: "en" });
  const page = await open(t, bench);
  await rows(page).first().waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard help" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("g");
  await page.keyboard.press("d");
  await page.getByRole("region", { name: "List of documents" }).first().waitFor();
});
