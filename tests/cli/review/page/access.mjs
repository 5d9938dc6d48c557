import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { open, serve } from "./workbench.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Every screen, what it shows when it is there, and what it shows on a telephone, where the list comes first.
const kScreens = [
  ["#/hallazgos", ".summary-message", ".finding-row a"],
  ["#/lecturas", ".alternative", ".reading-row a"],
  ["#/documentos", ".document-row a"],
  ["#/documentos/1?capas=findings,words,cells,tables,heads", ".mark-cell"],
  ["#/documentos/1?panel=tablas&tabla=1", ".grid td"],
  ["#/cifras/presupuesto", ".series-values a"],
  ["#/cifras/presupuesto?vista=graficas", ".multiple"],
  ["#/cifras/pqrs", ".series-values a"],
  ["#/cifras/compromisos", "[data-commitment]"],
];

async function faultsOf(page) {
  if (!(await page.evaluate(() => Boolean(window.axe)))) await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations
    .filter((one) => one.impact === "serious" || one.impact === "critical")
    .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`);
}

for (const colorScheme of ["light", "dark"]) {
  test(`access: axe finds nothing serious on any screen, ${colorScheme}`, async (t) => {
    const bench = await serve(t);
    const page = await open(t, bench, "", { width: 1500, height: 900, colorScheme });
    const found = {};
    for (const [hash, sign] of kScreens) {
      await page.goto(`${bench.origin}/${hash}`);
      await page.locator(sign).first().waitFor({ state: "attached" });
      const faults = await faultsOf(page);
      if (faults.length) found[hash] = faults;
    }
    await page.goto(`${bench.origin}/#/hallazgos`);
    await page.locator(".summary-message").waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    const faults = await faultsOf(page);
    if (faults.length) found.help = faults;
    assert.deepEqual(found, {});
  });
}

test("access: nothing runs past the edge, from 360 px to 4K", async (t) => {
  const bench = await serve(t);
  const page = await open(t, bench, "", {});
  const wide = {};
  for (const [width, height] of [[360, 740], [1280, 800], [3840, 2160]]) {
    await page.setViewportSize({ width, height });
    for (const [hash, sign, first] of kScreens) {
      await page.goto(`${bench.origin}/${hash}`);
      await page.locator(width < 900 ? (first ?? sign) : sign).first().waitFor({ state: "attached" });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) wide[`${hash} at ${width}`] = over;
      // Nor does what a person presses lie beyond it, in a part that would have to be scrolled.
      const cut = await page.evaluate(() => [...document.querySelectorAll(".top button, .top a, .kinds button, .kinds a")].filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1).map((one) => one.textContent.trim()));
      if (cut.length) wide[`${hash} at ${width}, cut`] = cut;
    }
  }
  assert.deepEqual(wide, {});
});

test("access: all can be reached and done without a mouse", async (t) => {
  const bench = await serve(t);
  const page = await open(t, bench, "#/hallazgos", { width: 1400 });
  await page.locator(".finding-row.at").waitFor();
  await page.keyboard.press("Tab");
  assert.match(await page.evaluate(() => document.activeElement.className), /skip/);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  const wanted = new Set(["Aceptar", "Descartar", "Corregir", "Nota", "Reabrir"]);
  for (let turn = 0; turn < 200 && wanted.size; ++turn) {
    await page.keyboard.press("Tab");
    wanted.delete(await page.evaluate(() => document.activeElement.textContent.trim().split(" ")[0]));
  }
  assert.deepEqual([...wanted], [], "the buttons that decide are reached by Tab");
});
