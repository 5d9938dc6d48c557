import { useState } from "preact/hooks";
import { percent, vigencia } from "../base/format";
import { useKeys } from "../base/keys";
import { go, link, route } from "../base/route";
import type { Query } from "../net/api";
import type { DocumentItem, FigureOptions } from "../net/types";
import { useFetched, useListed } from "../net/window";
import { Choice } from "../parts/facets";
import { AddressField } from "../parts/search";
import { VirtualList } from "../parts/virtual_list";
import { named, words } from "../words";

const kDocumentHeight = 3.9; // rem

export function DocumentList() {
  const text = words();
  const { query } = route.value;
  const asked: Query = { q: query.get("q"), entity: query.get("entity"), vigencia: query.get("vigencia"), state: query.get("state"), sort: query.get("sort") ?? "route" };
  const list = useListed<DocumentItem>("documents", asked);
  const options = useFetched<FigureOptions>("figures/options").value;
  const [at, setAt] = useState(-1);
  const move = (by: number) => setAt(Math.min(Math.max(at + by, 0), (list.total ?? 1) - 1));
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Home: () => setAt(0),
    End: () => setAt((list.total ?? 1) - 1),
    Enter: () => {
      const item = list.at(at);
      if (item) go(link(["documentos", item.id]));
    },
  });
  const sorts = { route: text.sort_route, findings: text.sort_findings };
  return (
    <div class="screen documents-list">
      <div class="list-pane whole">
        <div class="list-head">
          <AddressField name="q" label={text.search_documents} hidden_label focusKey="/" placeholder={`${text.search}  /`} />
          <Choice name="entity" title={text.entity} any={text.any} values={options?.entities ?? []} />
          <Choice name="vigencia" title={text.vigencia} any={text.any} values={(options?.vigencias ?? []).map((one) => ({ value: String(one), label: String(one) }))} />
          <Choice name="state" title={text.status} any={text.any} values={Object.entries(text.doc_state).map(([value, label]) => ({ value, label }))} />
          <Choice name="sort" title={text.sort} initial="route" values={Object.entries(sorts).map(([value, label]) => ({ value, label }))} />
        </div>
        <p class="list-count" aria-live="polite">
          {list.total === null ? text.loading : text.count_documents(list.total)}
        </p>
        {list.error && <p class="empty">{list.error.message}</p>}
        {list.total === 0 && <p class="empty">{text.nothing}</p>}
        <VirtualList total={list.total ?? 0} height={kDocumentHeight} label={text.list_of_documents} need={list.need} current={at >= 0 ? at : null} head={<Heads />} row={(index) => <DocumentRow item={list.at(index)} at={index === at} />} />
      </div>
    </div>
  );
}

function Heads() {
  const text = words();
  return (
    <div class="document-heads">
      <span>{text.document}</span>
      <span>{text.entity}</span>
      <span>{text.vigencia}</span>
      <span>{text.status}</span>
      <span class="figure">{text.findings}</span>
      <span class="figure">{text.readings}</span>
      <span class="figure">{text.certainty}</span>
    </div>
  );
}

function DocumentRow({ item, at }: { item: DocumentItem | undefined; at: boolean }) {
  const text = words();
  if (!item) return <div class="document-row waiting" aria-hidden="true" />;
  return (
    <div class={`document-row ${at ? "at" : ""}`} data-document={item.id}>
      <a href={link(["documentos", item.id])} aria-current={at ? "true" : undefined}>
        <span class="document-main">
          <span class="document-title">{item.title ?? text.untitled}</span>
          <span class="document-route">
            {item.route} · {text.count_pages(item.pages)}
          </span>
        </span>
        <span class="document-entity">
          <span>{item.entity}</span>
          <span class="document-route">{item.dependency}</span>
        </span>
        <span class="document-year">{vigencia(item.vigencia)}</span>
        <span class={`pill doc-${item.state}`}>{named(text.doc_state, item.state)}</span>
        <span class="document-count" title={text.open_findings}>
          {item.findings > 0 && <span class="count-red">{item.findings}</span>}
          <span class="unseen">{text.open_findings}</span>
        </span>
        <span class="document-count" title={text.pending_readings}>
          {item.readings > 0 && <span class="count-doubt">{item.readings}</span>}
          <span class="unseen">{text.pending_readings}</span>
        </span>
        <span class="document-sure" title={text.certainty}>
          <span class="unseen">{text.certainty}</span> {percent(item.confidence)}
        </span>
      </a>
    </div>
  );
}
