import { useEffect, useMemo, useState } from "preact/hooks";
import { vigencia } from "../base/format";
import { type Keys, useKeys } from "../base/keys";
import { changed, go, link, route } from "../base/route";
import { picture } from "../net/api";
import type { Box, Cell, DocumentDetail, Layers } from "../net/types";
import { useFetched } from "../net/window";
import { PageView } from "../parts/page_view";
import { checkedTurn } from "../readings/effects";
import { named, words } from "../words";
import { kLayers, type Layer, marksOf, nameOf, placeOf } from "./layers";
import { DocumentPanel } from "./panel";

const kFirstLayers = "findings";

export function DocumentScreen({ id }: { id: number }) {
  const text = words();
  const { query } = route.value;
  const { value: item, error, reload } = useFetched<DocumentDetail>(`documents/${id}`);
  const turn = checkedTurn.value;
  useEffect(() => {
    if (turn) reload();
  }, [turn]);
  const number = Math.max(1, Number(query.get("pagina") ?? 1));
  const layers = useFetched<Layers>(item ? `documents/${id}/pages/${number}/layers` : null, { turn });
  const on = useMemo(() => new Set((query.get("capas") ?? kFirstLayers).split(",") as Layer[]), [query.get("capas")]);
  const open = query.get("tabla") ? Number(query.get("tabla")) : null;
  const [lit, setLit] = useState<string | null>(null); // the cell that is pointed at, by the name of its mark
  const [focus, setFocus] = useState<{ box: Box | null; turn: number }>({ box: null, turn: 0 });
  const sought = useMemo(() => boxOf(query.get("caja")), [query.get("caja")]);

  const put = (changes: Record<string, string | null>, quiet = true) => go(link(["documentos", id], changed(route.value.query, changes)), quiet);
  const toPage = (to: number) => {
    if (item && to >= 1 && to <= item.pages) {
      setFocus({ box: null, turn: 0 });
      put({ pagina: String(to), caja: null });
    }
  };
  const toggle = (layer: Layer) => {
    const next = kLayers.filter((one) => on.has(one) !== (one === layer));
    put({ capas: next.length ? next.join(",") : "-" });
  };
  const keys: Keys = {
    ArrowRight: () => toPage(number + 1),
    ArrowLeft: () => toPage(number - 1),
    j: () => toPage(number + 1),
    k: () => toPage(number - 1),
    Home: () => toPage(1),
    End: () => toPage(item?.pages ?? 1),
    Escape: () => (open ? put({ tabla: null }) : go(link(["documentos"]))),
  };
  kLayers.forEach((layer, at) => {
    keys[String(at + 1)] = () => toggle(layer);
  });
  useKeys(keys);

  const marks = useMemo(() => (layers.value ? marksOf(layers.value, on, open, lit, sought) : []), [layers.value, on, open, lit, sought]);
  if (error) return <p class="empty">{error.message}</p>;
  if (!item) return <p class="empty">{text.loading}</p>;
  const page = item.page_list.find((one) => one.number === number);
  const onMark = (name: string | number) => {
    const place = placeOf(String(name));
    if (!place) return;
    if ("finding" in place) go(link(["hallazgos", place.finding]));
    else {
      put({ tabla: String(place.table), panel: "tablas" });
      if ("row" in place) setLit(String(name));
    }
  };
  const onCell = (cell: Cell | null) => {
    setLit(cell && open ? nameOf({ table: open, row: cell.row, column: cell.column }) : null);
    if (!cell) return;
    if (cell.page !== number) put({ pagina: String(cell.page), caja: null });
    setFocus((now) => ({ box: cell.box, turn: now.turn + 1 }));
  };
  return (
    <div class="screen document">
      <header class="document-head">
        <a class="back shown" href={link(["documentos"])}>
          ← {text.documents}
        </a>
        <h2>{item.title ?? text.untitled}</h2>
        <p>
          <span class={`pill doc-${item.state}`}>{named(text.doc_state, item.state)}</span> {[item.route, item.entity, vigencia(item.vigencia)].filter(Boolean).join(" · ")}
        </p>
      </header>
      <Thumbnails item={item} number={number} toPage={toPage} />
      <div class="document-page">
        <LayerSwitches on={on} toggle={toggle} />
        {page ? (
          <PageView document={id} page={number} width={page.width} height={page.height} marks={marks} focus={focus.box ?? sought} focusTurn={focus.turn} source={item.source} label={`${item.route}, ${text.page.toLowerCase()} ${number}`} onMark={onMark}>
            <span class="page-steps">
              <button type="button" onClick={() => toPage(number - 1)} disabled={number <= 1} aria-label={text.previous}>
                ‹
              </button>
              <span>
                {number}/{item.pages}
              </span>
              <button type="button" onClick={() => toPage(number + 1)} disabled={number >= item.pages} aria-label={text.next}>
                ›
              </button>
            </span>
          </PageView>
        ) : (
          <p class="empty">{item.error ?? text.picture_failed}</p>
        )}
      </div>
      <DocumentPanel item={item} page={number} open={open} lit={lit} put={put} onCell={onCell} reload={reload} onPlace={(to, box) => {
        put({ pagina: String(to), caja: box.map((one) => one.toFixed(1)).join(",") });
        setFocus((now) => ({ box, turn: now.turn + 1 }));
      }} />
    </div>
  );
}

function boxOf(text: string | null): Box | null {
  const numbers = (text ?? "").split(",").map(Number);
  return numbers.length === 4 && numbers.every(Number.isFinite) ? (numbers as Box) : null;
}

function LayerSwitches(props: { on: ReadonlySet<Layer>; toggle: (layer: Layer) => void }) {
  const text = words();
  return (
    <div class="layers" role="group" aria-label={text.layers}>
      {kLayers.map((layer, at) => (
        <button type="button" key={layer} class={`layer layer-${layer}`} aria-pressed={props.on.has(layer)} aria-keyshortcuts={String(at + 1)} onClick={() => props.toggle(layer)}>
          <span class="swatch" aria-hidden="true" />
          {text.layer[layer]}
        </button>
      ))}
    </div>
  );
}

function Thumbnails(props: { item: DocumentDetail; number: number; toPage: (to: number) => void }) {
  const text = words();
  const { item, number } = props;
  useEffect(() => {
    document.querySelector(".thumbnails [aria-current=page]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [number]);
  return (
    <nav class="thumbnails" aria-label={text.pages}>
      <ul>
        {item.page_list.map((page) => (
          <li key={page.number}>
            <button type="button" aria-current={page.number === number ? "page" : undefined} onClick={() => props.toPage(page.number)} aria-label={`${text.page} ${page.number}`}>
              {item.source && <img loading="lazy" decoding="async" src={picture(item.id, page.number, 24)} alt="" width={84} height={Math.round((84 * page.height) / Math.max(page.width, 1))} />}
              <span class="thumbnail-name">
                {page.number}
                {page.origin !== "texto" && <i title={named(text.origin, page.origin)}>{page.origin === "vacia" ? "∅" : "◐"}</i>}
                {page.findings > 0 && <b class="count-red">{page.findings}</b>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
