import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Cell, DocumentDetail, TableGrid } from "../net/types";
import { useFetched } from "../net/window";
import { checkedTurn } from "../readings/effects";
import { named, words } from "../words";
import { nameOf } from "./layers";
import { TeachDialog } from "./teach";

const kRows = 200; // rows of a table shown at once

interface Props {
  id: number;
  item: DocumentDetail;
  lit: string | null;
  put: (changes: Record<string, string | null>) => void;
  onCell: (cell: Cell | null) => void;
}

// A table as a grid: the cell that has the focus is shown on the page, and the one that was clicked there is shown here.
export function TableView(props: Props) {
  const text = words();
  const [row, setRow] = useState(0);
  const turn = checkedTurn.value;
  const { value: table, error } = useFetched<TableGrid>(`tables/${props.id}`, { row, rows: kRows, turn });
  const [teaching, setTeaching] = useState<string | null>(null);
  useEffect(() => {
    const wanted = Number(props.lit?.split(":")[2] ?? row);
    if (props.lit?.startsWith(`cell:${props.id}:`) && (wanted < row || wanted >= row + kRows)) setRow(Math.floor(wanted / kRows) * kRows);
  }, [props.lit]);
  if (error) return <p class="empty">{error.message}</p>;
  if (!table) return <p class="empty">{text.loading}</p>;
  return (
    <div class="table-view">
      <p class="table-nav">
        <button type="button" class="quiet" onClick={() => props.put({ tabla: null })}>
          ← {text.all_tables}
        </button>
        <span class="table-about">
          {named(text.named, table.kind)} · {table.rows} {text.rows} × {table.columns} {text.columns}
        </span>
      </p>
      <h3>{table.title || text.untitled}</h3>
      <Grid {...props} table={table} first={row} teach={setTeaching} />
      {table.rows > kRows && (
        <p class="buttons">
          <button type="button" disabled={row === 0} onClick={() => setRow(row - kRows)}>
            ‹ {text.previous}
          </button>
          <span>
            {row + 1}–{Math.min(row + kRows, table.rows)} {text.of} {table.rows}
          </span>
          <button type="button" disabled={row + kRows >= table.rows} onClick={() => setRow(row + kRows)}>
            {text.next} ›
          </button>
        </p>
      )}
      {teaching !== null && <TeachDialog word={teaching} entity={props.item.entity} onClose={() => setTeaching(null)} />}
    </div>
  );
}

function Grid(props: Props & { table: TableGrid; first: number; teach: (word: string) => void }) {
  const { table, lit } = props;
  const text = words();
  const frame = useRef<HTMLTableElement>(null);
  const rows = useMemo(() => {
    const lines = new Map<number, Cell[]>();
    for (const cell of table.cells) lines.set(cell.row, [...(lines.get(cell.row) ?? []), cell]);
    return [...lines.entries()].sort(([one], [other]) => one - other).map(([number, cells]) => ({ number, cells: cells.sort((one, other) => one.column - other.column) }));
  }, [table]);
  // «2» over «2.1» is a code as well, and stands with the others.
  const codes = useMemo(() => new Set(table.heads.filter(({ meaning }) => meaning?.endsWith(":codigo")).map(({ column }) => column)), [table]);
  const nameOfCell = (cell: Cell) => nameOf({ table: table.id, row: cell.row, column: cell.column });
  useEffect(() => {
    const cell = lit && frame.current?.querySelector(`[data-cell="${lit}"]`);
    if (cell) cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [lit, table]);
  const first = rows[0]?.cells[0];
  const tabbed = lit && table.cells.some((cell) => nameOfCell(cell) === lit) ? lit : first && nameOfCell(first);
  const onKey = (event: KeyboardEvent, cell: Cell) => {
    const by = { ArrowRight: [0, cell.column_span], ArrowLeft: [0, -1], ArrowDown: [cell.row_span, 0], ArrowUp: [-1, 0] }[event.key];
    if (!by || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    const row = cell.row + by[0]!;
    const column = cell.column + by[1]!;
    const next = table.cells.find((one) => row >= one.row && row < one.row + one.row_span && column >= one.column && column < one.column + one.column_span);
    if (next) frame.current?.querySelector<HTMLElement>(`[data-cell="${nameOfCell(next)}"]`)?.focus();
  };
  return (
    <div class="grid-frame">
      <table class="grid" role="grid" ref={frame} aria-label={table.title || text.table} aria-rowcount={table.rows} aria-colcount={table.columns}>
        {props.first === 0 && table.heads.length > 0 && <Meanings table={table} teach={props.teach} />}
        <tbody>
          {rows.map(({ number, cells }) => (
            <tr key={number} class={number < table.header_rows ? "head-row" : ""} aria-rowindex={number + 1}>
              {cells.map((cell) => {
                const name = nameOfCell(cell);
                const head = number < table.header_rows;
                const figure = !head && isFigure(cell.text) && !codes.has(cell.column);
                return (
                  <td
                    key={cell.column}
                    role={head ? "columnheader" : "gridcell"}
                    data-cell={name}
                    class={`${figure ? "figure" : ""} ${cell.text.length > 50 && cell.column_span === 1 ? "long" : ""} ${lit === name ? "lit" : ""} ${cell.records.length ? "recorded" : ""} ${cell.doubt ? "doubtful" : ""}`}
                    rowSpan={cell.row_span}
                    colSpan={cell.column_span}
                    tabIndex={tabbed === name ? 0 : -1}
                    title={cell.doubt ?? undefined}
                    onFocus={() => props.onCell(cell)}
                    onClick={(event) => event.currentTarget.focus()}
                    onKeyDown={(event) => onKey(event, cell)}
                  >
                    {cell.text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

// Whether a text is set as figures are, at the right: digits with their signs, but no code of several parts (2.1.02.05).
export function isFigure(text: string): boolean {
  const plain = text.trim();
  if (!/^[\s$%()\d.,'’−–-]*\d[\s$%()\d.,'’−–-]*$/.test(plain)) return false;
  return !/^\d+(\.\d+)+$/.test(plain) || /^\d{1,3}(\.\d{3})+$/.test(plain);
}

// "columnas:codigo" or "reservas, cuentas_por_pagar", in words.
function meanings(given: string): string {
  return given
    .split(", ")
    .map((one) => named(words().named, one.split(":").pop() ?? null))
    .join(", ");
}

// Over each column, what it was taken for; or, where nothing knows its head, how to teach it.
function Meanings(props: { table: TableGrid; teach: (word: string) => void }) {
  const text = words();
  const { table } = props;
  const heads = new Map(table.heads.map((head) => [head.column, head]));
  return (
    <thead>
      <tr class="meanings">
        {Array.from({ length: table.columns }, (_, column) => {
          const head = heads.get(column);
          if (!head?.text.trim()) return <td key={column} />;
          return (
            <td key={column}>
              {head.meaning ? (
                <span class="meaning" title={`${text.head_means}: ${head.meaning}`}>
                  {meanings(head.meaning)}
                </span>
              ) : (
                <button type="button" class="teach" title={`${text.head_unknown}: «${head.text}»`} onClick={() => props.teach(head.text)}>
                  {text.teach}
                </button>
              )}
            </td>
          );
        })}
      </tr>
    </thead>
  );
}
