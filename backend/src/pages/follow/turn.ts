import type { FollowedInquiry } from '../../intake/index.js';
import type { Actor } from '../../platform/index.js';
import type { Fault, Form } from '../frame/fields.js';
import { at, say, type Scene } from '../frame/scene.js';
import type { Key } from '../texts/texts.js';
import type { Outcome, Visitor } from '../visit/visitor.js';
import type { Stay } from './stays.service.js';

/** A person at their own page, with one request from their browser. */
export interface Turn {
  visitor: Visitor;
  v: Scene;
  stay: Stay;
  inquiry: FollowedInquiry;
  actor: Actor;
  /** Proof that a form was made for this stay. */
  token: string;
  zone: string;
}

/** How a page is shown again: with what was typed, and with what is wrong. */
export interface Again {
  status: number;
  faults?: readonly Fault[];
  typed?: boolean;
}

/** One page or act below the person's own page. */
export interface Step {
  /** A page; without one only the act exists. */
  show?: (turn: Turn, again?: Again) => Promise<Outcome>;
  act?: (turn: Turn) => Promise<Outcome>;
}
export type Steps = Readonly<Record<string, Step>>;

export const formOf = ({ v, token }: Turn, faults: readonly Fault[] = []): Form => ({ v, token, faults });
export const pageOf = (text: string, status = 200): Outcome => ({ status, html: text });
export const goTo = ({ v }: Turn, page = ''): Outcome => ({ to: at(v, `/follow${page && `/${page}`}`) });
/** Back to the person's own page, which tells once what was done. */
export function told(turn: Turn, key?: Key): Outcome {
  if (key) turn.stay.state.told = key;
  return goTo(turn);
}
export const faultOf = ({ v }: Turn, field: string, key: Key, count = 0): Fault => ({ field, text: say(v, key, { count }) });
