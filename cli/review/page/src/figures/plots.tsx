import { compact, number } from "../base/format";
import { words } from "../words";
import { comparable, firsts, type Placed, type Series, toPage } from "./series";

// Plots in SVG. Every mark is a link to the page that the value is printed on.

const kSpark = { width: 132, height: 30, edge: 5 };

// The course of one series in a row of a table. Its values are links in the row too, so the keyboard passes it by.
export function Sparkline(props: { points: Placed[] }) {
  const points = firsts(comparable(props.points));
  if (points.length < 2) return null;
  const values = points.map((point) => point.value!);
  const least = Math.min(0, ...values);
  const most = Math.max(...values, least + 1e-9);
  const { width, height, edge } = kSpark;
  const x = (at: number) => edge + (at * (width - 2 * edge)) / (points.length - 1);
  const y = (value: number) => height - edge - ((value - least) / (most - least)) * (height - 2 * edge);
  return (
    <svg class="spark" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <polyline points={points.map((point, at) => `${x(at)},${y(point.value!)}`).join(" ")} />
      {points.map((point, at) => (
        <a key={point.at} href={toPage(point)} tabindex={-1}>
          <circle cx={x(at)} cy={y(point.value!)} r={3}>
            <title>{`${point.at}: ${number(point.value!)}`}</title>
          </circle>
        </a>
      ))}
    </svg>
  );
}

const kBars = { width: 260, height: 110, foot: 18, top: 16 };

// Small multiples: one small plot a series, each with a scale of its own that begins at 0.
// Along `axis` where the same places are to stand under each other in all, else along the places of each.
export function Multiples(props: { series: Series[]; axis?: string[] }) {
  const text = words();
  const drawn = props.series.filter((one) => comparable(one.points).length > 0);
  return (
    <div class="multiples" role="region" aria-label={text.as_plots} tabIndex={0}>
      {drawn.map((one) => (
        <Bars key={one.key} series={one} axis={props.axis} />
      ))}
    </div>
  );
}

function Bars({ series, axis }: { series: Series; axis: string[] | undefined }) {
  const text = words();
  const points = firsts(comparable(series.points));
  const places = axis?.filter((place) => place !== "") ?? points.map((point) => point.at);
  const values = points.map((point) => point.value!);
  const most = Math.max(...values, 0);
  const least = Math.min(...values, 0);
  const { width, height, foot, top } = kBars;
  const step = width / places.length;
  const wide = Math.min(step * 0.62, 44);
  const y = (value: number) => top + ((most - value) / Math.max(most - least, 1e-9)) * (height - top - foot);
  const dense = places.length > 8; // too many for a label each: the first and the last
  return (
    <figure class="multiple">
      <figcaption>
        <b title={series.title}>{series.title}</b>
        <span>{series.about}</span>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={series.title}>
        <line class="axis" x1={0} x2={width} y1={y(0)} y2={y(0)} />
        {!dense &&
          places.map((place, at) => (
            <text key={place} class="bar-place" x={step * (at + 0.5)} y={height - 4}>
              {place}
            </text>
          ))}
        {points.map((point) => {
          const at = places.indexOf(point.at);
          const value = point.value!;
          const x = step * at + (step - wide) / 2;
          return (
            <a key={point.at} href={toPage(point)} aria-label={`${point.at}: ${number(value)}. ${text.go_to_page(point.route, point.page)}`}>
              <rect class="hit" x={step * at} y={0} width={step} height={height} />
              <rect class={`bar ${point.doubt ? "doubtful" : ""}`} x={x} y={Math.min(y(value), y(0))} width={wide} height={Math.max(Math.abs(y(value) - y(0)), 1)}>
                <title>{`${point.at}: ${number(value)}`}</title>
              </rect>
              {!dense && (
                <text class="bar-value" x={step * (at + 0.5)} y={Math.min(y(value), y(0)) - 4}>
                  {compact(value)}
                </text>
              )}
              {dense && (at === 0 || at === places.length - 1) && (
                <text class="bar-place" x={step * (at + 0.5)} y={height - 4}>
                  {point.at}
                </text>
              )}
            </a>
          );
        })}
      </svg>
    </figure>
  );
}
