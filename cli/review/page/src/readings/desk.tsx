import { useMemo, useRef, useState } from "preact/hooks";
import { number, percent } from "../base/format";
import { type Keys, useKeys } from "../base/keys";
import { link } from "../base/route";
import { clip } from "../net/api";
import type { Box, DocumentDetail, PageItem, Reading } from "../net/types";
import { useFetched } from "../net/window";
import { type Mark, PageView } from "../parts/page_view";
import { named, words } from "../words";
import { EffectsView } from "./effects_view";

// Points of the page around the reading, and the least that is shown: a letter by itself cannot be read.
const kMargin = { x: 24, y: 6 };
const kLeast = { x: 130, y: 30 };

// The part of the page that shows a reading among its neighbours.
export function partAround(box: Box, page: { width: number; height: number }): Box {
  const along = (from: number, to: number, margin: number, least: number, end: number): [number, number] => {
    const half = Math.max((to - from) / 2 + margin, least / 2);
    const middle = (from + to) / 2;
    return [Math.max(0, middle - half), Math.min(end, middle + half)];
  };
  const [x0, x1] = along(box[0], box[2], kMargin.x, kLeast.x, page.width);
  const [y0, y1] = along(box[1], box[3], kMargin.y, kLeast.y, page.height);
  return [x0, y0, x1, y1];
}

function Clip({ reading, page }: { reading: Reading; page: { width: number; height: number } }) {
  const part = partAround(reading.box, page);
  const [x0, y0, x1, y1] = part;
  return (
    <figure class="clip">
      <div class="clip-part">
        <img src={clip(reading.document.id, reading.page, part, 0, 300)} alt={`${words().page_picture}: «${reading.text}»`} />
        <svg class="page-marks" viewBox={`${x0} ${y0} ${x1 - x0} ${y1 - y0}`} preserveAspectRatio="none" aria-hidden="true">
          <rect class="mark mark-doubt" x={reading.box[0] - 1} y={reading.box[1] - 1} width={reading.box[2] - reading.box[0] + 2} height={reading.box[3] - reading.box[1] + 2} />
        </svg>
      </div>
    </figure>
  );
}

// One doubtful reading: its picture enlarged, what it may be, and a field for what it is.
export function ReadingDesk(props: { reading: Reading; say: (text: string) => void; undo: () => void }) {
  const { reading } = props;
  const text = words();
  const [typed, setTyped] = useState(reading.value ?? reading.text);
  const field = useRef<HTMLInputElement>(null);
  const choices = reading.alternatives.filter((one) => one !== reading.text).slice(0, 9);
  const keys: Keys = {
    e: () => field.current?.select(),
    b: () => props.say(reading.text),
  };
  choices.forEach((one, at) => {
    keys[String(at + 1)] = () => props.say(one);
  });
  useKeys(keys);
  const { value } = useFetched<DocumentDetail>(`documents/${reading.document.id}`);
  const document = value?.id === reading.document.id ? value : null;
  const page = document?.page_list.find((one) => one.number === reading.page);

  return (
    <div class="desk">
      <div class="desk-panel" tabIndex={0} role="region" aria-label={text.reads}>
        {page && document?.source && <Clip reading={reading} page={page} />}
        <p class="desk-read">
          <span class="hint">{text.read_as}</span> <b class="reading-text">{reading.text}</b>
          <span class="reading-sure" title={text.certainty}>
            {percent(reading.confidence)}
          </span>
        </p>
        {reading.table && (
          <p class="desk-where">
            {[reading.table.title, reading.table.row_label, reading.table.column_label].filter(Boolean).join(" · ")}
          </p>
        )}
        {reading.why && (
          <p class="desk-why">
            {text.why_doubtful}: {named(text.why, reading.why)}
          </p>
        )}
        {(reading.money !== null || reading.findings > 0) && (
          <p class="desk-why">
            {reading.money !== null && <>$ {number(reading.money)} </>}
            {reading.findings > 0 && <> · {text.rests_on(reading.findings)}</>}
          </p>
        )}
        <div class="alternatives" role="group" aria-label={text.other_readings}>
          <button type="button" class="alternative well" aria-keyshortcuts="b" onClick={() => props.say(reading.text)}>
            <b class="reading-text">{reading.text}</b> <span>{text.read_well}</span> <kbd>b</kbd>
          </button>
          {choices.map((one, at) => (
            <button type="button" key={one} class="alternative" aria-keyshortcuts={String(at + 1)} onClick={() => props.say(one)}>
              <b class="reading-text">{one}</b> <kbd>{at + 1}</kbd>
            </button>
          ))}
        </div>
        <form
          class="type-right"
          onSubmit={(event) => {
            event.preventDefault();
            if (!typed.trim()) return;
            field.current?.blur();
            props.say(typed.trim());
          }}
        >
          <label class="field">
            <span>
              {text.type_right} <kbd>e</kbd>
            </span>
            <input
              ref={field}
              name="reading"
              class="figure"
              value={typed}
              autocomplete="off"
              spellcheck={false}
              onInput={(event) => setTyped(event.currentTarget.value)}
              onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
            />
          </label>
          <button type="submit" class="primary">
            {text.save}
          </button>
        </form>
        {reading.state === "revisada" && (
          <p class="desk-done">
            ✓ {reading.author ? `${reading.author}: ` : ""}«{reading.value ?? reading.text}»
            <button type="button" class="quiet" onClick={props.undo}>
              {text.undo} <kbd>z</kbd>
            </button>
          </p>
        )}
        <EffectsView only={6} />
      </div>
      {document && page ? <ReadingPage reading={reading} document={document} page={page} /> : <p class="empty">{text.loading}</p>}
    </div>
  );
}

function ReadingPage({ reading, document, page }: { reading: Reading; document: DocumentDetail; page: PageItem }) {
  const text = words();
  const marks = useMemo<Mark[]>(() => [{ box: reading.box, kind: "doubt", title: reading.text }], [reading.id]);
  return (
    <div class="desk-picture">
      <PageView document={document.id} page={page.number} width={page.width} height={page.height} marks={marks} focus={reading.box} source={document.source} label={`${document.route}, ${text.page.toLowerCase()} ${page.number}`}>
        <a class="page-name" href={link(["documentos", document.id], { pagina: page.number, caja: reading.box.map((one) => one.toFixed(1)).join(",") })} title={text.open_document}>
          {document.file} · {text.page_short} {page.number}
        </a>
      </PageView>
    </div>
  );
}
