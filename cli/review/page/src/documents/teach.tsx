import { useMemo, useState } from "preact/hooks";
import { spoken } from "../base/format";
import { ApiError, post } from "../net/api";
import type { Meaning } from "../net/types";
import { useFetched } from "../net/window";
import { Dialog } from "../parts/dialog";
import { tell } from "../parts/toast";
import { follow } from "../readings/effects";
import { named, words } from "../words";

// A head that nothing knows is taught: what it means, and where that holds.
export function TeachDialog(props: { word: string; entity: string | null; onClose: () => void }) {
  const text = words();
  const { value } = useFetched<{ items: Meaning[] }>("meanings");
  const [word, setWord] = useState(props.word.replace(/\s+/g, " ").trim());
  const [meaning, setMeaning] = useState("");
  const [local, setLocal] = useState(false);
  const [fault, setFault] = useState("");
  const sections = useMemo(() => {
    const groups = new Map<string, Meaning[]>();
    for (const one of value?.items ?? []) groups.set(one.section, [...(groups.get(one.section) ?? []), one]);
    return [...groups.entries()];
  }, [value]);
  const save = async () => {
    try {
      const { job } = await post<{ job: number }>("taught", { word, meaning, entity: local ? props.entity : null });
      follow(job, text.taught(word));
      tell(text.taught(word));
      props.onClose();
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      setFault(thrown.message);
    }
  };
  return (
    <Dialog title={text.teach_title} onClose={props.onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label class="field">
          <span>{text.layer.heads}</span>
          <input name="word" required value={word} onInput={(event) => setWord(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>{text.teach_meaning}</span>
          <select name="meaning" required autofocus value={meaning} onChange={(event) => setMeaning(event.currentTarget.value)}>
            <option value="" />
            {sections.map(([section, items]) => (
              <optgroup key={section} label={section.split(".").map(spoken).join(" · ")}>
                {items.map((one) => (
                  <option key={one.meaning} value={one.meaning}>
                    {named(text.named, one.name)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        {props.entity && (
          <fieldset class="radios">
            <legend>{text.teach_where}</legend>
            <label>
              <input type="radio" name="where" checked={!local} onChange={() => setLocal(false)} /> {text.teach_base}
            </label>
            <label>
              <input type="radio" name="where" checked={local} onChange={() => setLocal(true)} /> {text.teach_entity} ({props.entity})
            </label>
          </fieldset>
        )}
        {fault && (
          <p class="fault" role="alert">
            {fault}
          </p>
        )}
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
