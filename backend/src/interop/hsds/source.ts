import type { Report } from './domain/report.js';
import type { Raw } from './reading.js';

/** Objects one after the other, read anew each time they are asked for. What is wrong with them is told to the report. */
export type Stream = (report: Report) => AsyncIterable<Raw> | Iterable<Raw>;

/** What a source holds: whole organizations where it lists them, and services nested as HSDS 3 nests them. */
export interface Source {
  form: string;
  /** Named in findings of objects that do not say themselves where they were read. */
  file: string;
  organizations: Stream;
  services: Stream;
  /** Gives back what reading took up. */
  close(): void;
}

export const nothing: Stream = () => [];
/** The same objects each time. */
export const held = (objects: readonly Raw[]): Stream => () => objects;
export const done = (): void => undefined;
