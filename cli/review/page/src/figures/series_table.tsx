import { number, printed } from "../base/format";
import { VirtualList } from "../parts/virtual_list";
import { narrow } from "../parts/width";
import { words } from "../words";
import { Sparkline } from "./plots";
import { distinct, type Series, toPage } from "./series";

// In rem.
const kRow = 3.1;
const kName = 18;
const kNameNarrow = 11;
const kColumn = 9.5;
const kTrend = 10.5;

interface Props {
  total: number;
  at: (index: number) => Series | undefined;
  need: (from: number, to: number) => void;
  axis: string[];
  first: string; // head of the column of names
  label: string;
}

// Series as rows, places of the axis as columns; each value leads to its page. Where reports differ, all they say is shown.
export function SeriesTable(props: Props) {
  const text = words();
  const name = narrow() ? kNameNarrow : kName;
  const columns = { gridTemplateColumns: `minmax(${name}rem, 2fr) repeat(${props.axis.length}, minmax(${kColumn}rem, 1fr)) ${kTrend}rem` };
  return (
    <VirtualList
      total={props.total}
      height={kRow}
      label={props.label}
      need={props.need}
      current={null}
      width={name + kColumn * props.axis.length + kTrend}
      head={
        <div class="series-row series-head" style={columns}>
          <span>{props.first}</span>
          {props.axis.map((place) => (
            <span key={place} class="figure">
              {place === "" ? text.no_period : place}
            </span>
          ))}
          <span>{text.trend}</span>
        </div>
      }
      row={(index) => {
        const series = props.at(index);
        if (!series) return <div class="series-row waiting" aria-hidden="true" />;
        return (
          <div class="series-row" style={columns}>
            <span class="series-name">
              <b title={series.title}>{series.title}</b>
              <span title={series.about}>{series.about}</span>
            </span>
            {props.axis.map((place) => (
              <Values key={place} series={series} place={place} />
            ))}
            <span class="series-trend">
              <Sparkline points={series.points} />
            </span>
          </div>
        );
      }}
    />
  );
}

function Values({ series, place }: { series: Series; place: string }) {
  const text = words();
  const points = distinct(series.points, place);
  return (
    <span class={`figure series-values ${points.length > 1 ? "differ" : ""}`} title={points.length > 1 ? text.disagree : undefined}>
      {points.slice(0, 2).map((point) => (
        <a key={point.record} href={toPage(point)} class={point.doubt ? "doubtful" : ""} title={`${point.text}${point.doubt ? ` (${text.doubtful}: ${point.doubt})` : ""} — ${text.go_to_page(point.route, point.page)}`}>
          {point.value === null ? point.text : series.unit === "%" ? `${printed(String(point.value))} %` : number(point.value)}
        </a>
      ))}
      {points.length > 2 && <span class="hint">+{points.length - 2}</span>}
    </span>
  );
}
