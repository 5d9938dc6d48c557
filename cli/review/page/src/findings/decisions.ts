import { signal } from "@preact/signals";
import { ApiError, post } from "../net/api";
import { lookAtBase, openSession, session, unreachable } from "../net/session";
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

// What waits for the word of who is here: what somebody else decided, and everything that is to be written on the same findings.
export interface Conflict {
  wishes: Wish[];
  theirs: Decided[];
}

type Undoable = { id: number; version: number }[];

const kAtOnce = 10_000; // findings a request: within the size of body that the program takes
const kUnsent = "cotejo-unsent";
const kAgain = 2000; // ms until what could not be sent is tried again

export const seen = signal<ReadonlyMap<number, Seen>>(new Map());
export const unsent = signal<Wish[]>([]);
export const conflicts = signal<Conflict[]>([]); // the first is shown
export const decidedTurn = signal(0); // grows with each answer: counts and histories are fetched again

let queue: Promise<void> = Promise.resolve();
let stuck = false; // something that nobody foresaw kept a decision from being written: it waits until it is tried again
const undoable: Undoable[] = [];
const own = new Map<number, number>(); // versions that were written from here: what others wrote is not passed over unseen

// A finding as it stands after what was decided here.
export function current<T extends FindingItem>(item: T): T {
  const mine = seen.value.get(item.id);
  if (!mine || (!mine.pending && mine.version < item.version)) return item;
  return { ...item, state: mine.state, version: mine.pending ? mine.version : Math.max(mine.version, item.version), note: mine.note, author: mine.author, time: mine.time };
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
    next.set(item.id, { id: item.id, version: before?.pending ? before.version : item.version, state: kept, value, note, author: null, time: null, pending: true });
  }
  seen.value = next;
  enqueue({ findings, state, value, note });
  const text = words();
  tell(text.done_many(findings.length, text.done[state ?? "nota"] ?? ""), { label: `${text.undo} (z)`, act: undo });
}

function enqueue(wish: Wish): void {
  keepUnsent([...unsent.value, wish]);
  if (stuck) sendAgain();
  else inTurn(() => write(wish));
}

// One after the other. What fails unforeseen is told and leaves the turn to the next.
function inTurn(act: () => Promise<void>): void {
  queue = queue.then(act).catch((fault: unknown) => {
    stuck = unsent.value.length > 0;
    tell(`${words().could_not}: ${(fault as Error).message}. ${stuck ? words().unsaved(unsent.value.length) : ""}`);
  });
}

const held = (wish: Wish) => conflicts.value.some(({ wishes }) => wishes.includes(wish));
const raised = <T extends { id: number; version: number }>({ id, version }: T) => ({ id, version: Math.max(version, own.get(id) ?? 0) });

async function write(wish: Wish): Promise<void> {
  if (unsent.value.find((one) => !held(one)) !== wish) return; // written already, or something before it is not
  if (join(wish)) return;
  const done: Undoable = [];
  let lost = false;
  try {
    for (let at = 0; at < wish.findings.length; at += kAtOnce) {
      const findings = wish.findings.slice(at, at + kAtOnce).map(raised);
      const body = { findings, state: wish.state, note: wish.note, ...(wish.state === "corregido" ? { value: wish.value } : {}) };
      const { items } = await post<{ items: Decided[] }>("decisions", body);
      settle(items, wish);
      done.push(...items.map(({ id, version }) => ({ id, version })));
    }
    replace(wish, []);
  } catch (fault) {
    if (!(fault instanceof ApiError)) throw fault;
    const left = { ...wish, findings: wish.findings.slice(done.length) };
    lost = fault.lost;
    if (lost) {
      replace(wish, [left]);
      waitFor(fault);
    } else if (fault.status === 409) {
      const written = fault.decided().filter((one) => isMine(one, wish));
      const theirs = fault.decided().filter((one) => !written.includes(one));
      settle(written, wish);
      done.push(...written.map(({ id, version }) => ({ id, version })));
      left.findings = left.findings.filter(({ id }) => !written.some((one) => one.id === id));
      replace(wish, left.findings.length ? [left] : []);
      if (theirs.length) hold(left, theirs);
      else await write(left);
    } else {
      replace(wish, []);
      forget(left.findings);
      tell(`${words().could_not}: ${fault.message}`);
    }
  }
  if (done.length) undoable.push(done);
  decidedTurn.value += 1;
  if (!lost) void lookAtBase(true);
}

