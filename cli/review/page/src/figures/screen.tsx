import { link, route } from "../base/route";
import type { FigureOptions } from "../net/types";
import { useFetched } from "../net/window";
import { tell } from "../parts/toast";
import { words } from "../words";
import { BudgetFigures } from "./budget";
import { CommitmentFigures } from "./commitments";
import { PqrsFigures } from "./pqrs";

const kKinds = ["presupuesto", "pqrs", "compromisos"] as const;

export function FiguresScreen() {
  const text = words();
  const { path } = route.value;
  const kind = kKinds.find((one) => one === path[1]) ?? "presupuesto";
  const options = useFetched<FigureOptions>("figures/options");
  const titles = { presupuesto: text.budget, pqrs: text.pqrs, compromisos: text.commitments };
  const share = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      tell(text.copied);
    } catch {
      tell(location.href); // no clipboard on an address without TLS: shown, to be copied by hand
    }
  };
  return (
    <div class="screen figures">
      <nav class="kinds" aria-label={text.figures_kind}>
        {kKinds.map((one) => (
          <a key={one} href={link(["cifras", one])} aria-current={one === kind ? "page" : undefined}>
            {titles[one]}
          </a>
        ))}
        <button type="button" class="quiet share" aria-label={text.share} title={text.share} onClick={() => void share()}>
          <span class="share-words">{text.share}</span>
          <svg class="share-sign" viewBox="0 0 16 16" width="18" height="18" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">
            <rect x="2" y="5" width="9" height="9" rx="1" />
            <path d="M5 5V2.8a.8.8 0 0 1 .8-.8h7.4a.8.8 0 0 1 .8.8v7.4a.8.8 0 0 1-.8.8H11" />
          </svg>
        </button>
      </nav>
      {options.error && <p class="empty">{options.error.message}</p>}
      {options.value && kind === "presupuesto" && <BudgetFigures options={options.value} />}
      {options.value && kind === "pqrs" && <PqrsFigures options={options.value} />}
      {options.value && kind === "compromisos" && <CommitmentFigures options={options.value} />}
    </div>
  );
}
