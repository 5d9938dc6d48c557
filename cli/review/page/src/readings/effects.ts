import { signal } from "@preact/signals";
import { ApiError, get } from "../net/api";
import { lookAtBase } from "../net/session";
import type { Job } from "../net/types";

// What followed from what was told: mapping and checks run again behind the answer, and say which findings vanished or came.

export interface Effect {
  title: string; // what was told
  job: Job | null; // null: not known yet
  error: string | null;
}

export const effects = signal<readonly Effect[]>([]); // newest first
export const checkedTurn = signal(0); // grows when a document was checked again

const kKept = 30;

export function follow(job: number, title: string): void {
  const effect: Effect = { title, job: null, error: null };
  effects.value = [effect, ...effects.value].slice(0, kKept);
  let now = effect;
  const put = (change: Partial<Effect>) => {
    const next = { ...now, ...change };
    effects.value = effects.value.map((one) => (one === now ? next : one));
    now = next;
  };
  const ask = async (): Promise<void> => {
    try {
      const state = await get<Job>(`jobs/${job}`, { wait: 10 });
      put({ job: state, error: state.state === "failed" ? state.message : null });
      if (state.state === "running") return ask();
    } catch (fault) {
      put({ error: fault instanceof ApiError ? fault.message : String(fault) });
    }
    checkedTurn.value += 1;
    void lookAtBase(true);
  };
  void ask();
}
