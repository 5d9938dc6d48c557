// All flows of the review workbench, one after the other in one browser: node --test all.test.mjs
import { after, before } from "node:test";
import { prepare, tidy } from "./workbench.mjs";

before(prepare, { timeout: 60_000 });
after(tidy);

await import("./findings.mjs");
await import("./decisions.mjs");
await import("./readings.mjs");
await import("./documents.mjs");
await import("./figures.mjs");
await import("./safety.mjs");
await import("./access.mjs");
