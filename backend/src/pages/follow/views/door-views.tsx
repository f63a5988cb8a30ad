import { Problem, Text, type Form } from '../../frame/fields.js';
import { Frame, html } from '../../frame/frame.js';
import { at, say, type Scene } from '../../frame/scene.js';
import { Continue, Phone, T, Title } from '../../frame/words.js';
import { Plain } from '../../ask/views/end-views.js';

/**
 * The door. Nothing is ever filled in, not even when the form was sent a minute ago in this browser: what stands in a page can be
 * read by whoever holds the device next. What was typed wrong is not shown again, so that every refusal is the same page; and another
 * language is a link here, for there is nothing to take along.
 */
export function enterPage(v: Scene, wrong: boolean): string {
  const f: Form = { v, token: '', faults: wrong ? [{ field: 'number', text: say(v, 'follow.wrong') }] : [] };
  return html(
    <Frame v={v} title={say(v, 'follow.title')} faulty={wrong}>
      <form id="door" method="post" novalidate data-swap>
        <Problem f={f} />
        <Title>{say(v, 'follow.title')}</Title>
        <p class="lead">{say(v, 'follow.lead')}</p>
        <Text f={f} name="number" label={say(v, 'follow.number')} hint={say(v, 'follow.number.hint')} value={undefined} />
        <Text f={f} name="words" label={say(v, 'follow.words')} hint={say(v, 'follow.words.hint')} value={undefined} />
        <Continue v={v} k="follow.enter" />
      </form>
      <p>{say(v, 'follow.lost')}</p>
      <p>{say(v, 'follow.shared')}</p>
    </Frame>,
  );
}

/** Too many tries, for this number or from this address: how long to wait, and whom to call meanwhile. */
export const slowPage = (v: Scene, seconds: number): string =>
  html(
    <Frame v={v} title={say(v, 'slow.title')}>
      <Title>{say(v, 'slow.title')}</Title>
      <p class="lead">{say(v, 'slow.lead', { count: Math.max(1, Math.ceil(seconds / 60)) })}</p>
      {v.desk.phone && (
        <p>
          <T v={v} k="slow.call" phone={<Phone number={v.desk.phone} />} />
        </p>
      )}
    </Frame>,
  );

export const closedPage = (v: Scene): string =>
  html(
    <Frame v={v} title={say(v, 'shut.title')}>
      <Plain v={v} title="shut.title" lead="shut.lead">
        <div class="actions">
          <a class="btn primary" href={at(v, '/follow')}>
            {say(v, 'shut.again')}
          </a>
        </div>
      </Plain>
    </Frame>,
  );

export const erasedPage = (v: Scene): string =>
  html(
    <Frame v={v} title={say(v, 'erased.title')}>
      <Plain v={v} title="erased.title" lead="erased.lead">
        <p>{say(v, 'erased.again')}</p>
      </Plain>
    </Frame>,
  );
