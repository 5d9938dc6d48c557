import { changed, go, link, route } from "../base/route";
import type { Commitment, Commitments, FigureOptions } from "../net/types";
import { useListed } from "../net/window";
import { Choice } from "../parts/facets";
import { AddressField } from "../parts/search";
import { VirtualList } from "../parts/virtual_list";
import { words } from "../words";
import { FigureFilters } from "./filters";
import { toPage } from "./series";

const kRow = 4; // rem
const kWide = 62; // rem
const kOwners = 12;
const kUnits = 300; // commitments that are drawn each as a mark of its own; more are drawn as bars

export function CommitmentFigures({ options }: { options: FigureOptions }) {
  const text = words();
  const { query } = route.value;
  const list = useListed<Commitment>("figures/commitments", {
    responsible: query.get("responsible"),
    from: query.get("from"),
    to: query.get("to"),
    status: query.get("status"),
    entity: query.get("entity"),
    vigencia: query.get("vigencia"),
    q: query.get("q"),
    sort: query.get("sort") ?? "due",
  });
  const beside = list.extra as Commitments | null;
  return (
    <>
      <FigureFilters options={options}>
        <Choice name="responsible" title={text.responsible} any={text.any} values={options.responsibles} />
        <AddressField name="from" label={text.from} type="date" keep_path />
        <AddressField name="to" label={text.to} type="date" keep_path />
        <Choice name="sort" title={text.sort} initial="due" values={[{ value: "due", label: text.sort_due }, { value: "responsible", label: text.sort_responsible }]} />
      </FigureFilters>
      <p class="list-count" aria-live="polite">
        {list.total === null ? text.loading : text.count_commitments(list.total)}
      </p>
      {list.error && <p class="empty">{list.error.message}</p>}
      {list.total === 0 && <p class="empty">{text.nothing}</p>}
      <div class="commitments">
        {beside && (
          <div class="commitment-plots">
            <Months months={beside.by_month} items={list.total !== null && list.total <= kUnits ? list.held() : []} />
            <Owners owners={beside.by_responsible} />
          </div>
        )}
        <VirtualList
          total={list.total ?? 0}
          height={kRow}
          label={text.commitments}
          need={list.need}
          current={null}
          width={kWide}
          head={
            <div class="commitment-row commitment-head">
              <span>{text.due}</span>
              <span>{text.commitment}</span>
              <span>{text.responsible}</span>
              <span>{text.goal}</span>
              <span>{text.progress}</span>
              <span>{text.status}</span>
            </div>
          }
          row={(index) => <CommitmentRow item={list.at(index)} />}
        />
      </div>
    </>
  );
}

function CommitmentRow({ item }: { item: Commitment | undefined }) {
  const text = words();
  if (!item) return <div class="commitment-row waiting" aria-hidden="true" />;
  return (
    <div class="commitment-row" data-commitment={item.record}>
      <span class="figure-left">{item.due?.[1] ?? item.due_text ?? <i class="hint">{text.no_date}</i>}</span>
      <a href={toPage({ document: item.document.id, page: item.page, box: item.box })} title={text.go_to_page(item.document.route, item.page)}>
        {[item.number, item.text].filter(Boolean).join(". ") || text.commitment}
      </a>
      <span class="clamp">{item.responsible ?? <i class="hint">{text.no_responsible}</i>}</span>
      <span class="clamp">{item.goal}</span>
      <span class="progress-cell">
        {item.progress_percent !== null && <meter min={0} max={100} value={item.progress_percent} aria-label={text.progress} />}
        {item.progress_percent !== null ? `${item.progress_percent.toLocaleString("es-CO")} %` : (item.progress ?? "")}
      </span>
      <span class="clamp">{item.status}</span>
    </div>
  );
}

const kPlot = { height: 120, foot: 18, column: 26 };

// Commitments by the month in which they fall due. Each is a square that leads to its page; where there are too many for
// that, each month is a bar that leads to its commitments.
function Months(props: { months: { month: string; count: number }[]; items: Commitment[] }) {
  const text = words();
  const { path, query } = route.value;
  const { months } = props;
  if (months.length === 0) return null;
  const most = Math.max(...months.map((one) => one.count));
  const { height, foot, column } = kPlot;
  const unit = Math.min((height - foot) / most, 14);
  const ofMonth = (month: string) => props.items.filter((item) => item.due?.[1]?.startsWith(month));
  return (
    <figure class="months">
      <figcaption>{text.by_month}</figcaption>
      <div class="months-frame" tabIndex={0} role="region" aria-label={text.by_month}>
        <svg viewBox={`0 0 ${months.length * column} ${height}`} width={months.length * column} height={height} role="group" aria-label={text.by_month}>
          {months.map((one, at) => {
            const each = ofMonth(one.month);
            const x = at * column + 3;
            const base = height - foot;
            return (
              <g key={one.month}>
                {each.length === one.count ? (
                  each.map((item, number) => (
                    <a key={item.record} href={toPage({ document: item.document.id, page: item.page, box: item.box })} aria-label={`${item.due?.[1]}: ${item.text ?? ""}`}>
                      <rect class="bar" x={x} y={base - unit * (number + 1)} width={column - 6} height={Math.max(unit - 1, 1)}>
                        <title>{`${item.due?.[1]}: ${item.text ?? ""}`}</title>
                      </rect>
                    </a>
                  ))
                ) : (
                  <a href={link(path, changed(query, { from: `${one.month}-01`, to: `${one.month}-31` }))} aria-label={`${one.month}: ${text.count_commitments(one.count)}`}>
                    <rect class="bar" x={x} y={base - unit * one.count} width={column - 6} height={unit * one.count}>
                      <title>{`${one.month}: ${one.count}`}</title>
                    </rect>
                  </a>
                )}
                {(at === 0 || one.month.slice(0, 4) !== months[at - 1]!.month.slice(0, 4)) && (
                  <text class="month-year" x={x} y={height - 4}>
                    {one.month.slice(0, 4)}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      </div>
    </figure>
  );
}

function Owners(props: { owners: { value: string; label: string; count: number }[] }) {
  const text = words();
  const { path, query } = route.value;
  const shown = props.owners.slice(0, kOwners);
  if (shown.length === 0) return null;
  const most = Math.max(...shown.map((one) => one.count));
  return (
    <figure class="owners">
      <figcaption>{text.by_responsible}</figcaption>
      <ul>
        {shown.map((one) => (
          <li key={one.value}>
            <button type="button" title={one.label} aria-pressed={query.get("responsible") === one.value} onClick={() => go(link(path, changed(query, { responsible: query.get("responsible") === one.value ? null : one.value })), true)}>
              <span class="owner-name">{one.label || text.no_responsible}</span>
              <span class="owner-bar" aria-hidden="true">
                <span style={{ width: `${(100 * one.count) / most}%` }} />
              </span>
              <span class="figure">{one.count}</span>
            </button>
          </li>
        ))}
      </ul>
    </figure>
  );
}
