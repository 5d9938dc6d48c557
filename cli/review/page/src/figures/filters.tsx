import type { ComponentChildren } from "preact";
import { changed, go, link, route } from "../base/route";
import type { FigureOptions } from "../net/types";
import { Choice } from "../parts/facets";
import { AddressField } from "../parts/search";
import { words } from "../words";

export function FigureFilters(props: { options: FigureOptions; children?: ComponentChildren; views?: boolean }) {
  const text = words();
  const { path, query } = route.value;
  const plots = query.get("vista") === "graficas";
  return (
    <div class="figure-filters">
      <AddressField name="q" label={text.search} hidden_label focusKey="/" placeholder={`${text.search}  /`} keep_path />
      <Choice name="entity" title={text.entity} any={text.any} values={props.options.entities} />
      <Choice name="vigencia" title={text.vigencia} any={text.any} values={props.options.vigencias.map((one) => ({ value: String(one), label: String(one) }))} />
      {props.children}
      {props.views && (
        <div class="views" role="group">
          <button type="button" aria-pressed={!plots} onClick={() => go(link(path, changed(query, { vista: null })), true)}>
            {text.as_table}
          </button>
          <button type="button" aria-pressed={plots} onClick={() => go(link(path, changed(query, { vista: "graficas" })), true)}>
            {text.as_plots}
          </button>
        </div>
      )}
    </div>
  );
}
