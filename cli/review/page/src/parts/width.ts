// Whether list and detail do not fit beside each other; the sheet of styles holds the same width.
export function narrow(): boolean {
  return window.matchMedia("(max-width: 899px)").matches;
}
