import { Injectable, signal } from '@angular/core';
import type { Box } from './map-view';

type Lines = readonly (readonly (readonly [lon: number, lat: number])[])[];

/** One state: its border, the borders between its counties, and what the counties are called. */
export interface Outline {
  edge: Lines;
  inner: Lines;
  names: readonly (readonly [name: string, lon: number, lat: number])[];
}

/** The year stands in the address: files of a build are kept by browsers for good. */
const AT = '/desk/outlines/2023';

async function fetched<T>(file: string): Promise<T> {
  const answer = await fetch(`${AT}/${file}.json`);
  if (!answer.ok) throw new Error(`outlines: ${answer.status}`);
  return (await answer.json()) as T;
}

/** Outlines of states, each read once, from the desk itself: nobody outside learns what is looked at. */
@Injectable({ providedIn: 'root' })
export class Outlines {
  readonly known = signal<ReadonlyMap<string, Outline>>(new Map());
  readonly boxes = signal<Readonly<Record<string, Box>>>({});
  readonly failed = signal(false);
  private readonly asked = new Set<string>();

  async start(): Promise<void> {
    await this.read('boxes', async () => this.boxes.set(await fetched<Record<string, Box>>('boxes')));
  }

  async want(states: readonly string[]): Promise<void> {
    await Promise.all(
      states.map((state) =>
        this.read(state, async () => {
          const outline = await fetched<Outline>(state);
          this.known.update((all) => new Map(all).set(state, outline));
        }),
      ),
    );
  }

  /** What failed is asked for again the next time that it is wanted. */
  private async read(name: string, work: () => Promise<void>): Promise<void> {
    if (this.asked.has(name)) return;
    this.asked.add(name);
    try {
      await work();
      this.failed.set(false);
    } catch {
      this.asked.delete(name);
      this.failed.set(true);
    }
  }
}
