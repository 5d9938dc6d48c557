import { useEffect, useRef, useState } from "preact/hooks";
import { useKeys } from "../base/keys";
import { changed, go, link, route } from "../base/route";

const kPause = 200; // ms without a key before it is looked up

// A field whose text stands in the address under `name`.
export function AddressField(props: { name: string; label: string; type?: string; hidden_label?: boolean; focusKey?: string; keep_path?: boolean; placeholder?: string }) {
  const given = route.value.query.get(props.name) ?? "";
  const [text, setText] = useState(given);
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef(0);
  useEffect(() => {
    if (document.activeElement !== field.current) setText(given);
  }, [given]);
  const put = (value: string) => {
    const { path, query } = route.value;
    go(link(props.keep_path ? path : path.slice(0, 1), changed(query, { [props.name]: value })), true);
  };
  useKeys(props.focusKey ? { [props.focusKey]: () => field.current?.select() } : {});
  return (
    <label class={`field ${props.hidden_label ? "field-bare" : ""}`}>
      <span class={props.hidden_label ? "unseen" : ""}>{props.label}</span>
      <input
        ref={field}
        name={props.name}
        type={props.type ?? "search"}
        placeholder={props.placeholder ?? (props.hidden_label ? props.label : "")}
        value={text}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          const value = event.currentTarget.value;
          setText(value);
          clearTimeout(timer.current);
          timer.current = window.setTimeout(() => put(value), kPause);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape" || event.key === "Enter") {
            clearTimeout(timer.current);
            put(event.currentTarget.value);
            event.currentTarget.blur();
          }
        }}
      />
    </label>
  );
}
