import assert from "node:assert/strict";
import { test } from "node:test";
import { open, run, serve, until } from "./workbench.mjs";

const current = (page) => page.locator(".finding-row.at");
const idOf = async (page) => Number(await current(page).getAttribute("data-finding"));
const stored = (bench, id) => JSON.parse(run("findings", "--db", bench.db, "--format", "json")).find((one) => one.hallazgo_id === id);

async function opened(t, expected = /$^/) {
  const bench = await serve(t);
  const page = await open(t, bench, "#/hallazgos", { width: 1400, expected });
  await current(page).waitFor();
  return { bench, page };
}

test("decisions: accepted by a key, written at once, the next one comes by itself, and undone by a key", async (t) => {
  const { bench, page } = await opened(t);
  const first = await idOf(page);
  await page.keyboard.press("a");
  await page.locator(`[data-finding="${first}"] .state-aceptado`).waitFor();
  await until(async () => (await idOf(page)) !== first, "the next finding");
  await until(() => stored(bench, first).estado === "aceptado", "the decision in the base");
  await page.keyboard.press("z");
  await until(() => stored(bench, first).estado === "abierto", "the undone decision in the base");
  await page.keyboard.press("k");
  await until(async () => (await idOf(page)) === first, "the first finding again");
  await page.locator(".history li").nth(1).waitFor(); // both the decision and its undoing are kept
});

test("decisions: a correction takes a value and a note, a note alone leaves the state, reopening opens", async (t) => {
  const { bench, page } = await opened(t);
  const id = await idOf(page);
  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog");
  await dialog.locator("[name=value]").fill("18.420.977.948");
  await dialog.locator("[name=note]").fill("según el acta");
  await dialog.getByRole("button", { name: "Guardar" }).click();
  await until(() => stored(bench, id).estado === "corregido", "the correction in the base");
  await page.keyboard.press("k");
  await page.locator(".history .note", { hasText: "según el acta" }).waitFor();
  await page.locator(".history b", { hasText: "18.420.977.948" }).waitFor();
  await page.keyboard.press("n");
  await dialog.locator("[name=note]").fill("falta el anexo");
  await page.keyboard.press("Control+Enter");
  await page.locator(".history .note", { hasText: "falta el anexo" }).waitFor();
  assert.equal(stored(bench, id).estado, "corregido");
  await page.keyboard.press("r");
  await until(() => stored(bench, id).estado === "abierto", "the reopened finding");
});

test("decisions: many at once, and undone at once", async (t) => {
  const { bench, page } = await opened(t);
  const ids = [];
  for (let turn = 0; turn < 3; ++turn) {
    ids.push(await idOf(page));
    await page.keyboard.press("x");
    await until(async () => (await idOf(page)) !== ids[turn], "the next row");
  }
  await page.getByRole("region", { name: "3 seleccionados" }).waitFor();
  await page.keyboard.press("d");
  await page.getByText("3 hallazgos: descartado").waitFor();
  await until(() => ids.every((id) => stored(bench, id).estado === "descartado"), "three decisions in the base");
  await page.getByRole("button", { name: /Deshacer/ }).click();
  await until(() => ids.every((id) => stored(bench, id).estado === "abierto"), "three undone decisions");

  await page.keyboard.press("*");
  const total = Number(/^\d+/.exec(await page.locator(".list-sub [aria-live]").textContent())[0]);
  await page.getByRole("region", { name: `${total} seleccionados` }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("region", { name: /seleccionados/ }).waitFor({ state: "detached" });
});

test("decisions: two reviewers do not write over each other in silence", async (t) => {
  const { bench, page } = await opened(t, /409/);
  const id = await idOf(page);
  await page.locator(".history").waitFor();
  run("dismiss", String(id), "--db", bench.db, "--author", "Luis", "--note", "ya se aclaró");
  await page.keyboard.press("a");
  const dialog = page.getByRole("dialog", { name: "Otra persona ya decidió" });
  await dialog.getByText("Luis lo dejó «descartado»").waitFor();
  await dialog.getByText("ya se aclaró").waitFor();
  assert.equal(stored(bench, id).estado, "descartado");
  await dialog.getByRole("button", { name: "Poner lo mío encima" }).click();
  await until(() => stored(bench, id).estado === "aceptado", "mine on top");
  await page.keyboard.press("Home");
  await until(async () => (await page.locator(".history li").count()) === 2, "both in the history");
});

// Holds what is decided on its way until it is called.
async function holdDecisions(page) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route("**/api/decisions", (route) => released.then(() => route.continue()));
  return release;
}

const unsent = (page) => page.evaluate(() => JSON.parse(sessionStorage.getItem("cotejo-unsent") ?? "[]").length);

