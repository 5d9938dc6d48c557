import { moment } from "../base/format";
import { Dialog } from "../parts/dialog";
import { named, words } from "../words";
import { conflicts, resolve } from "./decisions";

const kShown = 8; // of many conflicts; the rest are counted

// Somebody decided on the same findings meanwhile: shown, and settled by who is here; neither goes over the other in silence.
export function ConflictDialog() {
  const now = conflicts.value[0];
  if (!now) return null;
  const text = words();
  const more = now.theirs.length - kShown;
  return (
    <Dialog key={now.theirs.map((one) => `${one.id}-${one.version}`).join()} title={text.conflict_title} onClose={() => resolve(false)}>
      <ul class="conflicts">
        {now.theirs.slice(0, kShown).map((one) => (
          <li key={one.id}>
            <b>#{one.id}</b> {text.conflict_one(one.author ?? "?", named(text.state, one.state).toLowerCase(), moment(one.time))}
            {one.note && <span class="note">{one.note}</span>}
          </li>
        ))}
        {more > 0 && <li>+ {text.count_findings(more)}</li>}
      </ul>
      <p class="hint">{text.conflict_note}</p>
      <div class="buttons">
        <button type="button" autofocus onClick={() => resolve(false)}>
          {text.conflict_keep}
        </button>
        <button type="button" class="primary" onClick={() => resolve(true)}>
          {text.conflict_mine}
        </button>
      </div>
    </Dialog>
  );
}
