import type { ComponentChildren, VNode } from 'preact';
import { AskForm, Problem, type Form } from '../../frame/fields.js';
import { Frame, html } from '../../frame/frame.js';
import { at, say } from '../../frame/scene.js';
import { Title } from '../../frame/words.js';
import type { Key } from '../../texts/texts.js';

interface StayForm {
  title: Key;
  /** Address of the page before, without language; the person's page when left out. */
  back?: string;
  /** What follows the form. */
  after?: ComponentChildren;
  children: ComponentChildren;
}

/** A page with one form on the person's own page: what was typed wrong, its question, its fields. */
export const stayForm = (f: Form, { title, back = '/follow', after, children }: StayForm): string =>
  html(
    <Frame v={f.v} title={say(f.v, title)} faulty={f.faults.length > 0} back={back} form idle="/follow/closed">
      <AskForm f={f}>
        <Problem f={f} />
        <Title>{say(f.v, title)}</Title>
        {children}
      </AskForm>
      {after}
    </Frame>,
  );

/** Do it, or leave it as it is. */
export const Sure = ({ f, yes }: { f: Form; yes: Key }): VNode => (
  <div class="actions">
    <button class="btn primary">{say(f.v, yes)}</button>
    <a class="btn" href={at(f.v, '/follow')}>
      {say(f.v, 'drop.not')}
    </a>
  </div>
);
