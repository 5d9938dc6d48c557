import { link } from "../base/route";
import type { Point } from "../net/types";

// Values along an axis (vigencias, periods), each with the place where it is printed.
export interface Series {
  key: string;
  title: string;
  about: string;
  unit: string | null;
  points: Placed[];
}

export interface Placed extends Point {
  at: string; // where on the axis; "": not known
}

export function toPage(point: { document: number; page: number; box: number[] }): string {
  return link(["documentos", point.document], { pagina: point.page, caja: point.box.map((one) => one.toFixed(1)).join(",") });
}

// The places of the axis that any series has a value at, in order.
export function axisOf(series: Series[]): string[] {
  return [...new Set(series.flatMap((one) => one.points.map((point) => point.at)))].sort();
}

// What is printed at a place of the axis: the points that differ, each once, the surest first.
export function distinct(points: Placed[], at: string): Placed[] {
  const sure = points.filter((point) => point.at === at).sort((one, other) => (other.confidence ?? 0) - (one.confidence ?? 0));
  return sure.filter((point, index) => sure.findIndex((one) => one.value === point.value) === index);
}

// What can stand beside each other in one plot: quarters or months where there are two or more of them, else years.
export function comparable(points: Placed[]): Placed[] {
  const known = points.filter((point) => point.at !== "" && point.value !== null);
  const parts = known.filter((point) => point.at.includes("-"));
  return new Set(parts.map((point) => point.at)).size >= 2 ? parts : known.filter((point) => !point.at.includes("-"));
}

// One point for each place of the axis, the surest.
export function firsts(points: Placed[]): Placed[] {
  const places = [...new Set(points.map((point) => point.at))].sort();
  return places.map((at) => distinct(points, at)[0]!);
}
