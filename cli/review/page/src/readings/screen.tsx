import { useEffect, useState } from "preact/hooks";
import { percent } from "../base/format";
import { useKeys } from "../base/keys";
import { go, link, route } from "../base/route";
import { ApiError, post, type Query } from "../net/api";
import type { Reading } from "../net/types";
import { useListed } from "../net/window";
import { Choice } from "../parts/facets";
import { AddressField } from "../parts/search";
import { tell } from "../parts/toast";
import { VirtualList } from "../parts/virtual_list";
import { narrow } from "../parts/width";
import { words } from "../words";
import { ReadingDesk } from "./desk";
import { follow } from "./effects";

const kReadingHeight = 3.9; // rem

interface Kept {
  id: string;
  version: number;
}

export function ReadingsScreen() {
  const text = words();
  const { path, query } = route.value;
  const id = path[1] ?? null;
  const asked: Query = { q: query.get("q"), document: query.get("document"), kind: query.get("kind"), state: query.get("state") ?? "pendiente", sort: query.get("sort") ?? "weight" };
  const list = useListed<Reading>("readings", asked);
  const [mine, setMine] = useState<ReadonlyMap<string, Reading>>(new Map()); // as they are after what was told here
  const [undoable, setUndoable] = useState<Kept[]>([]);

  const shown = (item: Reading | undefined) => (item ? (mine.get(item.id) ?? item) : undefined);
  const at = id === null ? -1 : list.find((item) => item.id === id);
  const reading = shown(list.at(at));
  const show = (index: number) => {
    const item = list.at(index);
    if (item) go(link(["lecturas", item.id], query), true);
  };
  useEffect(() => {
    if (list.at(0) && at < 0 && (id !== null || !narrow())) show(0);
  }, [id, list.total, list.at(0)?.id]);
  const move = (by: number) => {
    if (list.total) show(at < 0 ? 0 : Math.min(Math.max(at + by, 0), list.total - 1));
  };
  const goNext = () => {
    for (let index = at + 1; index < (list.total ?? 0); ++index) if (shown(list.at(index))?.state === "pendiente") return show(index);
    for (let index = at - 1; index >= 0; --index) if (shown(list.at(index))?.state === "pendiente") return show(index);
  };
  const put = (one: Reading) => setMine((now) => new Map(now).set(one.id, one));

  const say = async (item: Reading, said: string) => {
    put({ ...item, state: "revisada", value: said });
    goNext();
    try {
      const answer = await post<{ job: number; reading: Reading }>(`readings/${item.id}`, { text: said, version: item.version, note: "" });
      put(answer.reading);
      setUndoable((now) => [...now, { id: item.id, version: answer.reading.version }]);
      follow(answer.job, said === item.text ? `«${said}»: ${text.read_well.toLowerCase()}` : `«${item.text}» ${text.saved_as} «${said}»`);
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      const theirs = fault.status === 409 ? fault.readings()[0] : undefined;
      put(theirs ?? item);
      show(at);
      tell(theirs ? `${text.conflict_title}: ${theirs.author ?? "?"}, «${theirs.value ?? theirs.text}»` : `${text.could_not}: ${fault.message}`);
    }
  };
  const undo = async () => {
    const last = undoable[undoable.length - 1];
    if (!last) return tell(text.nothing_to_undo);
    setUndoable(undoable.slice(0, -1));
    try {
      const answer = await post<{ job: number; reading: Reading }>(`readings/${last.id}/undo`, { version: last.version });
      put(answer.reading);
      follow(answer.job, `${text.undo}: «${answer.reading.text}»`);
      go(link(["lecturas", last.id], query), true);
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      tell(fault.status === 409 ? text.conflict_title : `${text.could_not}: ${fault.message}`);
    }
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Home: () => show(0),
    End: () => show((list.total ?? 1) - 1),
    z: () => void undo(),
    "Ctrl+z": () => void undo(),
    Escape: () => (narrow() ? go(link(["lecturas"], query)) : undefined),
  });

  return (
    <div class={`screen readings ${id !== null ? "has-detail" : ""}`}>
      <div class="list-pane">
        <div class="list-head">
          <AddressField name="q" label={text.search_readings} hidden_label focusKey="/" placeholder={`${text.search}  /`} />
        </div>
        <div class="list-sub choices">
          <Choice name="state" title={text.status} initial="pendiente" values={["pendiente", "revisada"].map((value) => ({ value, label: text.reading_state[value]! }))} />
          <Choice name="kind" title={text.kind} any={text.any} values={["cifra", "palabra"].map((value) => ({ value, label: text.reading_kind[value]! }))} />
          <Choice name="sort" title={text.sort} initial="weight" values={[{ value: "weight", label: text.sort_weight }, { value: "document", label: text.sort_document }]} />
        </div>
        <p class="list-count" aria-live="polite">
          {list.total === null ? text.loading : text.count_readings(list.total)}
        </p>
        {list.error && <p class="empty">{list.error.message}</p>}
        {list.total === 0 && <p class="empty">{text.no_readings}</p>}
        <VirtualList
          total={list.total ?? 0}
          height={kReadingHeight}
          label={text.list_of_readings}
          need={list.need}
          current={at >= 0 ? at : null}
          row={(index) => {
            const item = shown(list.at(index));
            return <ReadingRow item={item} at={item?.id === id && item !== undefined} href={item ? link(["lecturas", item.id], query) : ""} />;
          }}
        />
      </div>
      <section class="detail-pane" aria-label={text.readings}>
        <a class="back" href={link(["lecturas"], query)}>
          ← {text.readings}
        </a>
        {reading ? <ReadingDesk key={reading.id} reading={reading} say={(said) => void say(reading, said)} undo={() => void undo()} /> : <p class="empty">{list.total === 0 ? "" : text.choose_reading}</p>}
      </section>
    </div>
  );
}

function ReadingRow(props: { item: Reading | undefined; at: boolean; href: string }) {
  const { item } = props;
  const text = words();
  if (!item) return <div class="reading-row waiting" aria-hidden="true" />;
  return (
    <div class={`reading-row ${props.at ? "at" : ""} ${item.state === "revisada" ? "decided" : ""}`} data-reading={item.id}>
      <a href={props.href} aria-current={props.at ? "true" : undefined}>
        <span class="reading-top">
          <span class="reading-text">{item.text}</span>
          {item.state === "revisada" && item.value !== item.text && <span class="reading-value">→ {item.value}</span>}
          {item.state === "revisada" && <span class="pill state-aceptado">✓</span>}
          <span class="reading-sure">{percent(item.confidence)}</span>
        </span>
        <span class="reading-where">
          {item.table?.row_label ? `${item.table.row_label} · ` : ""}
          {item.document.route} · {text.page_short} {item.page}
        </span>
      </a>
    </div>
  );
}
