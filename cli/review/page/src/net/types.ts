// What the JSON API gives; values of closed sets are those of the base's public views, in Spanish.

export type Box = [number, number, number, number]; // points from the top left of the page as it is drawn

export type FindingState = "abierto" | "aceptado" | "descartado" | "corregido";
export type Severity = "error" | "advertencia" | "info";

export interface DocumentName {
  id: number;
  file: string;
  route: string;
  entity?: string | null;
  vigencia?: [number, number] | null;
}

export interface Window<T> {
  total: number;
  offset: number;
  items: T[];
}

export interface FindingItem {
  id: number;
  mark: string;
  version: number;
  rule: string;
  severity: Severity;
  state: FindingState;
  message: string;
  amount: number | null;
  reported: string | null;
  expected: string | null;
  difference: string | null;
  diagnosis: string | null;
  document: DocumentName;
  page: number;
  table: { id: number; title: string | null } | null;
  author: string | null;
  time: string | null;
  note: string | null;
}

export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

export interface Facet {
  items: FacetValue[];
  more: boolean;
}

export interface FindingFacets {
  total: number;
  rule: Facet;
  severity: Facet;
  entity: Facet;
  vigencia: Facet;
  document: Facet;
  state: Facet;
}

export interface Evidence {
  role: string;
  document: DocumentName;
  page: number;
  box: Box;
  text: string;
  value: string | null;
  red: boolean;
}

export interface Account {
  parts: { evidence: number | null; label: string | null; text: string; value: string; sign: string }[];
  sum: string;
  printed: string;
  difference: string;
}

export interface Decided {
  id: number;
  version: number;
  state: FindingState;
  value: string | null;
  note: string | null;
  author: string | null;
  time: string | null;
}

export interface Finding extends FindingItem {
  steps: string[];
  account: Account | null;
  evidence: Evidence[];
  history: Omit<Decided, "id">[];
  pages: { document: number; page: number; width: number; height: number }[];
}

export interface Reading {
  id: string;
  document: DocumentName;
  page: number;
  box: Box;
  text: string;
  kind: "cifra" | "palabra";
  alternatives: string[];
  why: string | null;
  confidence: number | null;
  money: number | null;
  findings: number;
  table: { id: number; title: string | null; row: number; column: number; row_label: string | null; column_label: string | null } | null;
  state: "pendiente" | "revisada";
  value: string | null;
  version: number;
  author: string | null;
  time: string | null;
}

export interface Job {
  id: number;
  state: "running" | "done" | "failed";
  done: number;
  total: number;
  message: string | null;
  vanished: FindingItem[];
  appeared: FindingItem[];
  vanished_total: number;
  appeared_total: number;
  changed: number;
}

export interface DocumentItem {
  id: number;
  file: string;
  route: string;
  pages: number;
  state: "completo" | "parcial" | "fallido";
  error: string | null;
  entity: string | null;
  dependency: string | null;
  kind: string | null;
  title: string | null;
  vigencia: [number, number] | null;
  cutoff: string | null;
  findings: number;
  readings: number;
  confidence: number | null;
  twin_of: number | null;
  replaced_by: number | null;
  source: boolean;
}

export interface PageItem {
  number: number;
  width: number;
  height: number;
  origin: string;
  confidence: number | null;
  note: string | null;
  tables: number;
  findings: number;
  outside: number;
}

export interface TableItem {
  id: number;
  title: string | null;
  kind: string;
  first_page: number;
  last_page: number;
  rows: number;
  columns: number;
  header_rows: number;
  method: string;
}

export interface DocumentDetail extends DocumentItem {
  version: number;
  entity_canonical: string | null;
  errors: { code: string; stage: string; page: number | null; message: string }[];
  attachments: string[];
  corrections: { field: string; read: string | null; value: string | null; note: string | null; author: string | null; time: string | null }[];
  page_list: PageItem[];
  tables: TableItem[];
  outside: { page: number; box: Box; text: string; confidence: number | null }[];
  untested: { rule: string; reason: string; count: number }[];
}

export interface Layers {
  width: number;
  height: number;
  words: { box: Box; text: string; confidence: number | null }[];
  rules: Box[];
  cells: { box: Box; table: number; row: number; column: number; head: boolean; text: string }[];
  tables: { box: Box; id: number; title: string | null; kind: string }[];
  heads: { box: Box; table: number; text: string; known: boolean; meaning: string | null }[];
  records: { box: Box; kind: string; id: number; what: string | null; value: string | null }[];
  outside: { box: Box; text: string }[];
  findings: { box: Box; id: number; role: string; red: boolean }[];
}

export interface Cell {
  row: number;
  column: number;
  row_span: number;
  column_span: number;
  page: number;
  box: Box;
  text: string;
  confidence: number | null;
  origin: string;
  records: number[];
  doubt: string | null;
}

export interface TableGrid extends TableItem {
  document: DocumentName;
  heads: { column: number; text: string; meaning: string | null }[];
  cells: Cell[];
}

export interface Meaning {
  section: string;
  name: string;
  meaning: string;
}

export interface FigureOptions {
  entities: { value: string; label: string }[];
  vigencias: number[];
  measures: { budget: string[]; pqrs: string[] };
  classes: string[];
  dimensions: string[];
  responsibles: { value: string; label: string }[];
}

export interface Point {
  document: number;
  route: string;
  page: number;
  box: Box;
  value: number | null;
  text: string;
  confidence: number | null;
  doubt: string | null;
  record: number;
}

export interface BudgetSeries {
  entity: string | null;
  code: string | null;
  description: string | null;
  class: string | null;
  measure: string;
  unit: string | null;
  points: (Point & { vigencia: number | null })[];
}

export interface PqrsSeries {
  entity: string | null;
  dimension: string;
  label: string | null;
  measure: string;
  points: (Point & { period: string | null; vigencia: number | null })[];
}

export interface Commitment {
  record: number;
  number: string | null;
  text: string | null;
  component: string | null;
  responsible: string | null;
  responsible_key: string | null;
  due_text: string | null;
  due: [string | null, string | null] | null;
  indicator: string | null;
  goal: string | null;
  progress: string | null;
  progress_percent: number | null;
  status: string | null;
  document: DocumentName;
  page: number;
  box: Box;
  confidence: number | null;
}

export interface Commitments extends Window<Commitment> {
  by_responsible: { value: string; label: string; count: number }[];
  by_month: { month: string; count: number }[];
}

export interface Session {
  authenticated: boolean;
  login: "token" | "password";
  name: string | null;
  lang: "es" | "en";
  version: string;
  database: string | null;
}
