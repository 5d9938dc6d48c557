import type { Box } from "../net/types";

// Where a page lies in the window that it is looked at through: pixels = points · scale + (x, y).
export interface View {
  scale: number; // pixels of the screen a point
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

const kClosest = 8; // pixels a point: a digit of 10 points is 80 pixels high
const kAir = 16; // pixels left around what is shown whole

// The page whole.
export function whole(page: Size, window: Size): View {
  const scale = Math.min((window.width - kAir) / page.width, (window.height - kAir) / page.height);
  return clamped({ scale, x: 0, y: 0 }, page, window);
}

const kReadable = 1.0; // pixels a point: smaller, print cannot be read
const kAmple = 2.0; // larger than print needs to be

// As wide as the window; with a place to look at, never too small to read it, and the place in the middle.
export function readable(page: Size, window: Size, at: Box | null): View {
  const wide = Math.min((window.width - kAir) / page.width, kAmple);
  return at ? centred(page, window, at, Math.max(wide, kReadable)) : centred(page, window, [0, 0, page.width, 0], wide);
}

export function centred(page: Size, window: Size, at: Box, scale: number): View {
  const x = window.width / 2 - ((at[0] + at[2]) / 2) * scale;
  const y = window.height / 2 - ((at[1] + at[3]) / 2) * scale;
  return clamped({ scale, x, y }, page, window);
}

// Closer by `factor`, the point of the page under (px, py) staying where it is.
export function zoomed(view: View, factor: number, px: number, py: number, page: Size, window: Size): View {
  const least = Math.min(whole(page, window).scale, view.scale);
  const scale = Math.min(Math.max(view.scale * factor, least), kClosest);
  const by = scale / view.scale;
  return clamped({ scale, x: px - (px - view.x) * by, y: py - (py - view.y) * by }, page, window);
}

// A page smaller than the window stands in its middle; a larger one covers it.
export function clamped(view: View, page: Size, window: Size): View {
  const along = (at: number, length: number, room: number) => (length <= room ? (room - length) / 2 : Math.min(Math.max(at, room - length), 0));
  return {
    scale: view.scale,
    x: along(view.x, page.width * view.scale, window.width),
    y: along(view.y, page.height * view.scale, window.height),
  };
}

// What holds all boxes; null where there is none.
export function around(boxes: Box[]): Box | null {
  if (boxes.length === 0) return null;
  return boxes.reduce((one, other) => [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ]);
}
