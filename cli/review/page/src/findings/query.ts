import type { Query } from "../net/api";

const kMany = ["rule", "severity", "entity", "vigencia", "document"];
const kOne = ["q", "min", "max"];
export const kAll = "todos"; // of states; without any in the address, the open ones are shown

// What the address says of the filters, as the API takes it.
export function filters(query: URLSearchParams): Query {
  const asked: Query = {};
  for (const name of kMany) asked[name] = query.getAll(name);
  for (const name of kOne) asked[name] = query.get(name);
  const states = query.getAll("state");
  asked.state = states.length === 0 ? ["abierto"] : states.filter((one) => one !== kAll);
  return asked;
}

export function sorted(query: URLSearchParams): Query {
  return { ...filters(query), sort: query.get("sort") ?? "amount" };
}

export function countOfFilters(query: URLSearchParams): number {
  return [...kMany, ...kOne, "state"].reduce((count, name) => count + query.getAll(name).filter(Boolean).length, 0);
}
