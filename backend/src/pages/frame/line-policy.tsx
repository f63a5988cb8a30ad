import type { VNode } from 'preact';
import type { PeerView } from '../../directory/index.js';
import { say, type Scene } from './scene.js';
import { T } from './words.js';

/** Who answers a line, and what it does without being asked: said wherever somebody may choose it, also when nobody knows. Nothing where there is no line. */
export const LinePolicy = ({ v, peer: { line, dispatch, callsADay } }: { v: Scene; peer: Pick<PeerView, 'line' | 'dispatch' | 'callsADay'> }): VNode | null =>
  line && (
    <>
      {say(v, `find.line.${line}`)} {say(v, `find.line.${dispatch ?? 'unknown'}`)}
      {callsADay !== null && <> <T v={v} k="find.line.calls" many={String(callsADay)} /></>}
    </>
  );
