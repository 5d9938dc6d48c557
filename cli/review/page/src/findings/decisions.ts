import { signal } from "@preact/signals";
import { ApiError, post } from "../net/api";
import { lookAtBase, openSession, unreachable } from "../net/session";
import type { Decided, FindingItem, FindingState } from "../net/types";
import { tell } from "../parts/toast";
import { words } from "../words";

// What was decided here: shown at once, written behind it in the order in which it was decided, and kept until it is written.

export interface Wish {
  findings: { id: number; version: number }[];
  state: FindingState | null; // null: a note alone
  value: string | null;
  note: string;
}

interface Seen extends Decided {
  pending: boolean;
}

export interface Conflict {
  wish: Wish;
  theirs: Decided[];
}

type Undoable = { id: number; version: number }[];

const kAtOnce = 10_000; // findings a request: within the size of body that the program takes
const kUnsent = "cotejo-unsent";

export const seen = signal<ReadonlyMap<number, Seen>>(new Map());
export const unsent = signal<Wish[]>([]);
export const conflict = signal<Conflict | null>(null);
export const decidedTurn = signal(0); // grows with each answer: counts and histories are fetched again

let queue: Promise<void> = Promise.resolve();
const undoable: Undoable[] = [];

// A finding as it stands after what was decided here.
export function current<T extends FindingItem>(item: T): T {
  const mine = seen.value.get(item.id);
  if (!mine || (!mine.pending && mine.version < item.version)) return item;
  return { ...item, state: mine.state, version: Math.max(mine.version, item.version), note: mine.note, author: mine.author, time: mine.time };
}

export function isPending(id: number): boolean {
  return seen.value.get(id)?.pending ?? false;
}

export function decide(items: FindingItem[] | { id: number; version: number; state?: FindingState }[], state: FindingState | null, value: string | null, note: string): void {
  const findings = items.map(({ id, version }) => ({ id, version }));
  const next = new Map(seen.value);
  for (const item of items) {
    const before = next.get(item.id);
    const kept = state ?? before?.state ?? item.state ?? "abierto";
    next.set(item.id, { id: item.id, version: before?.version ?? item.version, state: kept, value, note, author: null, time: null, pending: true });
  }
  seen.value = next;
  enqueue({ findings, state, value, note });
  const text = words();
  tell(text.done_many(findings.length, text.done[state ?? "nota"] ?? ""), { label: `${text.undo} (z)`, act: undo });
}

function enqueue(wish: Wish): void {
  keepUnsent([...unsent.value, wish]);
  queue = queue.then(() => write(wish));
}

async function write(wish: Wish): Promise<void> {
  if (!unsent.value.includes(wish)) return;
  const done: Undoable = [];
  try {
    for (let at = 0; at < wish.findings.length; at += kAtOnce) {
      const findings = wish.findings.slice(at, at + kAtOnce).map(({ id, version }) => ({ id, version: Math.max(version, seen.value.get(id)?.version ?? 0) }));
      const body = { findings, state: wish.state, note: wish.note, ...(wish.state === "corregido" ? { value: wish.value } : {}) };
      const { items } = await post<{ items: Decided[] }>("decisions", body);
      settle(items);
      done.push(...items.map(({ id, version }) => ({ id, version })));
    }
    drop(wish);
  } catch (fault) {
    if (!(fault instanceof ApiError)) throw fault;
    if (fault.lost) {
      unreachable.value = true; // stays unsent; sendAgain() tries anew
      if (fault.status === 401) void openSession();
    } else {
      drop(wish);
      forget(wish.findings.slice(done.length));
      if (fault.status === 409) {
        settle(fault.decided());
        conflict.value = { wish: { ...wish, findings: wish.findings.slice(done.length) }, theirs: fault.decided() };
      } else {
        tell(`${words().could_not}: ${fault.message}`);
      }
    }
  }
  if (done.length) undoable.push(done);
  decidedTurn.value += 1;
  void lookAtBase(true);
}

function settle(items: Decided[]): void {
  const next = new Map(seen.value);
  const waiting = new Set(unsent.value.slice(1).flatMap((wish) => wish.findings.map(({ id }) => id)));
  for (const item of items) {
    const later = waiting.has(item.id) ? next.get(item.id) : undefined; // decided again meanwhile: that is what is shown
    next.set(item.id, later ? { ...later, version: item.version } : { ...item, pending: false });
  }
  seen.value = next;
}

function forget(findings: { id: number }[]): void {
  const next = new Map(seen.value);
  for (const { id } of findings) next.delete(id);
  seen.value = next;
}

export function undo(): void {
  queue = queue.then(async () => {
    const last = undoable.pop();
    if (!last) {
      tell(words().nothing_to_undo);
      return;
    }
    try {
      for (let at = 0; at < last.length; at += kAtOnce) {
        const { items } = await post<{ items: Decided[] }>("decisions/undo", { findings: last.slice(at, at + kAtOnce) });
        settle(items);
      }
      tell(words().undone(last.length));
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      if (fault.lost) undoable.push(last);
      if (fault.status === 409) settle(fault.decided());
      tell(fault.status === 409 ? words().conflict_title : `${words().could_not}: ${fault.message}`);
    }
    decidedTurn.value += 1;
    void lookAtBase(true);
  });
}

// After a conflict: what the other did not touch gets mine; with `onTop`, the rest too.
export function resolve(onTop: boolean): void {
  const now = conflict.value;
  conflict.value = null;
  if (!now) return;
  const theirs = new Map(now.theirs.map((one) => [one.id, one.version]));
  const findings = now.wish.findings
    .filter(({ id }) => onTop || !theirs.has(id))
    .map(({ id, version }) => ({ id, version: theirs.get(id) ?? version }));
  if (findings.length) decide(findings, now.wish.state, now.wish.value, now.wish.note);
}

export function sendAgain(): void {
  for (const wish of unsent.value) queue = queue.then(() => write(wish));
}

// What was not written survives that the page is loaded again.
function keepUnsent(wishes: Wish[]): void {
  unsent.value = wishes;
  if (wishes.length) sessionStorage.setItem(kUnsent, JSON.stringify(wishes));
  else sessionStorage.removeItem(kUnsent);
}

function drop(wish: Wish): void {
  keepUnsent(unsent.value.filter((one) => one !== wish));
}

export function takeUpUnsent(): void {
  const kept = sessionStorage.getItem(kUnsent);
  if (!kept) return;
  unsent.value = JSON.parse(kept) as Wish[];
  sendAgain();
}

window.addEventListener("beforeunload", (event) => {
  if (unsent.value.length) event.preventDefault();
});

unreachable.subscribe((away) => {
  if (!away && unsent.value.length) sendAgain();
});
