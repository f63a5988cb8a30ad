import { Injectable } from '@nestjs/common';
import { Db, SYSTEM } from '../../platform/index.js';
import type { Judging } from '../domain/judging.js';
import { complete, OWN_WEIGHTS } from '../domain/weights.js';

const KEPT_MS = 5000;
const LIVE = 'select w.number, w.amounts from matching.weights_live l join matching.weights w on w.number = l.number order by l.id desc limit 1';

export interface Live extends Judging {
  /** Null before any version is stored: the product's own. */
  number: number | null;
}

/** The weights that order now, read through a copy at most 5 s old, so that all processes come to the same. */
@Injectable()
export class LiveWeights {
  private copy: { at: number; live: Live } | undefined;

  constructor(private readonly db: Db) {}

  async now(): Promise<Live> {
    if (!this.copy || Date.now() - this.copy.at > KEPT_MS) this.copy = { at: Date.now(), live: await this.read() };
    return this.copy.live;
  }

  /** After another version went live. */
  forget(): void {
    this.copy = undefined;
  }

  private async read(): Promise<Live> {
    const [row] = await this.db.statement<{ number: number; amounts: Record<string, number> }>(SYSTEM, LIVE);
    return row ? { number: row.number, weights: complete(row.amounts) } : { number: null, weights: OWN_WEIGHTS };
  }
}
