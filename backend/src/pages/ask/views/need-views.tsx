import type { VNode } from 'preact';
import { ASKERS, SAFETY, TOPICS } from '../../../intake/index.js';
import { AskForm, Area, Choices, labelled, Problem, Text } from '../../frame/fields.js';
import { say, type Scene } from '../../frame/scene.js';
import { Continue, Title } from '../../frame/words.js';
import { MOST_WORDS } from '../answers/help.js';
import { AS_TYPED } from '../answers/where.js';
import { KNOWS } from '../answers/who.js';
import type { AskProps } from './props.js';
import { Where } from './where-mark.js';

export const WhoView = ({ f, answers: { who } }: AskProps): VNode => {
  const choices = labelled(f.v, 'who', ASKERS).map((choice) => ({ ...choice, hint: choice.value === 'carer' ? say(f.v, 'who.carer.hint') : choice.value === 'professional' ? say(f.v, 'who.professional.hint') : undefined }));
  return (
    <AskForm f={f}>
      <Problem f={f} />
      <Choices f={f} name="asker" legend={<Where v={f.v} page="who" title="who.title" />} lead={say(f.v, 'who.lead')} choices={choices} chosen={[who?.asker]} />
      <div class="for-other">
        <Choices f={f} name="knows" legend={say(f.v, 'who.knows')} hint={say(f.v, 'who.knows.hint')} choices={labelled(f.v, 'who.knows', KNOWS)} chosen={[who?.knows]} short />
      </div>
      <Continue v={f.v} />
    </AskForm>
  );
};

export const SafetyView = ({ f, answers: { safety } }: AskProps): VNode => (
  <AskForm f={f}>
    <Problem f={f} />
    <Choices f={f} name="safety" legend={<Where v={f.v} page="safety" title="safety.title" />} lead={say(f.v, 'safety.lead')} choices={labelled(f.v, 'safety', SAFETY)} chosen={[safety?.safety]} />
    <Continue v={f.v} />
  </AskForm>
);

/** The operator's own sentence; so far it is kept in English only. */
const Duty = ({ v, text }: { v: Scene; text: string }): VNode => (
  <div class="note">
    {v.language.code !== 'en' && <p>{say(v, 'help.duty')}</p>}
    <p lang="en">{text}</p>
  </div>
);

export const HelpView = ({ f, answers: { help, brought }, duty }: AskProps): VNode => (
  <AskForm f={f}>
    <Problem f={f} />
    {brought && <p class="note">{say(f.v, 'help.brought')}</p>}
    <Choices f={f} name="topics" legend={<Where v={f.v} page="help" title="help.title" />} lead={say(f.v, 'help.lead')} choices={labelled(f.v, 'help', TOPICS)} chosen={help?.topics ?? []} many short />
    {duty && <Duty v={f.v} text={duty} />}
    <Area f={f} name="words" label={say(f.v, 'help.words')} hint={say(f.v, 'help.words.hint', { count: MOST_WORDS })} value={help?.words} />
    <Continue v={f.v} />
  </AskForm>
);

/** What was typed stands in the field, as it was: choosing here is quicker than typing again, and leaving it is one press. */
const Meant = ({ f, typed, meant }: { f: AskProps['f']; typed: string; meant: readonly string[] }): VNode => (
  <div class="note meant" id={f.faults.length ? undefined : 'problem'} role="group" tabindex={-1} autofocus aria-label={say(f.v, 'where.meant')}>
    <input type="hidden" name="asked" value={typed} />
    <Choices
      f={f}
      name="meant"
      legend={say(f.v, 'where.meant')}
      hint={say(f.v, 'where.meant.hint')}
      choices={[...meant.map((label) => ({ value: label, label })), { value: AS_TYPED, label: say(f.v, 'where.typed', { place: typed }) }]}
      chosen={[]}
    />
  </div>
);

export const WhereView = ({ f, answers: { where }, meant }: AskProps): VNode => (
  <AskForm f={f}>
    <Problem f={f} />
    <Where v={f.v} page="where" title="where.title" />
    <p class="lead">{say(f.v, 'where.lead')}</p>
    <Text f={f} name="place" label={say(f.v, 'where.place')} hint={say(f.v, 'where.place.hint')} value={where?.place} />
    {meant.length > 0 && <Meant f={f} typed={where?.place ?? ''} meant={meant} />}
    <div class="choices">
      <label class="choice">
        <input type="checkbox" name="nowhere" value="yes" checked={where?.nowhere ?? false} />
        <span>{say(f.v, 'where.nowhere')}</span>
      </label>
    </div>
    <Continue v={f.v} />
  </AskForm>
);

export const BeforeView = ({ f }: AskProps): VNode => (
  <AskForm f={f}>
    <Title>{say(f.v, 'before.title')}</Title>
    <p class="lead">{say(f.v, 'before.lead')}</p>
    <p>
      {say(f.v, 'before.does')} {say(f.v, 'before.shift')}
    </p>
    <p>{say(f.v, 'before.cannot')}</p>
    <p>{say(f.v, 'before.kept')}</p>
    <Continue v={f.v} />
  </AskForm>
);
