import type { VNode } from 'preact';
import type { Right, TeamMember } from '../../../partners/index.js';
import { list, text, type Raw } from '../../ask/answers/raw.js';
import { dayInWords } from '../../frame/desk-hours.js';
import { Choices, Problem, Select, Text } from '../../frame/fields.js';
import { at, say } from '../../frame/scene.js';
import { Continue, Ltr, Title } from '../../frame/words.js';
import { LANGUAGES } from '../../texts/texts.js';
import { AgencyForm, type DoorProps } from '../views/door-views.js';
import { MayList } from './member-nav.js';

const One = ({ f, zone, who, own }: Pick<DoorProps, 'f' | 'zone'> & { who: TeamMember; own: string }): VNode => (
  <li class="way">
    <h2>
      <bdi>{who.name}</bdi>
      {who.id === own && <> {say(f.v, 'member.team.you')}</>}
    </h2>
    <p class="hint">
      <Ltr>{who.email}</Ltr>
    </p>
    {!who.acceptedAt && <p>{say(f.v, 'member.team.invited', { day: dayInWords(f.v.language, who.invitedUntil, zone ?? 'UTC') })}</p>}
    <MayList v={f.v} may={who.may} />
    <form class="act" method="post" action={at(f.v, '/agency/end')}>
      <input type="hidden" name="token" value={f.token} />
      <button class="btn" name="member" value={who.id}>
        {say(f.v, who.acceptedAt ? 'member.end' : 'member.end.invitation')}
        <span class="sr"> {who.name}</span>
      </button>
    </form>
  </li>
);

/** Who is in, what each may do, and who is invited. */
export const TeamView = ({ f, zone, team, own }: DoorProps & { team: readonly TeamMember[]; own: string }): VNode => (
  <>
    <Problem f={f} />
    <Title>{say(f.v, 'member.team.title')}</Title>
    <div class="actions">
      <a class="btn primary" href={at(f.v, '/agency/invite')}>
        {say(f.v, 'member.invite')}
      </a>
    </div>
    <ul class="found">
      {team.map((who) => (
        <One f={f} zone={zone} who={who} own={own} />
      ))}
    </ul>
  </>
);

/** Nobody can give a right that they do not have: it is not there to tick. */
export const InviteView = ({ f, raw, own }: DoorProps & { raw: Raw; own: readonly Right[] }): VNode => (
  <AgencyForm f={f} action={at(f.v, '/agency/invite')}>
    <Problem f={f} />
    <Title>{say(f.v, 'member.invite.title')}</Title>
    <p class="lead">{say(f.v, 'member.invite.lead')}</p>
    <Text f={f} name="name" label={say(f.v, 'member.name')} value={text(raw, 'name')} />
    <Text f={f} name="email" label={say(f.v, 'member.email')} value={text(raw, 'email')} type="email" />
    <Choices f={f} name="may" legend={say(f.v, 'member.may')} many choices={own.map((value) => ({ value, label: say(f.v, `member.may.${value}`) }))} chosen={list(raw, 'may')} />
    <Select f={f} name="speaks" label={say(f.v, 'member.language')} value={text(raw, 'speaks') ?? f.v.language.code} options={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))} />
    <Continue v={f.v} k="member.invite.send" />
  </AgencyForm>
);

/** What an end does, before it is done. */
export const EndView = ({ f, who }: DoorProps & { who: TeamMember }): VNode => (
  <AgencyForm f={f} action={at(f.v, '/agency/end')}>
    <Title>{say(f.v, 'member.end.title', { name: who.name })}</Title>
    <p class="lead">{say(f.v, 'member.end.lead')}</p>
    <input type="hidden" name="member" value={who.id} />
    <div class="actions">
      <button class="btn primary" name="sure" value="yes">
        {say(f.v, 'member.end.yes')}
      </button>
    </div>
  </AgencyForm>
);
