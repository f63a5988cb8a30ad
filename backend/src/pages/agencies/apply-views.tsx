import type { VNode } from 'preact';
import type { Standing } from '../../partners/index.js';
import { Area, AskForm, Problem, Text, type Form } from '../frame/fields.js';
import { at, say } from '../frame/scene.js';
import { Continue, Prose, T, Title } from '../frame/words.js';
import type { Typed } from './applied.js';

/** What is listed, what is not, and how that is decided. */
export const PolicyView = ({ f }: { f: Form }): VNode => (
  <>
    <Title>{say(f.v, 'policy.title')}</Title>
    <div class="prose">
      <Prose v={f.v} k="policy.body" />
    </div>
    <div class="actions">
      <a class="btn primary" href={at(f.v, '/agencies/apply')}>
        {say(f.v, 'apply.title')}
      </a>
    </div>
  </>
);

export const ApplyView = ({ f, typed, begun }: { f: Form; typed: Typed; begun: string }): VNode => (
  <AskForm f={f}>
    <input type="hidden" name="begun" value={begun} />
    <Problem f={f} />
    <Title>{say(f.v, 'apply.title')}</Title>
    <p class="lead">
      <T v={f.v} k="apply.lead" policy={<a href={at(f.v, '/agencies/policy')}>{say(f.v, 'apply.policy')}</a>} />
    </p>
    <Text f={f} name="name" label={say(f.v, 'apply.name')} value={typed.name} autocomplete="organization" />
    <Area f={f} name="about" label={say(f.v, 'apply.about')} hint={say(f.v, 'apply.about.hint')} value={typed.about} rows={6} />
    <Text f={f} name="page" label={say(f.v, 'apply.website')} hint={say(f.v, 'apply.optional')} value={typed.page} />
    <Text f={f} name="who" label={say(f.v, 'apply.who')} hint={say(f.v, 'apply.optional')} value={typed.who} autocomplete="name" />
    <Text f={f} name="email" label={say(f.v, 'apply.email')} hint={say(f.v, 'apply.email.hint')} value={typed.email} type="email" autocomplete="email" />
    <Text f={f} name="phone" label={say(f.v, 'apply.phone')} hint={say(f.v, 'apply.optional')} value={typed.phone} type="tel" autocomplete="tel" />
    <Continue v={f.v} k="apply.send" />
  </AskForm>
);

const Quoted = ({ text }: { text: string | null }): VNode | null =>
  text ? (
    <p>
      <q dir="auto">{text}</q>
    </p>
  ) : null;

/** Where it stands; a refusal can be looked at again, once. */
export const StandingView = ({ f, standing, words }: { f: Form; standing: Standing; words: string | undefined }): VNode => (
  <AskForm f={f}>
    <Problem f={f} />
    <p class="where">
      <bdi>{standing.name}</bdi>
    </p>
    <Title>{say(f.v, `application.${standing.state}.title`)}</Title>
    <p class="lead">{say(f.v, `application.${standing.state}.lead`)}</p>
    <Quoted text={standing.appealReason ?? standing.reason} />
    {standing.state === 'refused' && (
      <>
        <h2>{say(f.v, 'application.appeal.title')}</h2>
        <Area f={f} name="appeal" label={say(f.v, 'application.appeal.words')} hint={say(f.v, 'application.appeal.hint')} value={words} rows={5} />
        <Continue v={f.v} k="application.appeal.send" />
      </>
    )}
  </AskForm>
);