test("decisions: of two that meet those of somebody else, both are asked about and kept until then", async (t) => {
  const { bench, page } = await opened(t, /409/);
  const first = await idOf(page);
  await page.keyboard.press("j");
  await until(async () => (await idOf(page)) !== first, "the second finding");
  const second = await idOf(page);
  await page.keyboard.press("k");
  await until(async () => (await idOf(page)) === first, "the first finding again");
  for (const id of [first, second]) run("dismiss", String(id), "--db", bench.db, "--author", "Luis", "--note", "ya se aclaró");
  const release = await holdDecisions(page);
  await page.keyboard.press("a");
  await until(async () => (await idOf(page)) === second, "the next finding");
  await page.keyboard.press("a");
  await until(async () => (await unsent(page)) === 2, "two decisions on their way");
  let refused = 0;
  page.on("response", (answer) => (refused += answer.status() === 409 ? 1 : 0));
  release();
  await until(() => refused === 2, "both refused");
  const dialog = page.getByRole("dialog", { name: "Otra persona ya decidió" });
  await dialog.getByText(`#${first}`, { exact: true }).waitFor();
  assert.equal(await unsent(page), 2);
  await dialog.getByRole("button", { name: "Poner lo mío encima" }).click();
  await dialog.getByText(`#${second}`, { exact: true }).waitFor();
  await until(() => stored(bench, first).estado === "aceptado", "mine on top of the first");
  assert.equal(stored(bench, second).estado, "descartado");
  await dialog.getByRole("button", { name: "Poner lo mío encima" }).click();
  await until(() => stored(bench, second).estado === "aceptado", "mine on top of the second");
  await until(async () => (await unsent(page)) === 0, "nothing unsent");
});

test("decisions: a second one on the same finding does not go over somebody else's unseen", async (t) => {
  const { bench, page } = await opened(t, /409/);
  const id = await idOf(page);
  run("dismiss", String(id), "--db", bench.db, "--author", "Luis", "--note", "ya se aclaró");
  const release = await holdDecisions(page);
  await page.keyboard.press("a");
  await until(async () => (await idOf(page)) !== id, "the next finding");
  await page.keyboard.press("k");
  await until(async () => (await idOf(page)) === id, "the finding again");
  await page.keyboard.press("r");
  await until(async () => (await unsent(page)) === 2, "two decisions on their way");
  release();
  const dialog = page.getByRole("dialog", { name: "Otra persona ya decidió" });
  await dialog.getByText("Luis lo dejó «descartado»").waitFor();
  await page.waitForLoadState("networkidle");
  assert.equal(stored(bench, id).estado, "descartado");
  assert.equal(await unsent(page), 2);
  await dialog.getByRole("button", { name: "Dejar lo de la otra persona" }).click();
  await dialog.waitFor({ state: "detached" });
  await until(async () => (await unsent(page)) === 0, "nothing unsent");
  assert.equal(stored(bench, id).estado, "descartado");
});

test("decisions: an answer that nobody foresaw stops nothing: it is told, and sent again with the next", async (t) => {
  const { bench, page } = await opened(t);
  const first = await idOf(page);
  let broken = 0;
  await page.route("**/api/decisions", (route) => (broken++ ? route.continue() : route.fulfill({ status: 200, contentType: "application/json", body: "{}" })));
  await page.keyboard.press("a");
  await page.getByText("No se pudo").waitFor();
  assert.equal(await unsent(page), 1);
  const second = await idOf(page);
  assert.notEqual(second, first);
  await page.keyboard.press("d");
  await until(() => stored(bench, second).estado === "descartado", "the second decision in the base");
  await until(() => stored(bench, first).estado === "aceptado", "the first decision in the base");
  await until(async () => (await unsent(page)) === 0, "nothing unsent");
});

test("decisions: what cannot be sent is kept, said, and sent when the program is back", async (t) => {
  const bench = await serve(t);
  const page = await open(t, bench, "#/hallazgos", { width: 1400, expected: /Failed to load resource/ });
  await current(page).waitFor();
  const id = await idOf(page);
  await page.route("**/api/**", (route) => route.abort());
  await until(() => page.evaluate(() => fetch("/api/state").then(() => false, () => true)), "a program that cannot be reached");
  await page.keyboard.press("a");
  await page.getByRole("alert").getByText("1 decisión sin enviar").waitFor();
  assert.equal(stored(bench, id).estado, "abierto");
  await page.unroute("**/api/**");
  page.on("dialog", (dialog) => dialog.accept()); // the browser asks before it leaves with something unsent
  await page.reload();
  await until(() => stored(bench, id).estado === "aceptado", "the kept decision in the base");
});
