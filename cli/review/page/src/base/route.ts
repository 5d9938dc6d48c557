import { signal } from "@preact/signals";

// The address says all that is shown: #/hallazgos/12?regla=total-no-cuadra. It stands behind the # so that a link can be
// kept or handed on without the program having to know of it.

export interface Route {
  path: string[];
  query: URLSearchParams;
}

export function parse(hash: string): Route {
  const text = hash.replace(/^#\/?/, "");
  const cut = text.indexOf("?");
  const path = (cut < 0 ? text : text.slice(0, cut)).split("/").filter(Boolean).map(decodeURIComponent);
  return { path, query: new URLSearchParams(cut < 0 ? "" : text.slice(cut + 1)) };
}

export function link(path: (string | number)[], query: URLSearchParams | Record<string, string | number | null | undefined> = {}): string {
  const parts = query instanceof URLSearchParams ? query : new URLSearchParams();
  if (!(query instanceof URLSearchParams)) {
    for (const [name, value] of Object.entries(query)) if (value !== null && value !== undefined && value !== "") parts.set(name, String(value));
  }
  const text = parts.toString();
  return `#/${path.map((one) => encodeURIComponent(String(one))).join("/")}${text ? `?${text}` : ""}`;
}

export const route = signal<Route>(parse(location.hash));

window.addEventListener("hashchange", () => {
  route.value = parse(location.hash);
});

// `quiet` keeps the step out of the browser's history: moving along a list is no journey.
export function go(to: string, quiet = false): void {
  if (to === location.hash) return;
  if (quiet) {
    history.replaceState(null, "", to);
    route.value = parse(to);
  } else {
    location.hash = to;
  }
}

export function changed(query: URLSearchParams, changes: Record<string, string | string[] | null>): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name);
    for (const one of value === null ? [] : Array.isArray(value) ? value : [value]) if (one !== "") next.append(name, one);
  }
  return next;
}
