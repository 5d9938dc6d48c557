import { useState } from "preact/hooks";
import { printed, tight } from "../base/format";
import type { FindingItem, FindingState } from "../net/types";
import { Dialog } from "../parts/dialog";
import { words } from "../words";

export interface Asked {
  state: FindingState | null;
  count: number;
  item: FindingItem | null; // the one it is about, where it is one
}

export function ActionBar(props: { act: (state: FindingState | null, value: string | null, note: string) => void; ask: (state: FindingState | null) => void; count: number }) {
  const text = words();
  return (
    <div class="actions" role="group" aria-label={text.facet.state}>
      <button type="button" class="primary" title={text.accept_about} aria-keyshortcuts="a" onClick={() => props.act("aceptado", null, "")}>
        {text.accept} <kbd>a</kbd>
      </button>
      <button type="button" title={text.dismiss_about} aria-keyshortcuts="d" onClick={() => props.act("descartado", null, "")}>
        {text.dismiss} <kbd>d</kbd>
      </button>
      {props.count === 0 && (
        <button type="button" title={text.correct_about} aria-keyshortcuts="c" onClick={() => props.ask("corregido")}>
          {text.correct} <kbd>c</kbd>
        </button>
      )}
      <button type="button" title={text.note_about} aria-keyshortcuts="n" onClick={() => props.ask(null)}>
        {text.note} <kbd>n</kbd>
      </button>
      <button type="button" title={text.reopen_about} aria-keyshortcuts="r" onClick={() => props.act("abierto", null, "")}>
        {text.reopen} <kbd>r</kbd>
      </button>
    </div>
  );
}

// What a decision says beside itself: a value, a note.
export function DecisionDialog(props: { asked: Asked; onClose: () => void; onDone: (value: string | null, note: string) => void }) {
  const text = words();
  const { state, count, item } = props.asked;
  const titles = { aceptado: text.accept, descartado: text.dismiss, corregido: text.correct, abierto: text.reopen };
  const [value, setValue] = useState(item?.expected ? printed(item.expected) : "");
  const [note, setNote] = useState("");
  const values = state === "corregido";
  return (
    <Dialog title={`${state ? titles[state] : text.note} · ${text.count_findings(count)}`} onClose={props.onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          props.onDone(values ? value.trim().replace("−", "-") : null, note.trim());
        }}
      >
        {item && <p class="quote">{tight(item.message)}</p>}
        {values && (
          <label class="field">
            <span>{text.right_value}</span>
            <input name="value" required autofocus class="figure" value={value} onInput={(event) => setValue(event.currentTarget.value)} />
          </label>
        )}
        <label class="field">
          <span>{state === null ? text.note : text.note_optional}</span>
          <textarea name="note" rows={3} required={state === null} autofocus={!values} value={note} onInput={(event) => setNote(event.currentTarget.value)} onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.currentTarget.form?.requestSubmit()} />
        </label>
        <div class="buttons">
          <button type="button" onClick={props.onClose}>
            {text.cancel}
          </button>
          <button type="submit" class="primary">
            {text.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
