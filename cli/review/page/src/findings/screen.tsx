import { useEffect, useState } from "preact/hooks";
import { type Keys, useKeys } from "../base/keys";
import { go, link, route } from "../base/route";
import { get } from "../net/api";
import { others } from "../net/session";
import type { FindingItem, FindingState } from "../net/types";
import { useListed } from "../net/window";
import { AddressField } from "../parts/search";
import { Choice } from "../parts/facets";
import { VirtualList } from "../parts/virtual_list";
import { narrow } from "../parts/width";
import { words } from "../words";
import { ActionBar, type Asked, DecisionDialog } from "./actions";
import { ConflictDialog } from "./conflict";
import { current, decide, isPending, undo } from "./decisions";
import { FindingDetail, shown } from "./detail";
import { FindingFacetsPanel } from "./facets_panel";
import { countOfFilters, sorted } from "./query";
import { FindingRow, kRowHeight } from "./row";

type Selected = Map<number, { id: number; version: number; state?: FindingState }>;

export function FindingsScreen() {
  const text = words();
  const { path, query } = route.value;
  const id = path[1] ? Number(path[1]) : null;
  const asked = sorted(query);
  const list = useListed<FindingItem>("findings", asked);
  const [selected, setSelected] = useState<Selected>(new Map());
  const [anchor, setAnchor] = useState<number | null>(null);
  const [asking, setAsking] = useState<Asked | null>(null);
  const [facets, setFacets] = useState(() => window.innerWidth >= 1400);
  const [seenOthers, setSeenOthers] = useState(others.value);

  const filterKey = JSON.stringify(asked);
  useEffect(() => setSelected(new Map()), [filterKey]);
  const at = id === null ? -1 : list.find((item) => item.id === id);
  const show = (index: number) => {
    const item = list.at(index);
    if (item) go(link(["hallazgos", item.id], query), true);
  };
  useEffect(() => {
    if (id === null && !narrow() && list.at(0)) show(0);
  }, [id, list.total, list.at(0)?.id]);

  const move = (by: number) => {
    if (list.total) show(at < 0 ? 0 : Math.min(Math.max(at + by, 0), list.total - 1));
  };
  // The next that is still open, after this one or else before it.
  const goNext = (skip: Set<number>) => {
    const open = (index: number) => {
      const item = list.at(index);
      return item !== undefined && !skip.has(item.id) && current(item).state === "abierto";
    };
    const total = list.total ?? 0;
    for (let index = at + 1; index < total; ++index) if (open(index)) return show(index);
    for (let index = at - 1; index >= 0; --index) if (open(index)) return show(index);
  };
  const targets = (): { id: number; version: number; state?: FindingState }[] => {
    if (selected.size) return [...selected.values()];
    const item = at >= 0 ? list.at(at) : shown.value?.id === id ? shown.value : null;
    return item ? [current(item)] : [];
  };
  const act = (state: FindingState | null, value: string | null, note: string) => {
    const these = targets();
    if (these.length === 0) return;
    decide(these, state, value, note);
    setSelected(new Map());
    if (state !== null && state !== "abierto") goNext(new Set(these.map((one) => one.id)));
  };
  const ask = (state: FindingState | null) => {
    if (targets().length) setAsking({ state, count: targets().length, item: selected.size === 0 ? (list.at(at) ?? shown.value) : null });
  };
  const select = (index: number, on: boolean, range: boolean) => {
    const next = new Map(selected);
    const from = range && anchor !== null ? Math.min(anchor, index) : index;
    const to = range && anchor !== null ? Math.max(anchor, index) : index;
    for (let one = from; one <= to; ++one) {
      const item = list.at(one);
      if (item && on) next.set(item.id, { id: item.id, version: item.version, state: item.state });
      else if (item) next.delete(item.id);
    }
    setSelected(next);
    setAnchor(index);
  };
  const selectAll = async () => {
    const { items } = await get<{ items: [number, number][] }>("findings/ids", asked);
    setSelected(new Map(items.map(([one, version]) => [one, { id: one, version }])));
  };
  const keys: Keys = {
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Home: () => show(0),
    End: () => show((list.total ?? 1) - 1),
    a: () => act("aceptado", null, ""),
    d: () => act("descartado", null, ""),
    r: () => act("abierto", null, ""),
    c: () => ask("corregido"),
    n: () => ask(null),
    "Shift+A": () => ask("aceptado"),
    "Shift+D": () => ask("descartado"),
    z: undo,
    "Ctrl+z": undo,
    f: () => setFacets(!facets),
    x: () => {
      if (at < 0) return;
      select(at, !selected.has(list.at(at)!.id), false);
      move(1);
    },
    "Shift+J": () => {
      if (at >= 0) select(at, true, false);
      move(1);
    },
    "Shift+K": () => {
      if (at >= 0) select(at, true, false);
      move(-1);
    },
    "*": () => void selectAll(),
    Escape: () => (selected.size ? setSelected(new Map()) : narrow() ? go(link(["hallazgos"], query)) : undefined),
  };
  useKeys(keys);

  const many = countOfFilters(query);
  const actions = <ActionBar act={act} ask={ask} count={selected.size} />;
  return (
    <div class={`screen findings ${facets ? "with-facets" : ""} ${id !== null ? "has-detail" : ""}`}>
      {facets && <FindingFacetsPanel asked={asked} onClose={() => setFacets(false)} />}
      <div class="list-pane">
        <div class="list-head">
          <AddressField name="q" label={text.search_findings} hidden_label focusKey="/" placeholder={`${text.search}  /`} />
          <button type="button" class={many ? "on" : ""} aria-expanded={facets} onClick={() => setFacets(!facets)}>
            {text.filters}
            {many ? ` (${many})` : ""}
          </button>
        </div>
        <div class="list-sub">
          <span aria-live="polite">{list.total === null ? text.loading : text.count_findings(list.total)}</span>
          <Choice name="sort" title={text.sort} initial="amount" values={["amount", "severity", "document", "id", "decided"].map((value) => ({ value, label: (text as unknown as Record<string, string>)[`sort_${value}`]! }))} />
        </div>
        {others.value > seenOthers && (
          <p class="changed">
            {text.others_changed}
            <button
              type="button"
              onClick={() => {
                setSeenOthers(others.value);
                list.reload();
              }}
            >
              {text.refresh}
            </button>
          </p>
        )}
        {list.error && <p class="empty">{list.error.message}</p>}
        {list.total === 0 && <p class="empty">{text.nothing}</p>}
        <VirtualList
          total={list.total ?? 0}
          height={kRowHeight}
          label={text.list_of_findings}
          need={list.need}
          current={at >= 0 ? at : null}
          row={(index) => {
            const item = list.at(index);
            const now = item && current(item);
            return (
              <FindingRow
                item={now}
                at={item !== undefined && item.id === id}
                href={item ? link(["hallazgos", item.id], query) : ""}
                selected={item !== undefined && selected.has(item.id)}
                pending={item !== undefined && isPending(item.id)}
                onSelect={(on, range) => select(index, on, range)}
              />
            );
          }}
        />
        {selected.size > 0 && (
          <div class="many" role="region" aria-label={text.selected(selected.size)}>
            <p>
              <strong>{text.selected(selected.size)}</strong>
              <button type="button" class="quiet" onClick={() => void selectAll()}>
                {text.select_all}
              </button>
              <button type="button" class="quiet" onClick={() => setSelected(new Map())}>
                {text.select_none}
              </button>
            </p>
            {actions}
          </div>
        )}
      </div>
      <section class="detail-pane" aria-label={text.finding}>
        <a class="back" href={link(["hallazgos"], query)}>
          ← {text.findings}
        </a>
        {id === null ? <p class="empty">{list.total === 0 ? "" : text.choose_finding}</p> : <FindingDetail id={id} actions={selected.size ? null : actions} />}
      </section>
      {asking && (
        <DecisionDialog
          asked={asking}
          onClose={() => setAsking(null)}
          onDone={(value, note) => {
            setAsking(null);
            act(asking.state, value, note);
          }}
        />
      )}
      <ConflictDialog />
    </div>
  );
}
