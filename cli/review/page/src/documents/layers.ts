import type { Box, Layers } from "../net/types";
import type { Mark } from "../parts/page_view";

export const kLayers = ["findings", "words", "rules", "cells", "tables", "heads", "records", "outside"] as const;
export type Layer = (typeof kLayers)[number];

// What a mark leads to when it is clicked.
export type Place = { table: number; row: number; column: number } | { table: number } | { finding: number };

export function nameOf(place: Place): string {
  if ("finding" in place) return `finding:${place.finding}`;
  return "row" in place ? `cell:${place.table}:${place.row}:${place.column}` : `table:${place.table}`;
}

export function placeOf(name: string): Place | null {
  const [kind, ...numbers] = name.split(":");
  const [a, b, c] = numbers.map(Number);
  if (a === undefined) return null;
  if (kind === "finding") return { finding: a };
  if (kind === "cell" && b !== undefined && c !== undefined) return { table: a, row: b, column: c };
  return kind === "table" ? { table: a } : null;
}

const said = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(": ");

// The marks of the layers that are on; the cells of an open table are there to be clicked, whatever layers are.
export function marksOf(layers: Layers, on: ReadonlySet<Layer>, open: number | null, lit: string | null, sought: Box | null): Mark[] {
  const marks: Mark[] = [];
  if (on.has("tables")) for (const one of layers.tables) marks.push({ box: one.box, kind: "table", id: nameOf({ table: one.id }), title: one.title ?? "" });
  if (on.has("words")) for (const one of layers.words) marks.push({ box: one.box, kind: one.confidence !== null && one.confidence < 0.8 ? "word unsure" : "word", title: one.text });
  if (on.has("rules")) for (const one of layers.rules) marks.push({ box: one, kind: "rule" });
  for (const one of layers.cells) {
    if (!on.has("cells") && one.table !== open) continue;
    const id = nameOf({ table: one.table, row: one.row, column: one.column });
    marks.push({ box: one.box, kind: `${on.has("cells") ? "cell" : "cell quiet"}${one.head ? " head-cell" : ""}`, id, title: one.text, lit: id === lit });
  }
  if (on.has("heads")) for (const one of layers.heads) marks.push({ box: one.box, kind: one.known ? "head" : "head unknown", id: nameOf({ table: one.table }), title: said(one.text, one.meaning) });
  if (on.has("records")) for (const one of layers.records) marks.push({ box: one.box, kind: "record", title: said(one.kind, one.what, one.value) });
  if (on.has("outside")) for (const one of layers.outside) marks.push({ box: one.box, kind: "outside", title: one.text });
  if (on.has("findings")) for (const one of layers.findings) marks.push({ box: one.box, kind: one.red ? "red" : "blue", id: nameOf({ finding: one.id }), title: `#${one.id}: ${one.role}` });
  if (sought) marks.push({ box: sought, kind: "sought" });
  return marks;
}
