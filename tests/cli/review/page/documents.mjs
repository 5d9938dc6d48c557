import assert from "node:assert/strict";
import { test } from "node:test";
import { open, picture, run, serve, until } from "./workbench.mjs";

async function document(t, name, hash = "") {
  const bench = await serve(t);
  const page = await open(t, bench, "#/documentos", { width: 1500, height: 900 });
  await page.locator(".document-row", { hasText: name }).locator("a").click();
  await page.locator(".document-head").waitFor();
  if (hash) await page.goto(page.url() + hash);
  return { bench, page };
}

test("documents: found by their words, with thumbnails and layers that are switched on and off", async (t) => {
  const { page } = await document(t, "informe-gestion-2020-2023.pdf");
  assert.ok((await picture(page, ".document-page")) > 300);
  assert.equal(await page.locator(".thumbnails li").count(), 3);
  await page.locator(".thumbnails button").nth(1).click();
  await page.locator(".page-steps", { hasText: "2/3" }).waitFor();
  await page.locator(".mark-red").first().waitFor();
  for (const [key, mark] of [["2", ".mark-word"], ["3", ".mark-rule"], ["4", ".mark-cell"], ["5", ".mark-table"], ["6", ".mark-head"], ["7", ".mark-record"]]) {
    await page.keyboard.press(key);
    await page.locator(mark).first().waitFor({ state: "attached" });
    await page.keyboard.press(key);
    await page.locator(mark).first().waitFor({ state: "detached" });
  }
  await page.keyboard.press("1");
  await page.locator(".mark-red").first().waitFor({ state: "detached" });
});

test("documents: a cell of the grid is shown on the page, and a cell of the page in the grid", async (t) => {
  const { page } = await document(t, "informe-gestion-2020-2023.pdf");
  await page.getByRole("tab", { name: /Tablas/ }).click();
  await page.locator("[data-table]").nth(1).click();
  const cell = page.locator(".grid tr").nth(4).locator("td").nth(1);
  await cell.click();
  await page.locator(".mark-cell.lit").waitFor();
  const shown = await page.locator(".mark-cell.lit title").textContent();
  assert.equal(shown, await page.locator(".grid td.lit").textContent());
  await page.keyboard.press("ArrowRight");
  await until(async () => (await page.locator(".mark-cell.lit title").textContent()) !== shown, "the next cell on the page");

  const other = page.locator(".mark-cell").nth(2);
  const name = await other.getAttribute("data-mark");
  await other.click({ force: true });
  await page.locator(`.grid td.lit[data-cell="${name}"]`).waitFor();
});

test("documents: what the document is can be corrected, and what was read is kept", async (t) => {
  const { bench, page } = await document(t, "ejecucion-presupuestal-2021.pdf");
  const read = await page.locator("[name=entity]").inputValue();
  await page.locator("[name=entity]").fill("Alcaldía de San Mateo");
  await page.locator(".header-fields").getByRole("button", { name: "Guardar" }).click();
  await page.locator(".history", { hasText: "Correcciones" }).getByText("Alcaldía de San Mateo").waitFor();
  await page.locator(".history").getByText(read).waitFor();
  await until(() => JSON.parse(run("documents", "--db", bench.db, "--format", "json")).some((one) => one.entidad === "Alcaldía de San Mateo"), "the entity in the base");
});

test("documents: a head that nothing knows is taught where it stands", async (t) => {
  const { bench, page } = await document(t, "informe-pqrs-2022.pdf");
  await page.getByRole("tab", { name: /Tablas/ }).click();
  const count = await page.locator("[data-table]").count();
  const teach = page.locator(".teach");
  for (let at = 0; at < count && (await teach.count()) === 0; ++at) {
    if (at > 0) await page.keyboard.press("Escape");
    await page.locator("[data-table]").nth(at).click();
    await page.locator(".meanings").waitFor();
  }
  await teach.first().click();
  const dialog = page.getByRole("dialog", { name: "¿Qué significa este encabezado?" });
  const word = await dialog.locator("[name=word]").inputValue();
  await dialog.locator("[name=meaning] option").nth(1).waitFor({ state: "attached" });
  await dialog.locator("[name=meaning]").selectOption({ index: 1 });
  await dialog.getByRole("button", { name: "Guardar" }).click();
  await dialog.waitFor({ state: "detached" });
  await until(() => run("teach", "--list", "--db", bench.db).includes(word), "the word in the base");
});
