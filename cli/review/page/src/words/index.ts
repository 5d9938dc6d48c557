import { spoken } from "../base/format";
import { lang } from "../base/lang";
import { en } from "./en";
import { es, type Catalogue } from "./es";

export function words(): Catalogue {
  return lang.value === "en" ? en : es;
}

// The word for a value of a closed set; a value that is newer than this page is said as it is.
export function named(set: Record<string, string>, value: string | null): string {
  return value === null ? "" : (set[value] ?? words().named[value] ?? spoken(value));
}
