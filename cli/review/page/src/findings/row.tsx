import { number, tight, vigencia } from "../base/format";
import type { FindingItem } from "../net/types";
import { named, words } from "../words";

export const kRowHeight = 6.2; // rem

export function SeverityMark(props: { severity: string }) {
  return (
    <span class={`severity severity-${props.severity}`} title={named(words().severity, props.severity)}>
      <span class="unseen">{named(words().severity, props.severity)}</span>
    </span>
  );
}

export function StatePill(props: { state: string; pending?: boolean }) {
  const text = words();
  return <span class={`pill state-${props.state}`}>{props.pending ? `${named(text.state, props.state)} …` : named(text.state, props.state)}</span>;
}

interface Props {
  item: FindingItem | undefined;
  at: boolean; // the one that is looked at
  href: string;
  selected: boolean;
  pending: boolean;
  onSelect: (on: boolean, range: boolean) => void;
}

export function FindingRow({ item, at, href, selected, pending, onSelect }: Props) {
  const text = words();
  if (!item) return <div class="finding-row waiting" aria-hidden="true" />;
  const where = [item.document.route, `${text.page_short} ${item.page}`, item.document.entity, vigencia(item.document.vigencia)].filter(Boolean).join(" · ");
  return (
    <div class={`finding-row ${at ? "at" : ""} ${item.state !== "abierto" ? "decided" : ""}`} data-finding={item.id}>
      <input
        type="checkbox"
        checked={selected}
        aria-label={text.select(item.id)}
        onClick={(event) => onSelect(event.currentTarget.checked, event.shiftKey)}
      />
      <a href={href} aria-current={at ? "true" : undefined}>
        <span class="finding-top">
          <SeverityMark severity={item.severity} />
          <span class="finding-rule">{named(text.rule, item.rule)}</span>
          {item.state !== "abierto" && <StatePill state={item.state} pending={pending} />}
          <span class="finding-amount">{item.amount === null ? "" : number(item.amount)}</span>
        </span>
        <span class="finding-message">{tight(item.message)}</span>
        <span class="finding-where">{where}</span>
      </a>
    </div>
  );
}