// Whether it is what this wish asked for: it was written, and the answer was lost on its way.
function isMine(one: Decided, wish: Wish): boolean {
  const sameValue = wish.state !== "corregido" || one.value === wish.value;
  return one.author !== null && one.author === session.value?.name && one.state === wish.state && (one.note ?? "") === wish.note && sameValue;
}

// What was not sent stays unsent until the program is back, the session is opened, or the base is free.
function waitFor(fault: ApiError): void {
  if (fault.status === 401) {
    void openSession().catch(() => lookAtBase(true));
  } else if (fault.status === 503) {
    tell(`${fault.message} ${words().unsaved(unsent.value.length)}`);
    setTimeout(sendAgain, kAgain);
  } else {
    unreachable.value = true;
    setTimeout(() => void lookAtBase(true), kAgain);
  }
}

// Keeps a wish until its conflict is resolved, and with it what was wished later for the same findings.
function hold(wish: Wish, theirs: Decided[]): void {
  conflicts.value = [...conflicts.value, { wishes: [wish], theirs }];
  const next = new Map(seen.value);
  for (const one of theirs) next.set(one.id, { ...one, pending: false });
  seen.value = next;
  for (const later of unsent.value.slice(unsent.value.indexOf(wish) + 1)) if (!held(later)) join(later);
}

function join(wish: Wish): boolean {
  const ids = new Set(wish.findings.map(({ id }) => id));
  const met = conflicts.value.find(({ wishes }) => wishes.some(({ findings }) => findings.some(({ id }) => ids.has(id))));
  if (met) conflicts.value = conflicts.value.map((one) => (one === met ? { ...one, wishes: [...one.wishes, wish] } : one));
  return met !== undefined;
}

// Takes in what was written from here, in answer to `wish`.
function settle(items: Decided[], wish?: Wish): void {
  for (const { id, version } of items) own.set(id, version);
  show(items, wish, true);
}

// Shows what holds now, where nothing else waits to be written: that is what is shown, on top of what was written from here.
function show(items: Decided[], wish: Wish | undefined, written: boolean): void {
  const next = new Map(seen.value);
  const waiting = new Set(unsent.value.filter((one) => one !== wish).flatMap(({ findings }) => findings.map(({ id }) => id)));
  for (const item of items) {
    const later = waiting.has(item.id) ? next.get(item.id) : undefined; // decided again meanwhile
    if (!later) next.set(item.id, { ...item, pending: false });
    else if (written) next.set(item.id, { ...later, version: item.version });
  }
  seen.value = next;
}

function forget(findings: { id: number }[]): void {
  const next = new Map(seen.value);
  for (const { id } of findings) next.delete(id);
  seen.value = next;
}

export function undo(): void {
  inTurn(async () => {
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
      if (fault.status === 409) show(fault.decided(), undefined, false);
      tell(fault.status === 409 ? words().conflict_title : `${words().could_not}: ${fault.message}`);
    }
    decidedTurn.value += 1;
    void lookAtBase(true);
  });
}

// After the first conflict: what the other did not touch gets mine; with `onTop`, the rest too.
export function resolve(onTop: boolean): void {
  const [now, ...others] = conflicts.value;
  if (!now) return;
  conflicts.value = others;
  keepUnsent(unsent.value.filter((one) => !now.wishes.includes(one)));
  const theirs = new Map(now.theirs.map((one) => [one.id, one.version]));
  for (const wish of now.wishes) {
    const findings = wish.findings
      .filter(({ id }) => onTop || !theirs.has(id))
      .map(({ id, version }) => ({ id, version: theirs.get(id) ?? version }));
    if (findings.length) decide(findings, wish.state, wish.value, wish.note);
  }
}

export function sendAgain(): void {
  stuck = false;
  for (const wish of unsent.value) inTurn(() => write(wish));
}

// What was not written survives that the page is loaded again.
function keepUnsent(wishes: Wish[]): void {
  unsent.value = wishes;
  if (!wishes.length) return sessionStorage.removeItem(kUnsent);
  try {
    sessionStorage.setItem(kUnsent, JSON.stringify(wishes.map((wish) => ({ ...wish, findings: wish.findings.map(raised) }))));
  } catch {
    sessionStorage.removeItem(kUnsent); // no room for so many: they are kept as long as the page is open
  }
}

function replace(wish: Wish, by: Wish[]): void {
  keepUnsent(unsent.value.flatMap((one) => (one === wish ? by : [one])));
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

session.subscribe((now) => {
  if (now?.authenticated && unsent.value.length) sendAgain();
});
