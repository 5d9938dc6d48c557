import { link } from "../base/route";
import type { FindingItem } from "../net/types";
import { named, words } from "../words";
import { type Effect, effects } from "./effects";

export function EffectsView(props: { only?: number }) {
  const text = words();
  const shown = effects.value.slice(0, props.only);
  if (shown.length === 0) return null;
  return (
    <section class="effects" aria-label={text.effects} aria-live="polite">
      <h3>{text.effects}</h3>
      <ol>
        {shown.map((effect, at) => (
          <li key={effects.value.length - at}>
            <OneEffect effect={effect} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function OneEffect({ effect }: { effect: Effect }) {
  const text = words();
  const { job } = effect;
  const waiting = effect.error === null && job?.state !== "done";
  return (
    <>
      <p class="effect-title">{effect.title}</p>
      {waiting && <p class="hint busy">{text.checking}</p>}
      {effect.error !== null && (
        <p class="fault">
          {text.check_failed} {effect.error}
        </p>
      )}
      {job?.state === "done" && (
        <>
          <Group title={text.vanished(job.vanished_total)} items={job.vanished} kind="vanished" />
          <Group title={text.appeared(job.appeared_total)} items={job.appeared} kind="appeared" />
          {job.vanished_total + job.appeared_total === 0 && <p class="hint">{text.no_effect}</p>}
        </>
      )}
    </>
  );
}

function Group(props: { title: string; items: FindingItem[]; kind: "vanished" | "appeared" }) {
  if (props.items.length === 0) return null;
  return (
    <div class={`effect-group ${props.kind}`}>
      <p>{props.title}</p>
      <ul>
        {props.items.map((item) => (
          <li key={item.id}>
            {props.kind === "appeared" ? (
              <a href={link(["hallazgos", item.id])}>{item.message}</a>
            ) : (
              <s>
                {named(words().rule, item.rule)}: {item.message}
              </s>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
