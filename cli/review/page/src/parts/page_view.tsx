import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { useKeys } from "../base/keys";
import { picture, resolutionFor } from "../net/api";
import type { Box } from "../net/types";
import { words } from "../words";
import { centred, clamped, readable, type Size, type View, whole, zoomed } from "./viewport";

// The picture of a page with marks over it: wheel and pinch zoom, dragging and arrows pan.

export interface Mark {
  box: Box;
  kind: string; // class of the mark
  title?: string;
  id?: string | number; // what onMark is told
  lit?: boolean;
}

interface Props {
  document: number;
  page: number;
  width: number;
  height: number;
  marks: Mark[];
  focus: Box | null; // comes to the middle whenever `focusTurn` or the page changes
  focusTurn?: number;
  source?: boolean; // false: the original is gone
  onMark?: (id: string | number) => void;
  onHover?: (id: string | number | null) => void;
  children?: ComponentChildren; // more buttons
  label: string;
}

export function PageView(props: Props) {
  const text = words();
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Size | null>(null);
  const [view, setView] = useState<View | null>(null);
  const page = { width: props.width, height: props.height };
  const key = `${props.document}/${props.page}`;

  useLayoutEffect(() => {
    const element = frame.current!;
    const measure = () => setRoom({ width: element.clientWidth, height: element.clientHeight });
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    measure();
    return () => watch.disconnect();
  }, []);

  const usable = room !== null && room.width > 40 && room.height > 40 && page.width > 0;
  useLayoutEffect(() => {
    if (usable) setView(readable(page, room, props.focus));
  }, [key, usable, room?.width, page.width]);
  useEffect(() => {
    if (!usable || !props.focus || !view) return;
    setView(centred(page, room, props.focus, Math.max(view.scale, 1.0)));
  }, [props.focusTurn]);
  useLayoutEffect(() => {
    if (usable) setView((now) => (now ? clamped(now, page, room) : now));
  }, [room?.height]);

  const zoomBy = (factor: number, px?: number, py?: number) => {
    if (usable) setView((now) => now && zoomed(now, factor, px ?? room.width / 2, py ?? room.height / 2, page, room));
  };
  const panBy = (x: number, y: number) => {
    if (usable) setView((now) => now && clamped({ ...now, x: now.x + x, y: now.y + y }, page, room));
  };
  const toFigure = () => {
    if (usable) setView(readable(page, room, props.focus));
  };
  const toWhole = () => {
    if (usable) setView(whole(page, room));
  };
  useKeys({
    "+": () => zoomBy(1.25),
    "=": () => zoomBy(1.25),
    "-": () => zoomBy(0.8),
    "0": toWhole,
    ".": toFigure,
    "Shift+ArrowLeft": () => panBy(80, 0),
    "Shift+ArrowRight": () => panBy(-80, 0),
    "Shift+ArrowUp": () => panBy(0, 80),
    "Shift+ArrowDown": () => panBy(0, -80),
  });
  usePointers(frame, zoomBy, panBy);

  return (
    <div class="page-view">
      <div class="page-frame" ref={frame} role="group" aria-label={props.label}>
        {view && props.source !== false && (
          <div class="page-sheet" style={{ transform: `translate(${view.x}px, ${view.y}px)`, width: `${page.width * view.scale}px`, height: `${page.height * view.scale}px` }}>
            <Picture document={props.document} page={props.page} scale={view.scale} label={props.label} />
            <Marks {...props} />
          </div>
        )}
        {props.source === false && <p class="page-missing">{text.no_picture}</p>}
      </div>
      <div class="page-tools" role="toolbar" aria-label={text.page_picture}>
        {props.children}
        <button type="button" onClick={() => zoomBy(0.8)} title={`${text.zoom_out} (−)`} aria-label={text.zoom_out}>−</button>
        <button type="button" onClick={() => zoomBy(1.25)} title={`${text.zoom_in} (+)`} aria-label={text.zoom_in}>+</button>
        <button type="button" onClick={toWhole} title={`${text.whole_page} (0)`} aria-label={text.whole_page}>▭</button>
        {props.focus && (
          <button type="button" onClick={toFigure} title={`${text.to_figure} (.)`} aria-label={text.to_figure}>◎</button>
        )}
      </div>
    </div>
  );
}

