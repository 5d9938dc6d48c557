import assert from "node:assert/strict";
import { test } from "node:test";
import { kHostile, kHostileTitle } from "./reports.mjs";
import { open, run, scratch, serve, until } from "./workbench.mjs";

test("safety: words of a report that are markup are shown as words, on every screen", async (t) => {
  const bench = await serve(t);
  const page = await open(t, bench, "#/hallazgos?q=hostil");
  await page.locator(".summary-message").waitFor();
  await page.locator(".account", { hasText: kHostile }).waitFor();
  await page.locator(".summary-where a", { hasText: "hostil <b>.pdf" }).click();
  await page.locator(".document-head", { hasText: kHostileTitle.slice(0, 20) }).waitFor();
  await page.locator("[name=title]").waitFor();
  await page.getByRole("tab", { name: /Tablas/ }).click();
  await page.locator("[data-table]").first().click();
  await page.locator(".grid td", { hasText: kHostile }).waitFor();
  await page.goto(`${bench.origin}/#/cifras/presupuesto?q=broken`);
  await page.locator(".series-name", { hasText: kHostile }).first().waitFor();
  assert.equal(await page.evaluate(() => window.broken), undefined);
  assert.equal(await page.locator("b b, img[src=x], svg[onload]").count(), 0);
});

test("safety: without the token nothing is shown", async (t) => {
  const bench = await serve(t);
  const page = await open(t, { ...bench, url: `${bench.origin}/` }, "", { expected: /401/ });
  await page.getByText("no tiene permiso").waitFor();
  assert.equal(await page.locator(".finding-row").count(), 0);
});

test("safety: on a network, a password and the name of who decides", async (t) => {
  const bench = await serve(t, { args: ["--host", "127.0.0.1", "--password-file", scratch("clave", "una clave muy larga\n")] });
  const page = await open(t, bench, "", { expected: /401/ });
  await page.locator("[name=name]").fill("Marta");
  await page.locator("[name=password]").fill("otra");
  await page.getByRole("button", { name: "Entrar" }).click();
  await page.getByRole("alert").waitFor();
  await page.locator("[name=password]").fill("una clave muy larga");
  await page.getByRole("button", { name: "Entrar" }).click();
  await page.locator(".finding-row.at").waitFor();
  await page.keyboard.press("a");
  await until(() => run("decisions", "--db", bench.db).includes("Marta"), "who decided");
});
