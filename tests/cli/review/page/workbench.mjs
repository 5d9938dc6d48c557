// Starts the program on a copy of a base, opens it in a browser, and holds every page to two things: it asks nothing of
// anybody but the program, and it complains of nothing.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { makeReports } from "./reports.mjs";

const { COTEJO_PROGRAM: program, COTEJO_SAMPLES: samples, COTEJO_CHROMIUM: chromiumPath } = process.env;
const folder = mkdtempSync(join(tmpdir(), "cotejo-review-"));
const base = join(folder, "base.db");
let browser;
let copies = 0;

export async function prepare() {
  browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [
      ...(userInfo().uid === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const made = join(folder, "hechos");
  mkdirSync(made);
  await makeReports(browser, made);
  run("ingest", samples, made, "--db", base, "-j", "2");
}

export async function tidy() {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
}

// A file that only its owner reads.
export function scratch(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}

// What the program prints; 1 and 3 say that there are findings, or documents that were read in part.
export function run(...args) {
  try {
    return execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (fault) {
    if (fault.status === 1 || fault.status === 3) return fault.stdout;
    throw new Error(`cotejo ${args.join(" ")}: ${fault.stderr || fault.message}`);
  }
}

// The program serving a copy of the base; ends with the test, once its pages are closed: what a page still asks of a
// program that has ended is no fault of the page.
export async function serve(t, { lang = "es", args = [] } = {}) {
  const db = join(folder, `copia-${++copies}.db`);
  copyFileSync(base, db);
  const server = spawn(program, ["--lang", lang, "review", "--db", db, "--no-browser", ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const contexts = [];
  t.after(async () => {
    for (const context of contexts) await context.close();
    server.kill();
  });
  let said = "";
  const url = await new Promise((resolve, reject) => {
    const listen = (data) => {
      said += data;
      const found = /http:\S+/.exec(said);
      if (found) resolve(found[0]);
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", (data) => (said += data));
    server.on("exit", (code) => reject(new Error(`cotejo review ended with ${code}: ${said}`)));
  });
  return { db, url, origin: new URL(url).origin, server, contexts };
}

// A page of the workbench at `hash`. `faults` gathers what it must not do; the test fails on any when it ends.
export async function open(t, bench, hash = "", { width = 1280, height = 800, colorScheme = "light", expected = /$^/ } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: "reduce" });
  bench.contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const faults = [];
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && origin !== bench.origin) faults.push(`asked of another host: ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error" && !expected.test(message.text())) faults.push(`complained: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`failed: ${error.message}`));
  t.after(() => assert.deepEqual(faults, []));
  await page.goto(bench.url + hash);
  await page.waitForSelector("main");
  return page;
}

export async function picture(page, within = "") {
  const image = page.locator(`${within} .page-picture`);
  await image.waitFor();
  return image.evaluate((one) => one.decode().then(() => one.naturalWidth));
}

// Waits until `what` gives something true.
export async function until(what, about) {
  for (let turn = 0; turn < 160; ++turn) {
    const now = await what();
    if (now) return now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never came: ${about}`);
}
