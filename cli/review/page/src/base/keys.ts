import { useEffect, useRef } from "preact/hooks";

// Keys that do something where nobody is typing. A later set goes before an earlier one.
export type Keys = Record<string, (event: KeyboardEvent) => void>;

const sets: { current: Keys }[] = [];

export function typing(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  if (!element?.matches) return false;
  return element.matches("input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable]");
}

// «g» begins a key of two: "g h" goes to the findings. It waits so long for the second.
const kSecond = 1500; // ms
let begun = -kSecond;

// "a", "?", "ArrowDown", "Shift+J", "Ctrl+z". Shift is named only with letters and arrows: what else it makes is a key of its own.
export function nameOf(event: KeyboardEvent): string {
  const letter = event.key.length === 1 && event.key.toLowerCase() !== event.key.toUpperCase();
  const shift = event.shiftKey && (letter || event.key.length > 1) ? "Shift+" : "";
  const control = event.ctrlKey || event.metaKey ? "Ctrl+" : "";
  return control + shift + (letter && !shift ? event.key.toLowerCase() : letter ? event.key.toUpperCase() : event.key);
}

window.addEventListener("keydown", (event) => {
  if (event.altKey || event.isComposing || event.defaultPrevented) return;
  const open = document.querySelector("dialog[open]");
  if (open || typing(event.target)) return;
  let name = nameOf(event);
  if (name === "g") {
    begun = event.timeStamp;
    return;
  }
  if (event.timeStamp - begun < kSecond) name = `g ${name}`;
  begun = -kSecond;
  const control = (event.target as HTMLElement).matches?.("button, a, summary, input");
  if (control && (event.key === "Enter" || event.key === " ")) return; // what has the focus takes these itself
  for (let at = sets.length - 1; at >= 0; --at) {
    const action = sets[at]?.current[name];
    if (!action) continue;
    event.preventDefault();
    action(event);
    return;
  }
});

export function useKeys(keys: Keys): void {
  const held = useRef(keys);
  held.current = keys;
  useEffect(() => {
    sets.push(held);
    return () => {
      sets.splice(sets.indexOf(held), 1);
    };
  }, []);
}
