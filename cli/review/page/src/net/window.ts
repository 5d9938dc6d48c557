import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ApiError, get, type Query } from "./api";
import type { Window } from "./types";

// A long list of which only the windows that were looked at are fetched. Windows stand at multiples of kWindow.
const kWindow = 100;

export interface Listed<T> {
  total: number | null; // null: not known yet
  at: (index: number) => T | undefined;
  find: (is: (item: T) => boolean) => number; // among what was fetched; -1: not there
  held: () => T[]; // what was fetched so far, in order
  need: (from: number, to: number) => void;
  reload: () => void;
  error: ApiError | null;
  extra: unknown; // the first window as it came, with what the answer holds beside the list
}

interface Held<T> {
  key: string;
  total: number | null;
  windows: Map<number, T[]>;
  asked: Set<number>;
  stop: AbortController;
  extra: unknown;
}

export function useListed<T>(path: string, query: Query): Listed<T> {
  const key = path + JSON.stringify(query);
  const held = useRef<Held<T> | null>(null);
  const [, redraw] = useState(0);
  const [error, setError] = useState<ApiError | null>(null);

  const fetchWindow = useCallback(
    (mine: Held<T>, number: number) => {
      if (mine.asked.has(number)) return;
      mine.asked.add(number);
      get<Window<T>>(path, { ...query, offset: number * kWindow, limit: kWindow }, mine.stop.signal).then(
        (answer) => {
          if (held.current !== mine) return;
          mine.total = answer.total;
          mine.windows.set(number, answer.items);
          if (number === 0) mine.extra = answer;
          setError(null);
          redraw((count) => count + 1);
        },
        (fault) => {
          mine.asked.delete(number);
          if (held.current === mine && fault instanceof ApiError) setError(fault);
        },
      );
    },
    [key],
  );

  const start = useCallback(() => {
    const before = held.current;
    before?.stop.abort();
    const same = before?.key === key; // the rows stay on the screen while the same list is fetched again
    held.current = {
      key,
      total: same ? before.total : null,
      windows: same ? new Map(before.windows) : new Map(),
      asked: new Set(),
      stop: new AbortController(),
      extra: same ? before.extra : null,
    };
    const wanted = same ? [...before.windows.keys()] : [0];
    for (const number of wanted.length ? wanted : [0]) fetchWindow(held.current, number);
    redraw((count) => count + 1);
  }, [key, fetchWindow]);

  useEffect(() => {
    start();
    return () => held.current?.stop.abort();
  }, [key]);

  const now = held.current?.key === key ? held.current : null;
  return {
    total: now?.total ?? null,
    at: (index) => now?.windows.get(Math.floor(index / kWindow))?.[index % kWindow],
    find: (is) => {
      for (const [number, items] of now?.windows ?? []) {
        const at = items.findIndex(is);
        if (at >= 0) return number * kWindow + at;
      }
      return -1;
    },
    held: () => [...(now?.windows ?? [])].sort(([one], [other]) => one - other).flatMap(([, items]) => items),
    need: (from, to) => {
      if (!now) return;
      for (let number = Math.floor(from / kWindow); number <= Math.floor(to / kWindow); ++number) fetchWindow(now, number);
    },
    reload: start,
    error,
    extra: now?.extra ?? null,
  };
}

// One thing that is fetched anew whenever its address changes; what was there stays until the new one is there.
export function useFetched<T>(path: string | null, query: Query = {}): { value: T | null; error: ApiError | null; reload: () => void; busy: boolean } {
  const key = path === null ? null : path + JSON.stringify(query);
  const [state, setState] = useState<{ key: string | null; value: T | null; error: ApiError | null }>({ key: null, value: null, error: null });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (path === null) {
      setState({ key: null, value: null, error: null });
      return;
    }
    const stop = new AbortController();
    get<T>(path, query, stop.signal).then(
      (value) => setState({ key, value, error: null }),
      (fault) => {
        if (fault instanceof ApiError) setState({ key, value: null, error: fault });
      },
    );
    return () => stop.abort();
  }, [key, turn]);
  return { value: key === null ? null : state.value, error: state.error, reload: () => setTurn((one) => one + 1), busy: state.key !== key };
}
