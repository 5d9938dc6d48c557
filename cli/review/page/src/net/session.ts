import { signal } from "@preact/signals";
import { ApiError, get, post, put } from "./api";
import type { Session } from "./types";

export const session = signal<Session | null>(null);
export const unreachable = signal(false);

export async function openSession(): Promise<void> {
  session.value = await get<Session>("session");
}

export async function logIn(password: string, name: string): Promise<void> {
  session.value = await post<Session>("session", { password, name });
}

export async function rename(name: string): Promise<void> {
  session.value = await put<Session>("session", { name });
}

// Whether anything in the base changed since this page last looked, by whomever. `mine` is called after own writes.
export const baseVersion = signal<string | null>(null);
export const others = signal(0); // how many times somebody else changed the base

const kEvery = 7000; // ms

export async function lookAtBase(own: boolean): Promise<void> {
  try {
    const { version } = await get<{ version: string }>("state");
    unreachable.value = false;
    if (baseVersion.value !== null && baseVersion.value !== version && !own) others.value += 1;
    baseVersion.value = version;
  } catch (fault) {
    if (!(fault instanceof ApiError)) throw fault;
    unreachable.value = fault.status === 0;
    if (fault.status === 401) await openSession().catch(() => undefined); // asks for the password again
  }
}

export function watchBase(): void {
  void lookAtBase(true);
  setInterval(() => {
    if (document.visibilityState === "visible" && session.value?.authenticated) void lookAtBase(false);
  }, kEvery);
}
