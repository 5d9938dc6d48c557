import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

// A list of rows of one height, of which only those near the window are in the page.
interface Props {
  total: number;
  height: number; // rem, of a row
  label: string;
  row: (index: number) => ComponentChildren;
  need: (from: number, to: number) => void;
  current: number | null; // comes into sight when it changes
  head?: ComponentChildren; // stays on top, and moves sideways with the rows
  width?: number; // rem that a row needs at least
}

const kSpare = 8; // rows beyond the window on both sides
// Browsers draw nothing right past some millions of pixels: a longer list is scrolled in proportion.
const kTallest = 8_000_000;

export function VirtualList(props: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(600);
  const [top, setTop] = useState(0);
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const high = props.height * rem;
  const full = props.total * high;
  const tall = Math.min(full, kTallest);
  const stretch = tall > room ? (full - room) / (tall - room) : 1;
  const from = Math.max(0, Math.floor((top * stretch) / high) - kSpare);
  const to = Math.min(props.total - 1, Math.ceil((top * stretch + room) / high) + kSpare);

  useLayoutEffect(() => {
    const element = frame.current!;
    const measure = () => setRoom(element.clientHeight || 600);
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    measure();
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (props.total > 0) props.need(from, to);
  });
  useEffect(() => {
    const element = frame.current!;
    if (props.current === null || props.total === 0) return;
    const begin = props.current * high;
    const shown = element.scrollTop * stretch;
    if (begin < shown) element.scrollTop = begin / stretch;
    else if (begin + high > shown + element.clientHeight) element.scrollTop = (begin + high - element.clientHeight) / stretch;
  }, [props.current, props.total, room]);

  const rows: ComponentChildren[] = [];
  for (let at = from; at <= to; ++at) {
    const y = at * high - top * (stretch - 1);
    rows.push(
      <li key={at} class="virtual-row" aria-setsize={props.total} aria-posinset={at + 1} style={{ height: `${high}px`, transform: `translateY(${y}px)` }}>
        {props.row(at)}
      </li>,
    );
  }
  return (
    <div class="virtual" ref={frame} tabIndex={0} role="region" aria-label={props.label} onScroll={(event) => setTop(event.currentTarget.scrollTop)}>
      {props.head && (
        <div class="virtual-head" style={{ minWidth: `${props.width ?? 0}rem` }}>
          {props.head}
        </div>
      )}
      <ul class="virtual-all" style={{ height: `${tall}px`, minWidth: `${props.width ?? 0}rem` }}>
        {rows}
      </ul>
    </div>
  );
}
