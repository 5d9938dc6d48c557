import type { Decided, Reading } from "./types";

// Everything that leaves the page goes through here, and only to the program that served it.

export class ApiError extends Error {
  constructor(
    readonly status: number, // 0: the program could not be reached
    readonly code: string,
    message: string,
    readonly conflicts: unknown[] = [],
  ) {
    super(message);
  }

  // What was sent may be sent again later: the program is away, another program holds the base, or the session is over.
  get lost(): boolean {
    return this.status === 0 || this.status === 503 || this.status === 401;
  }

  decided(): Decided[] {
    return this.conflicts as Decided[];
  }

  readings(): Reading[] {
    return this.conflicts as Reading[];
  }
}

export type Query = Record<string, string | number | boolean | null | undefined | (string | number)[]>;

export function address(path: string, query: Query = {}): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === "") continue;
    for (const one of Array.isArray(value) ? value : [value]) parts.append(name, String(one));
  }
  const text = parts.toString();
  return `/api/${path}${text ? `?${text}` : ""}`;
}

async function send<T>(method: string, url: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(url, {
      method,
      signal: signal ?? null,
      credentials: "same-origin",
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    });
  } catch (fault) {
    if ((fault as Error).name === "AbortError") throw fault;
    throw new ApiError(0, "unreachable", (fault as Error).message);
  }
  if (answer.status === 204) return undefined as T;
  const given = await answer.json().catch(() => null);
  if (!answer.ok) {
    const error = given?.error ?? {};
    throw new ApiError(answer.status, error.code ?? "failed", error.message ?? answer.statusText, error.conflicts ?? []);
  }
  return given as T;
}

export const get = <T>(path: string, query: Query = {}, signal?: AbortSignal) => send<T>("GET", address(path, query), undefined, signal);
export const post = <T>(path: string, body: unknown) => send<T>("POST", address(path), body);
export const put = <T>(path: string, body: unknown) => send<T>("PUT", address(path), body);

// Of the resolutions that pictures come in, the least that gives each point of the screen a pixel of its own.
const kResolutions = [24, 48, 72, 110, 150, 220, 300];

export function resolutionFor(pixelsAPoint: number): number {
  const wanted = pixelsAPoint * 72;
  return kResolutions.find((dpi) => dpi >= wanted * 0.95) ?? 300;
}

export const picture = (document: number, page: number, dpi: number) => address(`documents/${document}/pages/${page}/picture`, { dpi });

export const clip = (document: number, page: number, box: number[], margin: number, dpi: number) =>
  address(`documents/${document}/pages/${page}/clip`, { box: box.map((one) => one.toFixed(2)).join(","), margin, dpi });
