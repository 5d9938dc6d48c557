import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { open, picture, serve, until } from "./workbench.mjs";

// Follows a mark to the page that its value is printed on.
async function follows(page, mark) {
  const href = await mark.getAttribute("href");
  assert.match(href, /^#\/documentos\/\d+\?pagina=\d+&caja=/);
  await mark.evaluate((one) => one.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })));
  await page.locator(".mark-sought").waitFor();
  await picture(page, ".document-page");
}

test("figures: the budget by vigencia and code, each value a way to its page, the address a link to share", async (t) => {
  const bench = await serve(t);
  const page = await open(t, bench, "#/cifras/presupuesto");
  await page.locator(".series-name").first().waitFor();
  await page.locator("select[name=measure]").selectOption("pagos");
  await until(() => page.url().includes("measure=pagos"), "the measure in the address");
  await page.keyboard.press("/");
  await page.keyboard.type("adquisiciones diferentes");
  await page.keyboard.press("Enter");
  await page.locator(".series-name", { hasText: "2.1.2.02 Adquisiciones diferentes de activos" }).waitFor();
  const other = await open(t, bench, new URL(page.url()).hash);
  await other.locator(".series-values a", { hasText: "19.691.878.544" }).first().waitFor();
  await follows(other, other.locator(".series-values a", { hasText: "19.691.878.544" }).first());
});

test("figures: plots whose marks lead to their pages", async (t) => {
  const bench = await serve(t);
  const page = await open(t, bench, "#/cifras/presupuesto?vista=graficas");
  await page.locator(".multiple").first().waitFor();
  await follows(page, page.locator(".multiple a").first());
  await page.goto(`${bench.origin}/#/cifras/pqrs`);
  await page.locator(".series-values a").first().waitFor();
  await page.getByRole("button", { name: "Gráficas" }).click();
  await page.locator(".multiple").first().waitFor();
  await follows(page, page.locator(".multiple a").first());
});

test("hand over: every kind is offered, and comes as one file", async (t) => {
  const bench = await serve(t);
  const page = await open(t, bench, "#/hallazgos");
  await page.getByRole("button", { name: "Entregar" }).click();
  await page.locator("[data-export]").first().waitFor();
  assert.deepEqual((await page.locator("[data-export]").evaluateAll((all) => all.map((one) => one.dataset.export))).sort(), ["alto", "bagit", "csv", "datapackage", "fuid", "hocr", "informe", "pdf", "sqlite", "xlsx"]);
  for (const kind of ["xlsx", "csv"]) {
    const [saved] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-export=${kind}]`).click()]);
    assert.match(saved.suggestedFilename(), kind === "xlsx" ? /^copia-\d+\.xlsx$/ : /^copia-\d+-csv\.zip$/);
    assert.equal(readFileSync(await saved.path()).subarray(0, 2).toString(), "PK");
  }
});

test("figures: commitments by date and by owner", async (t) => {
  const bench = await serve(t);
  const page = await open(t, bench, "#/cifras/compromisos");
  await page.locator("[data-commitment]").first().waitFor();
  const dates = (await page.locator("[data-commitment] > span:first-child").allTextContents()).filter((text) => /^\d{4}-/.test(text));
  assert.deepEqual(dates, [...dates].sort());
  const owner = page.locator(".owners button").first();
  const count = Number(await owner.locator(".figure").textContent());
  await owner.click();
  await page.getByText(count === 1 ? "1 compromiso" : `${count} compromisos`, { exact: true }).waitFor();
  await owner.click();
  await follows(page, page.locator(".months a").first());
});
