import { Area, AskForm, Choices, labelled, Problem, type Form } from '../../frame/fields.js';
import { Frame, html } from '../../frame/frame.js';
import { instantInWords } from '../../frame/desk-hours.js';
import { at, say } from '../../frame/scene.js';
import { Continue, T, Title } from '../../frame/words.js';

export const HELPED = ['yes', 'no', 'unknown'] as const;
export const SOLVED = ['yes', 'partly', 'no', 'unknown'] as const;
const ASKED = ['tried', 'reached', 'served'] as const;

/** What was picked so far. */
export interface Helped {
  tried?: (typeof HELPED)[number] | undefined;
  reached?: (typeof HELPED)[number] | undefined;
  served?: (typeof HELPED)[number] | undefined;
  solved?: (typeof SOLVED)[number] | undefined;
}

/** Did it help? Four questions, none of which blames. */
export const helpedPage = (f: Form, service: string, picked: Helped): string =>
  html(
    <Frame v={f.v} title={say(f.v, 'helped.title')} faulty={f.faults.length > 0} back="/follow" form idle="/follow/closed">
      <AskForm f={f}>
        <Problem f={f} />
        <Title>{say(f.v, 'helped.title')}</Title>
        <p class="lead">
          <T v={f.v} k="helped.lead" place={service} />
        </p>
        {ASKED.map((name) => (
          <Choices f={f} name={name} legend={say(f.v, `helped.${name}`)} choices={labelled(f.v, 'helped', HELPED)} chosen={[picked[name]]} short />
        ))}
        <Choices f={f} name="solved" legend={say(f.v, 'helped.solved')} choices={labelled(f.v, 'helped', SOLVED)} chosen={[picked.solved]} short />
        <Continue v={f.v} k="helped.send" />
      </AskForm>
    </Frame>,
  );

export const addPage = (f: Form, words: string | undefined): string =>
  html(
    <Frame v={f.v} title={say(f.v, 'add.title')} faulty={f.faults.length > 0} back="/follow" form idle="/follow/closed">
      <AskForm f={f}>
        <Problem f={f} />
        <Title>{say(f.v, 'add.title')}</Title>
        <p class="lead">{say(f.v, 'add.lead')}</p>
        <Area f={f} name="more" label={say(f.v, 'add.more')} value={words} />
        <Continue v={f.v} k="sent.add" />
      </AskForm>
    </Frame>,
  );

/** What stopping does, before it is pressed. */
export const withdrawPage = (f: Form): string =>
  html(
    <Frame v={f.v} title={say(f.v, 'drop.title')} faulty={f.faults.length > 0} back="/follow" form idle="/follow/closed">
      <AskForm f={f}>
        <Problem f={f} />
        <Title>{say(f.v, 'drop.title')}</Title>
        <p class="lead">{say(f.v, 'drop.lead')}</p>
        <p>{say(f.v, 'drop.kept')}</p>
        <div class="actions">
          <button class="btn primary">{say(f.v, 'drop.now')}</button>
          <a class="btn" href={at(f.v, '/follow')}>
            {say(f.v, 'drop.not')}
          </a>
        </div>
      </AskForm>
    </Frame>,
  );

/** What deleting does, and what is held back for how long, before it is pressed (trust.md 6.8). */
export const erasePage = (f: Form, until: Date | undefined, zone: string): string =>
  html(
    <Frame v={f.v} title={say(f.v, 'erase.title')} faulty={f.faults.length > 0} back="/follow" form idle="/follow/closed">
      <AskForm f={f}>
        <Problem f={f} />
        <Title>{say(f.v, 'erase.title')}</Title>
        <p class="lead">{say(f.v, 'erase.lead')}</p>
        <p>{say(f.v, 'erase.places')}</p>
        <p>{say(f.v, 'erase.left')}</p>
        {until && (
          <div class="note">
            <p>
              <T v={f.v} k="erase.held" time={<b>{instantInWords(f.v.language, until, zone)}</b>} />
            </p>
          </div>
        )}
        <div class="actions">
          <button class="btn primary">{say(f.v, 'erase.now')}</button>
          <a class="btn" href={at(f.v, '/follow')}>
            {say(f.v, 'drop.not')}
          </a>
        </div>
      </AskForm>
    </Frame>,
  );
