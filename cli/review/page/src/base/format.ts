import { lang } from "./lang";

// Figures are written as Colombia prints them, whatever the language of the words around: so they are in the reports.
const kWhole = new Intl.NumberFormat("es-CO", { maximumFractionDigits: 2 });
const kAlways = "always" as unknown as boolean; // «9.138,8 M»: the types of this language version know only true, which leaves four digits alone
const kCompact = new Intl.NumberFormat("es-CO", { notation: "compact", maximumFractionDigits: 1, useGrouping: kAlways });

export function number(value: number): string {
  return kWhole.format(value).replace(/^-/, "−");
}

export function compact(value: number): string {
  return kCompact.format(value).replace(/^-/, "−");
}

// A plain number ("-2081478378.5") exactly as it is, with separators where it has five digits or more: four may be a year.
// Anything else (a date, printed text) unchanged.
export function printed(value: string | null): string {
  if (value === null) return "";
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (!match) return value;
  const digits = match[2] ?? "";
  const whole = digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, ".");
  return `${match[1] ? "−" : ""}${whole}${match[3] ? `,${match[3]}` : ""}`;
}

// A sentence whose amounts are not parted from their sign at the end of a line.
export function tight(sentence: string): string {
  return sentence.replace(/\$ (?=[\d−-])/g, "$\u00a0");
}

export function moment(time: string | null): string {
  if (!time) return "";
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return time;
  return date.toLocaleString(lang.value === "es" ? "es-CO" : "en-GB", { dateStyle: "medium", timeStyle: "short" });
}

export function vigencia(years: [number, number] | null | undefined): string {
  if (!years) return "";
  return years[0] === years[1] ? String(years[0]) : `${years[0]}–${years[1]}`;
}

export function percent(share: number | null): string {
  if (share === null) return "";
  return `${Math.floor(share * 100)} %`; // never rounded up: 0,999 is not certain
}

// "total-no-cuadra", "apropiacion_definitiva" → "Total no cuadra", "Apropiacion definitiva": where no better words are known.
export function spoken(name: string): string {
  const text = name.replace(/[-_]/g, " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
