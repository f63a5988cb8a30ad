import type { VNode } from 'preact';
import type { OpenLink, Right } from '../../../partners/index.js';
import { at, say, type Scene } from '../../frame/scene.js';
import type { Key } from '../../texts/texts.js';

interface Way {
  path: string;
  /** Pages that belong to it, too. */
  also?: string;
  key: Key;
  /** Undefined: for every member. */
  right?: Right;
  /** Of use with a script alone, to who has none of it yet. */
  scripted?: boolean;
}
const WAYS: readonly Way[] = [
  { path: '/agency/inbox', also: '/agency/referral/', key: 'member.nav.inbox' },
  { path: '/agency/listings', key: 'member.nav.listings', right: 'listings' },
  { path: '/agency/team', also: '/agency/invite', key: 'member.nav.team', right: 'team' },
  { path: '/agency/passkeys', key: 'member.nav.passkeys', scripted: true },
  { path: '/agency/out', key: 'member.nav.out' },
];

/** `page`: the very page; `true`: one that belongs to it. */
function standing(here: string, { path, also }: Way): 'page' | 'true' | undefined {
  if (here === path) return 'page';
  return [`${path}/`, also].some((start) => start && here.startsWith(start)) ? 'true' : undefined;
}

/** The rooms of an account: those that its member may enter. */
export const MemberNav = ({ v, member: { may, passkeys } }: { v: Scene; member: NonNullable<OpenLink['member']> }): VNode => (
  <nav class="wrap rooms" aria-label={say(v, 'member.nav')}>
    {WAYS.filter(({ right }) => !right || may.includes(right)).map((way) => (
      <a class={way.scripted && !passkeys ? 'scripted' : undefined} href={at(v, way.path)} aria-current={standing(v.path, way)}>
        {say(v, way.key)}
      </a>
    ))}
  </nav>
);

/** What a member may do, in words. */
export const MayList = ({ v, may }: { v: Scene; may: readonly Right[] }): VNode => (
  <ul class="plain">
    {may.map((right) => (
      <li>{say(v, `member.may.${right}`)}</li>
    ))}
  </ul>
);

/** What an invitation is to: of whom, stands above it. */
export const InvitedTo = ({ v, may }: { v: Scene; may: readonly Right[] }): VNode => (
  <>
    <p class="lead">{say(v, 'member.invited.lead')}</p>
    <MayList v={v} may={may} />
    <p class="hint">{say(v, 'member.invited.free')}</p>
  </>
);
