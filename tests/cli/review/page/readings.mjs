import assert from "node:assert/strict";
import { test } from "node:test";
import { open, picture, serve, until } from "./workbench.mjs";

const current = (page) => page.locator(".reading-row.at");

test("readings: the clip enlarged, the right one typed, and the finding that it made vanishes; undone, it comes back", async (t) => {
  const bench = await serve(t);
  const page = await open(t, bench, "#/lecturas?q=123.653.905");
  await current(page).waitFor();
  assert.ok(await page.locator(".clip img").evaluate((one) => one.decode().then(() => one.naturalWidth)) > 150);
  await picture(page, ".desk-picture");
  assert.equal(await page.locator(".desk-picture .mark-doubt").count(), 1);
  await page.keyboard.press("e");
  await page.keyboard.type("128.653.905");
  await page.keyboard.press("Enter");
  await page.getByText("Desapareció 1 hallazgo").waitFor();
  await page.locator(".effects s", { hasText: "782.611.189" }).waitFor();
  await page.locator(".reading-value", { hasText: "128.653.905" }).waitFor();
  await page.keyboard.press("z");
  await page.getByText("Apareció 1 hallazgo").waitFor();
});

test("readings: an alternative is one key, a good reading is one key, and the next comes by itself", async (t) => {
  const bench = await serve(t);
  const page = await open(t, bench, "#/lecturas");
  await current(page).waitFor();
  const idOf = () => current(page).getAttribute("data-reading");
  const state = async (id) => (await page.evaluate((one) => fetch("/api/readings?state=revisada&limit=500").then((answer) => answer.json()).then((all) => all.items.find((item) => item.id === one) ?? null), id));
  const first = await idOf();
  const said = await page.locator(".desk-read .reading-text").textContent();
  await page.keyboard.press("b");
  await until(async () => (await idOf()) !== first, "the next reading");
  await until(async () => (await state(first))?.value === said, "the confirmed reading in the base");

  await page.evaluate(() => fetch("/api/readings?limit=500").then((answer) => answer.json()).then((all) => all.items.find((item) => item.alternatives.some((one) => one !== item.text)).id)).then((id) => page.goto(`${bench.origin}/#/lecturas/${id}`));
  const button = page.locator(".alternative[aria-keyshortcuts='1']");
  await button.waitFor();
  const other = await button.locator(".reading-text").textContent();
  const second = await idOf();
  await page.keyboard.press("1");
  await until(async () => (await state(second))?.value === other, "the alternative in the base");
});
