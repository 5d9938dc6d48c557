import { signal } from "@preact/signals";
import { useEffect, useMemo, useState } from "preact/hooks";
import { moment, printed, tight, vigencia } from "../base/format";
import { useKeys } from "../base/keys";
import { link } from "../base/route";
import { useFetched } from "../net/window";
import type { Box, Evidence, Finding } from "../net/types";
import { type Mark, PageView } from "../parts/page_view";
import { around } from "../parts/viewport";
import { named, words } from "../words";
import { AccountView, EvidenceList } from "./account";
import { current, decidedTurn, isPending } from "./decisions";
import { SeverityMark, StatePill } from "./row";

// What the panel shows, for those who decide on it while the list does not hold it.
export const shown = signal<Finding | null>(null);

// One finding: the page with the figure in red, and beside it all that is to be known to decide.
export function FindingDetail(props: { id: number; actions: preact.ComponentChildren }) {
  const text = words();
  const { value: finding, error, reload } = useFetched<Finding>(`findings/${props.id}`);
  const turn = decidedTurn.value;
  useEffect(() => {
    if (turn) reload();
  }, [turn]);
  const [pageAt, setPageAt] = useState(0);
  const [lit, setLit] = useState<number | null>(null);
  const [sought, setSought] = useState<{ box: Box | null; turn: number }>({ box: null, turn: 0 });
  useEffect(() => {
    setPageAt(0);
    setLit(null);
    setSought((now) => ({ box: null, turn: now.turn + 1 }));
  }, [finding?.id]);
  useEffect(() => {
    shown.value = finding;
  }, [finding]);
  const pages = finding?.pages ?? [];
  const here = pages[Math.min(pageAt, pages.length - 1)] ?? null;
  const step = (by: number) => {
    if (pages.length > 1) {
      setSought((now) => ({ box: null, turn: now.turn + 1 }));
      setPageAt((pageAt + by + pages.length) % pages.length);
    }
  };
  useKeys({ ArrowRight: () => step(1), ArrowLeft: () => step(-1), "]": () => step(1), "[": () => step(-1) });

  const marks = useMemo(() => (finding && here ? marksOf(finding, here, lit) : []), [finding, here?.document, here?.page, lit]);
  if (error) return <p class="empty">{error.message}</p>;
  if (!finding) return <p class="empty">{text.loading}</p>;
  const goTo = (at: number) => {
    const one = finding.evidence[at];
    if (!one) return;
    const number = pages.findIndex((page) => page.document === one.document.id && page.page === one.page);
    if (number >= 0) setPageAt(number);
    setSought({ box: one.box, turn: sought.turn + 1 });
    setLit(at);
  };
  const on = here ? finding.evidence.filter((one) => one.document.id === here.document && one.page === here.page) : [];
  const focus = sought.box ?? around(on.filter((one) => one.red).map((one) => one.box)) ?? around(on.map((one) => one.box));
  return (
    <div class={`finding-detail ${finding.id === props.id ? "" : "stale"}`} aria-busy={finding.id !== props.id}>
      <div class="finding-picture">
        {here && (
          <PageView document={here.document} page={here.page} width={here.width} height={here.height} marks={marks} focus={focus} focusTurn={sought.turn} label={`${routeOf(finding, here.document)}, ${text.page.toLowerCase()} ${here.page}`} onMark={(id) => goTo(Number(id))} onHover={(id) => setLit(id === null ? null : Number(id))}>
            <PageSteps finding={finding} here={here} pageAt={pageAt} step={step} />
          </PageView>
        )}
        <p class="legend">
          <span class="legend-red">{text.legend_red}</span>
          <span class="legend-blue">{text.legend_blue}</span>
        </p>
      </div>
      <div class="finding-panel" tabIndex={0} role="region" aria-label={`${text.finding} ${finding.id}`}>
        <Summary finding={finding} />
        {props.actions}
        <AccountView finding={finding} lit={lit} onLit={setLit} onGo={goTo} />
        <EvidenceList finding={finding} lit={lit} onLit={setLit} onGo={goTo} />
        <History finding={finding} />
      </div>
    </div>
  );
}

