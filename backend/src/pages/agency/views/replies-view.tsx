import type { VNode } from 'preact';
import type { GivenAnswer, GivenReply, SharedReferral } from '../../../partners/index.js';
import { say, type Scene } from '../../frame/scene.js';
import { whenInWords } from './door-views.js';

interface Line {
  at: Date;
  title: string;
  by: string | null;
  words: string | null;
}

const asked = (v: Scene, { saidAt, by, note }: GivenAnswer): Line => ({ at: saidAt, title: say(v, 'agency.said.needs-info'), by, words: note });
const told = (v: Scene, { at, text }: GivenReply): Line => ({ at, title: say(v, text === null ? 'agency.reply.declined' : 'agency.reply.person'), by: null, words: text });

/** Whether the person was not yet asked what the agency wanted to know last. */
export function waitsForReply({ answers, replies }: Pick<SharedReferral, 'answers' | 'replies'>): boolean {
  const last = answers.findLast(({ kind }) => kind === 'needs-info');
  return last !== undefined && !replies.some(({ at }) => at > last.saidAt);
}

/** What the agency wanted to know and what the person let it know, newest last. */
export const Conversation = ({ v, referral, zone }: { v: Scene; referral: SharedReferral; zone: string | null }): VNode | null => {
  const questions = referral.answers.filter(({ kind }) => kind === 'needs-info');
  const lines = [...questions.map((one) => asked(v, one)), ...referral.replies.map((one) => told(v, one))].sort((a, b) => a.at.getTime() - b.at.getTime());
  if (!lines.length) return null;
  return (
    <section class="said" aria-labelledby="asked">
      <h2 id="asked">{say(v, 'agency.reply.title')}</h2>
      <ul class="plain">
        {lines.map(({ at, title, by, words }) => (
          <li>
            <b>{title}</b> <span class="hint">{[whenInWords(v, at, zone), by].filter(Boolean).join(', ')}</span>
            {words && (
              <p>
                <q dir="auto">{words}</q>
              </p>
            )}
          </li>
        ))}
      </ul>
      {referral.may.includes('first') && waitsForReply(referral) && <p class="hint">{say(v, 'agency.reply.waits')}</p>}
    </section>
  );
};
