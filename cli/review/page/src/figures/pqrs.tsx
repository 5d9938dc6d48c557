import { useMemo } from "preact/hooks";
import { route } from "../base/route";
import type { FigureOptions, PqrsSeries } from "../net/types";
import { useListed } from "../net/window";
import { Choice } from "../parts/facets";
import { named, words } from "../words";
import { FigureFilters } from "./filters";
import { Multiples } from "./plots";
import { axisOf, type Series } from "./series";
import { SeriesTable } from "./series_table";

const kPlots = 24;

function seriesOf(item: PqrsSeries): Series {
  const text = words();
  return {
    key: [item.entity, item.dimension, item.label, item.measure].join("|"),
    title: item.label ?? named(text.named, item.dimension),
    about: [item.entity, named(text.named, item.measure)].filter(Boolean).join(" · "),
    unit: null,
    points: item.points.map((point) => ({ ...point, at: point.period ?? (point.vigencia === null ? "" : String(point.vigencia)) })),
  };
}

export function PqrsFigures({ options }: { options: FigureOptions }) {
  const text = words();
  const { query } = route.value;
  const list = useListed<PqrsSeries>("figures/pqrs", {
    measure: query.get("measure"),
    dimension: query.get("dimension"),
    entity: query.get("entity"),
    vigencia: query.get("vigencia"),
    q: query.get("q"),
  });
  const held = list.held();
  const axis = useMemo(() => axisOf(held.map(seriesOf)), [held.length, held[0]]);
  const choices = (values: string[]) => values.map((value) => ({ value, label: named(text.named, value) }));
  return (
    <>
      <FigureFilters options={options} views>
        <Choice name="dimension" title={text.dimension} any={text.any} values={choices(options.dimensions)} />
        <Choice name="measure" title={text.measure} any={text.any} values={choices(options.measures.pqrs)} />
      </FigureFilters>
      <p class="list-count" aria-live="polite">
        {list.total === null ? text.loading : text.count_lines(list.total)}
      </p>
      {list.error && <p class="empty">{list.error.message}</p>}
      {list.total === 0 && <p class="empty">{text.nothing}</p>}
      {query.get("vista") === "graficas" ? (
        <Multiples series={held.slice(0, kPlots).map(seriesOf)} />
      ) : (
        <SeriesTable
          total={list.total ?? 0}
          at={(index) => {
            const item = list.at(index);
            return item && seriesOf(item);
          }}
          need={list.need}
          axis={axis}
          first={text.label}
          label={text.pqrs}
        />
      )}
    </>
  );
}
