import type { ComponentChildren } from "preact";
import { percent, spoken } from "../base/format";
import { link, route } from "../base/route";
import type { Box, Cell, DocumentDetail } from "../net/types";
import { named, words } from "../words";
import { EffectsView } from "../readings/effects_view";
import { HeaderFields } from "./fields";
import { TableView } from "./table_view";

interface Props {
  item: DocumentDetail;
  page: number;
  open: number | null;
  lit: string | null;
  put: (changes: Record<string, string | null>) => void;
  onCell: (cell: Cell | null) => void;
  onPlace: (page: number, box: Box) => void;
  reload: () => void;
}

const kPanels = ["ficha", "tablas", "fuera"] as const;

export function DocumentPanel(props: Props) {
  const text = words();
  const { item, put } = props;
  const asked = route.value.query.get("panel");
  const panel = kPanels.find((one) => one === asked) ?? (props.open ? "tablas" : "ficha");
  const titles = { ficha: text.sheet, tablas: `${text.tables} (${item.tables.length})`, fuera: `${text.outside} (${item.outside.length})` };
  return (
    <aside class="document-panel" aria-label={titles[panel]}>
      <div class="tabs" role="tablist" aria-label={text.documents}>
        {kPanels.map((one) => (
          <button
            type="button"
            key={one}
            id={`tab-${one}`}
            role="tab"
            aria-selected={panel === one}
            aria-controls="panel"
            tabIndex={panel === one ? 0 : -1}
            onClick={() => put({ panel: one })}
            onKeyDown={(event) => {
              const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
              if (!by) return;
              event.preventDefault();
              const next = kPanels[(kPanels.indexOf(one) + by + kPanels.length) % kPanels.length]!;
              put({ panel: next });
              document.getElementById(`tab-${next}`)?.focus();
            }}
          >
            {titles[one]}
          </button>
        ))}
      </div>
      <div class="panel-body" id="panel" role="tabpanel" aria-labelledby={`tab-${panel}`} tabIndex={0}>
        {panel === "ficha" && <Sheet {...props} />}
        {panel === "tablas" && (props.open ? <TableView key={props.open} {...props} id={props.open} /> : <TableList {...props} />)}
        {panel === "fuera" && <Outside {...props} />}
        <EffectsView only={3} />
      </div>
    </aside>
  );
}

function Sheet({ item, reload }: Props) {
  const text = words();
  return (
    <>
      {item.twin_of !== null && (
        <p class="told">
          <a href={link(["documentos", item.twin_of])}>{text.twin}</a>
        </p>
      )}
      {item.replaced_by !== null && (
        <p class="told">
          <a href={link(["documentos", item.replaced_by])}>{text.replaced}</a>
        </p>
      )}
      <p class="sheet-counts">
        {item.findings > 0 && <a href={link(["hallazgos"], { document: item.id })}>{`${text.open_findings}: ${item.findings}`}</a>}
        {item.readings > 0 && <a href={link(["lecturas"], { document: item.id })}>{`${text.pending_readings}: ${item.readings}`}</a>}
        {item.confidence !== null && <span>{`${text.certainty}: ${percent(item.confidence)}`}</span>}
      </p>
      <HeaderFields key={`${item.id}/${item.version}`} item={item} reload={reload} />
      <Listed title={text.errors} rows={item.errors.map((one) => <>{one.page !== null ? `${text.page_short} ${one.page}: ` : ""}{one.message}</>)} />
      <Listed title={text.attachments} rows={item.attachments.map((one) => <>{one}</>)} />
      <Listed title={text.untested} rows={item.untested.map((one) => <><b>{named(text.rule, one.rule)}</b>: {one.reason}{one.count > 1 ? ` (${one.count})` : ""}</>)} />
    </>
  );
}

function Listed(props: { title: string; rows: ComponentChildren[] }) {
  if (props.rows.length === 0) return null;
  return (
    <section class="listed">
      <h3>{props.title}</h3>
      <ul>
        {props.rows.map((row, at) => (
          <li key={at}>{row}</li>
        ))}
      </ul>
    </section>
  );
}

function TableList({ item, put }: Props) {
  const text = words();
  if (item.tables.length === 0) return <p class="empty">{text.no_tables}</p>;
  return (
    <ul class="table-list">
      {item.tables.map((table) => (
        <li key={table.id}>
          <button type="button" data-table={table.id} onClick={() => put({ tabla: String(table.id), pagina: String(table.first_page), panel: "tablas", caja: null })}>
            <span class="table-title">{table.title || text.untitled}</span>
            <span class="table-about">
              {named(text.named, table.kind)} · {text.page_short} {table.first_page === table.last_page ? table.first_page : `${table.first_page}–${table.last_page}`} · {table.rows} × {table.columns} · {spoken(table.method)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Outside({ item, onPlace }: Props) {
  const text = words();
  if (item.outside.length === 0) return <p class="empty">{text.outside_none}</p>;
  return (
    <>
      <p class="hint">{text.outside_about}</p>
      <ul class="outside-list">
        {item.outside.map((one, at) => (
          <li key={at}>
            <button type="button" onClick={() => onPlace(one.page, one.box)}>
              <span class="figure">{one.text}</span>
              <span class="table-about">
                {text.page_short} {one.page}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
