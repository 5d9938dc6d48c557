import { signal } from "@preact/signals";

// The language of the words around the figures; the program says which.
export const lang = signal<"es" | "en">("es");
