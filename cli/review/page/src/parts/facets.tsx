import { changed, go, link, route } from "../base/route";
import type { Facet } from "../net/types";
import { words } from "../words";

// One facet: its values with how many there are of each; any number of them chosen. What is chosen stands in the address.
export function FacetBox(props: { name: string; title: string; facet: Facet | undefined; label?: (value: string, given: string) => string; none?: string; initial?: string[] }) {
  const { path, query } = route.value;
  const given = query.getAll(props.name).filter((one) => one !== props.none);
  const chosen = query.has(props.name) ? given : (props.initial ?? []);
  const items = props.facet?.items ?? [];
  const gone = chosen.filter((value) => !items.some((item) => item.value === value)).map((value) => ({ value, label: value, count: 0 }));
  const toggle = (value: string, on: boolean) => {
    const next = on ? [...chosen, value] : chosen.filter((one) => one !== value);
    go(link(path.slice(0, 1), changed(query, { [props.name]: next.length === 0 && props.none ? [props.none] : next })), true);
  };
  if (props.facet && items.length + gone.length === 0) return null;
  return (
    <fieldset class="facet" data-facet={props.name}>
      <legend>{props.title}</legend>
      <div class="facet-values">
        {[...gone, ...items].map((item) => {
          const on = chosen.includes(item.value);
          const said = props.label ? props.label(item.value, item.label) : item.label;
          return (
            <label key={item.value} class={on ? "on" : ""} title={said}>
              <input type="checkbox" checked={on} onChange={(event) => toggle(item.value, event.currentTarget.checked)} />
              <span class="facet-label">{said}</span>
              <span class="facet-count">{item.count.toLocaleString("es-CO")}</span>
            </label>
          );
        })}
      </div>
      {props.facet?.more && <p class="hint">{words().more_values}</p>}
    </fieldset>
  );
}

// A choice of one value, kept in the address; empty is any.
export function Choice(props: { name: string; title: string; values: { value: string; label: string }[]; any?: string; initial?: string }) {
  const { path, query } = route.value;
  const chosen = query.get(props.name) ?? props.initial ?? "";
  return (
    <label class="choice">
      <span>{props.title}</span>
      <select
        name={props.name}
        value={chosen}
        onChange={(event) => go(link(path, changed(query, { [props.name]: event.currentTarget.value === props.initial ? null : event.currentTarget.value || null })), true)}
      >
        {props.any !== undefined && <option value="">{props.any}</option>}
        {props.values.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  );
}
