import { useEffect } from "preact/hooks";
import { go, link, route } from "../base/route";
import type { Query } from "../net/api";
import type { FindingFacets } from "../net/types";
import { useFetched } from "../net/window";
import { FacetBox } from "../parts/facets";
import { AddressField } from "../parts/search";
import { named, words } from "../words";
import { decidedTurn } from "./decisions";
import { countOfFilters, kAll } from "./query";

export function FindingFacetsPanel(props: { asked: Query; onClose: () => void }) {
  const text = words();
  const { sort: _, ...asked } = props.asked;
  const { value, reload } = useFetched<FindingFacets>("findings/facets", asked);
  const turn = decidedTurn.value;
  useEffect(() => {
    if (turn) reload();
  }, [turn]);
  return (
    <aside class="facets" aria-label={text.filters} tabIndex={0}>
      <div class="facets-head">
        <h2>{text.filters}</h2>
        {countOfFilters(route.value.query) > 0 && (
          <button type="button" class="quiet" onClick={() => go(link(["hallazgos"]), true)}>
            {text.clear_filters}
          </button>
        )}
        <button type="button" class="quiet facets-close" aria-label={text.close} onClick={props.onClose}>
          ✕
        </button>
      </div>
      <FacetBox name="state" title={text.facet.state} facet={value?.state} none={kAll} initial={["abierto"]} label={(one) => named(text.state, one)} />
      <FacetBox name="severity" title={text.facet.severity} facet={value?.severity} label={(one) => named(text.severity, one)} />
      <FacetBox name="rule" title={text.facet.rule} facet={value?.rule} label={(one) => named(text.rule, one)} />
      <FacetBox name="entity" title={text.facet.entity} facet={value?.entity} />
      <FacetBox name="vigencia" title={text.facet.vigencia} facet={value?.vigencia} />
      <FacetBox name="document" title={text.facet.document} facet={value?.document} />
      <fieldset class="facet">
        <legend>{text.amount}</legend>
        <div class="pair">
          <AddressField name="min" label={text.amount_from} type="number" />
          <AddressField name="max" label={text.amount_to} type="number" />
        </div>
      </fieldset>
    </aside>
  );
}