function routeOf(finding: Finding, document: number): string {
  return finding.evidence.find((one) => one.document.id === document)?.document.route ?? finding.document.route;
}

function marksOf(finding: Finding, here: { document: number; page: number }, lit: number | null): Mark[] {
  const marks: Mark[] = [];
  finding.evidence.forEach((one: Evidence, at) => {
    if (one.document.id !== here.document || one.page !== here.page) return;
    marks.push({ box: one.box, kind: one.red ? "red" : "blue", id: at, lit: lit === at, title: `${named(words().role, one.role)}: ${one.text}` });
  });
  return marks.sort((one, other) => Number(one.kind === "red") - Number(other.kind === "red")); // red is drawn last, on top
}

function PageSteps(props: { finding: Finding; here: { document: number; page: number }; pageAt: number; step: (by: number) => void }) {
  const text = words();
  const count = props.finding.pages.length;
  const box = props.finding.evidence.find((one) => one.document.id === props.here.document && one.page === props.here.page)?.box;
  return (
    <>
      <a class="page-name" href={link(["documentos", props.here.document], { pagina: props.here.page, caja: box?.map((one) => one.toFixed(1)).join(",") })} title={text.open_document}>
        {text.page} {props.here.page}
      </a>
      {count > 1 && (
        <span class="page-steps" role="group" aria-label={text.evidence_pages}>
          <button type="button" onClick={() => props.step(-1)} aria-label={text.previous} title={`${text.previous} (←)`}>‹</button>
          <span>
            {props.pageAt + 1}/{count}
          </span>
          <button type="button" onClick={() => props.step(1)} aria-label={text.next} title={`${text.next} (→)`}>›</button>
        </span>
      )}
    </>
  );
}

function Summary(props: { finding: Finding }) {
  const text = words();
  const { finding } = props;
  const now = current(finding);
  return (
    <header class="summary">
      <p class="summary-top">
        <SeverityMark severity={finding.severity} />
        <strong>{named(text.rule, finding.rule)}</strong>
        <StatePill state={now.state} pending={isPending(finding.id)} />
        <span class="summary-number">
          #{finding.id} · {finding.mark}
        </span>
      </p>
      <h2 class="summary-message">{tight(finding.message)}</h2>
      <p class="summary-where">
        <a href={link(["documentos", finding.document.id], { pagina: finding.page })}>{finding.document.route}</a>
        {finding.table?.title && <span> · {finding.table.title}</span>}
        {finding.document.entity && <span> · {finding.document.entity}</span>}
        {finding.document.vigencia && <span> · {vigencia(finding.document.vigencia)}</span>}
      </p>
      <dl class="says">
        {finding.reported !== null && (
          <div class="says-red">
            <dt>{text.reported}</dt>
            <dd>{printed(finding.reported)}</dd>
          </div>
        )}
        {finding.expected !== null && (
          <div>
            <dt>{text.expected}</dt>
            <dd>{printed(finding.expected)}</dd>
          </div>
        )}
        {finding.difference !== null && (
          <div>
            <dt>{text.difference}</dt>
            <dd>{printed(finding.difference)}</dd>
          </div>
        )}
      </dl>
      {finding.diagnosis && (
        <p class="diagnosis">
          <span>{text.likely}:</span> {named(text.diagnosis, finding.diagnosis)}
        </p>
      )}
    </header>
  );
}

function History(props: { finding: Finding }) {
  const text = words();
  const { history } = props.finding;
  return (
    <section class="history" aria-label={text.history}>
      <h3>{text.history}</h3>
      {history.length === 0 && <p class="hint">{text.history_empty}</p>}
      <ol>
        {history.map((one) => (
          <li key={one.version}>
            <StatePill state={one.state} /> <strong>{one.author}</strong> <time>{moment(one.time)}</time>
            {one.value && (
              <p>
                {text.kept_value}: <b>{printed(one.value)}</b>
              </p>
            )}
            {one.note && <p class="note">{one.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
