import { signal } from "@preact/signals";

interface Told {
  text: string;
  action?: { label: string; act: () => void };
}

const told = signal<Told | null>(null);
const kShown = 8000; // ms
let timer = 0;

// A short word on what was done, with what can be done about it; read out by a screen reader.
export function tell(text: string, action?: { label: string; act: () => void }): void {
  told.value = action ? { text, action } : { text };
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    told.value = null;
  }, kShown);
}

export function Toast() {
  const now = told.value;
  const act = now?.action;
  return (
    <div class="toast-place" role="status" aria-live="polite">
      {now && (
        <div class="toast">
          <span>{now.text}</span>
          {act && (
            <button
              type="button"
              onClick={() => {
                told.value = null;
                act.act();
              }}
            >
              {act.label}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
