import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { log } from '../platform/index.js';

/** Where the build put them (tools/make-outlines.mjs). The path holds from src/ (specs) and from dist/ alike. */
export const OUTLINES_FOLDER = join(__dirname, '..', '..', 'dist', 'outlines');
/** The year stands in the address, too: browsers keep these files for good. */
const YEAR = '2023';

/** Degrees, WGS 84. */
export type Box = readonly [west: number, south: number, east: number, north: number];
export type OutlineLine = readonly (readonly [lon: number, lat: number])[];

/** One state: its border, the borders between its counties, and what the counties are called and where their middle is. */
export interface Outline {
  edge: readonly OutlineLine[];
  inner: readonly OutlineLine[];
  names: readonly (readonly [name: string, lon: number, lat: number])[];
}

/** From far away a part is enough. */
const MOST_STATES = 8;

const meet = ([west, south, east, north]: Box, [w, s, e, n]: Box): boolean => west <= e && east >= w && south <= n && north >= s;

/** Outlines of states, each read once and kept: from our own files, so that nobody learns what is looked at. */
@Injectable()
export class Outlines {
  private readonly read = new Map<string, Promise<unknown>>();

  /** Of the states that touch `box`, eight at most. A map without outlines is still one: what cannot be read is left out and logged. */
  async within(box: Box): Promise<Outline[]> {
    try {
      const boxes = await this.file<Readonly<Record<string, Box>>>('boxes');
      const states = Object.entries(boxes).filter(([, one]) => meet(one, box)).slice(0, MOST_STATES);
      return await Promise.all(states.map(([state]) => this.file<Outline>(state)));
    } catch (error) {
      log('outlines.unread', { kind: error instanceof Error ? error.name : 'unknown' });
      return [];
    }
  }

  private async file<T>(name: string): Promise<T> {
    const known = this.read.get(name) ?? readFile(join(OUTLINES_FOLDER, YEAR, `${name}.json`), 'utf8').then((text) => JSON.parse(text) as unknown);
    this.read.set(name, known);
    try {
      return (await known) as T;
    } catch (error) {
      this.read.delete(name);
      throw error;
    }
  }
}
