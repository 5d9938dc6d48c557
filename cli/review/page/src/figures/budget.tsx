import { useMemo } from "preact/hooks";
import { route } from "../base/route";
import type { BudgetSeries, FigureOptions } from "../net/types";
import { useListed } from "../net/window";
import { Choice } from "../parts/facets";
import { named, words } from "../words";
import { FigureFilters } from "./filters";
import { Multiples } from "./plots";
import { axisOf, type Series } from "./series";
import { SeriesTable } from "./series_table";

const kEvery = "todas"; // of measures
const kPlots = 24;

function seriesOf(item: BudgetSeries): Series {
  const text = words();
  return {
    key: [item.entity, item.class, item.code, item.description, item.measure, item.unit].join("|"),
    title: [item.code, item.description].filter(Boolean).join(" ") || text.untitled,
    about: [item.entity, item.class && named(text.named, item.class), named(text.named, item.measure)].filter(Boolean).join(" · "),
    unit: item.unit,
    points: item.points.map((point) => ({ ...point, at: point.vigencia === null ? "" : String(point.vigencia) })),
  };
}

export function BudgetFigures({ options }: { options: FigureOptions }) {
  const text = words();
  const { query } = route.value;
  const measures = options.measures.budget;
  const usual = measures.includes("apropiacion_definitiva") ? "apropiacion_definitiva" : kEvery;
  const measure = query.get("measure") ?? usual;
  const list = useListed<BudgetSeries>("figures/budget", {
    measure: measure === kEvery ? null : measure,
    class: query.get("class"),
    level: query.get("level") ?? "all",
    entity: query.get("entity"),
    vigencia: query.get("vigencia"),
    q: query.get("q"),
  });
  const held = list.held();
  const axis = useMemo(() => axisOf(held.map(seriesOf)), [held.length, held[0]]);
  return (
    <>
      <FigureFilters options={options} views>
        <Choice name="measure" title={text.measure} initial={usual} values={[...measures.map((value) => ({ value, label: named(text.named, value) })), { value: kEvery, label: text.any }].filter((one, at, all) => all.findIndex((other) => other.value === one.value) === at)} />
        <Choice name="class" title={text.class} any={text.any} values={options.classes.map((value) => ({ value, label: named(text.named, value) }))} />
        <Choice name="level" title={text.level} initial="all" values={[{ value: "all", label: text.level_all }, { value: "total", label: text.level_total }]} />
      </FigureFilters>
      <p class="list-count" aria-live="polite">
        {list.total === null ? text.loading : text.count_lines(list.total)}
      </p>
      {list.error && <p class="empty">{list.error.message}</p>}
      {list.total === 0 && <p class="empty">{text.nothing}</p>}
      {query.get("vista") === "graficas" ? (
        <Multiples series={held.slice(0, kPlots).map(seriesOf)} axis={axis} />
      ) : (
        <SeriesTable
          total={list.total ?? 0}
          at={(index) => {
            const item = list.at(index);
            return item && seriesOf(item);
          }}
          need={list.need}
          axis={axis}
          first={text.line}
          label={text.budget}
        />
      )}
    </>
  );
}
