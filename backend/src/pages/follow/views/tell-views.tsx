import type { HeldBack } from '../../../intake/index.js';
import { AddFields } from '../../ask/views/end-views.js';
import { Choices, labelled, type Form } from '../../frame/fields.js';
import { instantInWords } from '../../frame/desk-hours.js';
import { say } from '../../frame/scene.js';
import { Continue, T } from '../../frame/words.js';
import { stayForm, Sure } from './stay-form.js';

export const HELPED = ['yes', 'no', 'unknown'] as const;
export const SOLVED = ['yes', 'partly', 'no', 'unknown'] as const;
/** Who was to make contact is asked whether they did; where an agency was to, that is not theirs to answer. */
const ASKED = { self: ['tried', 'reached', 'served'], agency: ['served'] } as const;

/** What was picked so far. */
export interface Helped {
  tried?: (typeof HELPED)[number] | undefined;
  reached?: (typeof HELPED)[number] | undefined;
  served?: (typeof HELPED)[number] | undefined;
  solved?: (typeof SOLVED)[number] | undefined;
}

/** Did it help? At most four questions, none of which blames. */
export const helpedPage = (f: Form, { service, who }: { service: string; who: keyof typeof ASKED }, picked: Helped): string =>
  stayForm(f, {
    title: 'helped.title',
    children: (
      <>
        <p class="lead">
          <T v={f.v} k="helped.lead" place={service} />
        </p>
        {ASKED[who].map((name) => (
          <Choices f={f} name={name} legend={say(f.v, `helped.${name}`)} choices={labelled(f.v, 'helped', HELPED)} chosen={[picked[name]]} short />
        ))}
        <Choices f={f} name="solved" legend={say(f.v, 'helped.solved')} choices={labelled(f.v, 'helped', SOLVED)} chosen={[picked.solved]} short />
        <Continue v={f.v} k="helped.send" />
      </>
    ),
  });

export const addPage = (f: Form, words: string | undefined): string => stayForm(f, { title: 'add.title', children: <AddFields f={f} words={words} /> });

/** What stopping does, before it is pressed. */
export const withdrawPage = (f: Form): string =>
  stayForm(f, {
    title: 'drop.title',
    children: (
      <>
        <p class="lead">{say(f.v, 'drop.lead')}</p>
        <p>{say(f.v, 'drop.kept')}</p>
        <Sure f={f} yes="drop.now" />
      </>
    ),
  });

/** What deleting does, and what is held back for how long, before it is pressed (trust.md 6.8). */
export const erasePage = (f: Form, held: HeldBack | undefined, zone: string): string =>
  stayForm(f, {
    title: 'erase.title',
    children: (
      <>
        <p class="lead">{say(f.v, 'erase.lead')}</p>
        <p>{say(f.v, 'erase.places')}</p>
        <p>{say(f.v, 'erase.left')}</p>
        {held && (
          <div class="note">
            <p>
              <T v={f.v} k={held.because === 'crisis' ? 'erase.held-crisis' : 'erase.held'} time={<b>{instantInWords(f.v.language, held.until, zone)}</b>} />
            </p>
          </div>
        )}
        <Sure f={f} yes="erase.now" />
      </>
    ),
  });
