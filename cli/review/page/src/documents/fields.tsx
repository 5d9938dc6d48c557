import { useState } from "preact/hooks";
import { moment, vigencia } from "../base/format";
import { ApiError, post } from "../net/api";
import type { DocumentDetail } from "../net/types";
import { tell } from "../parts/toast";
import { follow } from "../readings/effects";
import { named, words } from "../words";

const kFields = ["entity", "dependency", "title", "vigencia"] as const;
type Fields = Record<(typeof kFields)[number], string>;

function given(item: DocumentDetail): Fields {
  return { entity: item.entity ?? "", dependency: item.dependency ?? "", title: item.title ?? "", vigencia: vigencia(item.vigencia).replace("–", "-") };
}

// What the document is, as it was read, to be corrected; only what was changed is told.
export function HeaderFields(props: { item: DocumentDetail; reload: () => void }) {
  const text = words();
  const { item } = props;
  const before = given(item);
  const [fields, setFields] = useState<Fields>(before);
  const [note, setNote] = useState("");
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const changes = kFields.filter((one) => fields[one].trim() !== before[one]);
  const save = async () => {
    setBusy(true);
    setFault("");
    try {
      const body: Record<string, unknown> = { version: item.version, note };
      for (const one of changes) body[one] = fields[one].trim();
      const answer = await post<{ job: number }>(`documents/${item.id}`, body);
      follow(answer.job, changes.map((one) => `${text[one]}: «${fields[one].trim()}»`).join(" · "));
      props.reload();
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      setFault(thrown.status === 409 ? text.conflict_header : thrown.message);
      if (thrown.status === 409) {
        tell(text.conflict_header);
        props.reload();
      }
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <form
        class="stack header-fields"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {kFields.map((one) => (
          <label class={`field ${changes.includes(one) ? "changed-field" : ""}`} key={one}>
            <span>{text[one]}</span>
            <input name={one} value={fields[one]} autocomplete="off" onInput={(event) => setFields({ ...fields, [one]: event.currentTarget.value })} />
          </label>
        ))}
        {item.cutoff && (
          <p class="hint">
            {text.cutoff}: {item.cutoff}
          </p>
        )}
        {changes.length > 0 && (
          <>
            <label class="field">
              <span>{text.note_optional}</span>
              <input name="note" value={note} onInput={(event) => setNote(event.currentTarget.value)} />
            </label>
            <div class="buttons">
              <button type="button" onClick={() => setFields(before)}>
                {text.cancel}
              </button>
              <button type="submit" class="primary" disabled={busy}>
                {text.save}
              </button>
            </div>
          </>
        )}
        {fault && (
          <p class="fault" role="alert">
            {fault}
          </p>
        )}
        <p class="hint">{text.header_about}</p>
      </form>
      {item.corrections.length > 0 && (
        <section class="history">
          <h3>{text.corrected}</h3>
          <ol>
            {item.corrections.map((one, at) => (
              <li key={at}>
                <b>{named(text.field, one.field)}</b>: «{one.value}» <span class="hint">({text.was_read} {one.read ? `«${one.read}»` : text.read_nothing})</span>
                <p class="hint">
                  {one.author} · {moment(one.time)}
                </p>
                {one.note && <p class="note">{one.note}</p>}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