function Marks(props: Props) {
  const { marks, width, height, onMark, onHover } = props;
  return useMemo(
    () => (
      <svg class="page-marks" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {marks.map((mark, at) => (
          <rect
            key={at}
            class={`mark mark-${mark.kind}${mark.lit ? " lit" : ""}`}
            data-mark={mark.id}
            x={mark.box[0]}
            y={mark.box[1]}
            width={Math.max(mark.box[2] - mark.box[0], 0.5)}
            height={Math.max(mark.box[3] - mark.box[1], 0.5)}
            onClick={mark.id !== undefined && onMark ? () => onMark(mark.id!) : undefined}
            onMouseEnter={mark.id !== undefined && onHover ? () => onHover(mark.id!) : undefined}
            onMouseLeave={mark.id !== undefined && onHover ? () => onHover(null) : undefined}
          >
            {mark.title && <title>{mark.title}</title>}
          </rect>
        ))}
      </svg>
    ),
    [marks, width, height],
  );
}

// The sharper picture takes the place of the one before only when it is there whole.
function Picture(props: { document: number; page: number; scale: number; label: string }) {
  const wanted = picture(props.document, props.page, resolutionFor(props.scale * (window.devicePixelRatio || 1)));
  const base = `${props.document}/${props.page}`;
  const [shown, setShown] = useState<{ base: string; url: string } | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    let live = true;
    const loading = new Image();
    loading.onload = () => {
      if (!live) return;
      setShown({ base, url: wanted });
      setFailed(null);
    };
    loading.onerror = () => {
      if (live) setFailed(wanted);
    };
    loading.src = wanted;
    return () => {
      live = false;
    };
  }, [wanted]);
  if (failed === wanted && shown?.base !== base) return <p class="page-missing">{words().picture_failed}</p>;
  if (shown?.base !== base) return <p class="page-missing">{words().loading}</p>;
  return <img class="page-picture" src={shown.url} alt={props.label} draggable={false} />;
}

function usePointers(frame: { current: HTMLDivElement | null }, zoomBy: (factor: number, x: number, y: number) => void, panBy: (x: number, y: number) => void) {
  const held = useRef({ zoomBy, panBy });
  held.current = { zoomBy, panBy };
  useEffect(() => {
    const element = frame.current!;
    const down = new Map<number, { x: number; y: number }>();
    let dragged = 0;
    const local = (event: { clientX: number; clientY: number }) => {
      const box = element.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const at = local(event);
      if (event.ctrlKey || event.metaKey) held.current.zoomBy(Math.exp(-event.deltaY / 300), at.x, at.y);
      else if (event.shiftKey) held.current.panBy(-event.deltaY, 0);
      else held.current.panBy(-event.deltaX, -event.deltaY);
    };
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0) return;
      if (down.size === 0) dragged = 0;
      down.set(event.pointerId, local(event));
    };
    const onMove = (event: PointerEvent) => {
      const before = down.get(event.pointerId);
      if (!before) return;
      const now = local(event);
      if (down.size === 2) {
        const other = [...down.entries()].find(([id]) => id !== event.pointerId)![1];
        const distance = (one: { x: number; y: number }) => Math.hypot(one.x - other.x, one.y - other.y);
        held.current.zoomBy(distance(now) / Math.max(distance(before), 1), (now.x + other.x) / 2, (now.y + other.y) / 2);
      }
      held.current.panBy((now.x - before.x) / down.size, (now.y - before.y) / down.size);
      dragged += Math.hypot(now.x - before.x, now.y - before.y);
      if (dragged > 4) element.setPointerCapture(event.pointerId); // a click on a mark stays a click
      down.set(event.pointerId, now);
    };
    const onUp = (event: PointerEvent) => down.delete(event.pointerId);
    const onDouble = (event: MouseEvent) => {
      const at = local(event);
      held.current.zoomBy(1.6, at.x, at.y);
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    element.addEventListener("pointerdown", onDown);
    element.addEventListener("pointermove", onMove);
    element.addEventListener("pointerup", onUp);
    element.addEventListener("pointercancel", onUp);
    element.addEventListener("pointerleave", onUp);
    element.addEventListener("dblclick", onDouble);
    return () => {
      element.removeEventListener("wheel", onWheel);
      element.removeEventListener("pointerdown", onDown);
      element.removeEventListener("pointermove", onMove);
      element.removeEventListener("pointerup", onUp);
      element.removeEventListener("pointercancel", onUp);
      element.removeEventListener("pointerleave", onUp);
      element.removeEventListener("dblclick", onDouble);
    };
  }, []);
}
