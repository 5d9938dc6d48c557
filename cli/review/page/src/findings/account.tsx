import { printed } from "../base/format";
import type { Account, Evidence, Finding } from "../net/types";
import { named, words } from "../words";

interface Props {
  finding: Finding;
  lit: number | null; // index of the evidence that is pointed at
  onLit: (evidence: number | null) => void;
  onGo: (evidence: number) => void;
}

// The account as an addition that a person can check line by line; each line leads to where it is printed.
export function AccountView(props: Props) {
  const { finding } = props;
  const text = words();
  const red = finding.evidence.findIndex((one) => one.red);
  return (
    <section class="account" aria-label={text.account}>
      <h3>{text.account}</h3>
      {finding.account ? <Addition {...props} account={finding.account} red={red} /> : <Steps steps={finding.steps} />}
    </section>
  );
}

function Steps(props: { steps: string[] }) {
  if (props.steps.length === 0) return null;
  return (
    <ul class="steps">
      {props.steps.map((step, at) => (
        <li key={at}>{step}</li>
      ))}
    </ul>
  );
}

function Addition({ account, red, lit, onLit, onGo }: Props & { account: Account; red: number }) {
  const text = words();
  return (
    <table class="addition">
      <tbody>
        {account.parts.map((part, at) => (
          <Line key={at} evidence={part.evidence} lit={lit} onLit={onLit} onGo={onGo} sign={part.sign} label={part.label ?? ""} value={printed(part.value)} kind="part" />
        ))}
      </tbody>
      <tbody>
        <Line evidence={null} lit={lit} onLit={onLit} onGo={onGo} sign="=" label={text.sum} value={printed(account.sum)} kind="sum" />
        <Line evidence={red < 0 ? null : red} lit={lit} onLit={onLit} onGo={onGo} sign="≠" label={text.printed} value={printed(account.printed)} kind="printed" />
        <Line evidence={null} lit={lit} onLit={onLit} onGo={onGo} sign="" label={text.difference} value={printed(account.difference)} kind="difference" />
      </tbody>
    </table>
  );
}

function Line(props: {
  evidence: number | null;
  lit: number | null;
  onLit: (evidence: number | null) => void;
  onGo: (evidence: number) => void;
  sign: string;
  label: string;
  value: string;
  kind: string;
}) {
  const { evidence } = props;
  const there = evidence !== null;
  return (
    <tr class={`line-${props.kind} ${there && props.lit === evidence ? "lit" : ""}`} onMouseEnter={there ? () => props.onLit(evidence) : undefined} onMouseLeave={there ? () => props.onLit(null) : undefined}>
      <td class="sign">{props.sign}</td>
      <th scope="row">
        {there ? (
          <button type="button" class="to-place" onClick={() => props.onGo(evidence)} onFocus={() => props.onLit(evidence)} onBlur={() => props.onLit(null)}>
            {props.label}
          </button>
        ) : (
          props.label
        )}
      </th>
      <td class="figure">{props.value}</td>
    </tr>
  );
}

// Every place that the finding rests on, the one in doubt first.
export function EvidenceList({ finding, lit, onLit, onGo }: Props) {
  const text = words();
  return (
    <section class="evidence" aria-label={text.evidence}>
      <h3>{text.evidence}</h3>
      <ul>
        {finding.evidence.map((one: Evidence, at) => (
          <li key={at} class={`${one.red ? "red" : "blue"} ${lit === at ? "lit" : ""}`} onMouseEnter={() => onLit(at)} onMouseLeave={() => onLit(null)}>
            <button type="button" onClick={() => onGo(at)} onFocus={() => onLit(at)} onBlur={() => onLit(null)}>
              <span class="evidence-role">{named(text.role, one.role)}</span>
              <span class="evidence-text">{one.text}</span>
              <span class="evidence-where">
                {one.document.id === finding.document.id ? "" : `${one.document.file}, `}
                {text.page_short} {one.page}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
