import type { ComponentChildren, VNode } from 'preact';
import type { Refusal } from '../../../partners/index.js';
import { DeskError } from '../../../platform/index.js';
import type { Form } from '../../frame/fields.js';
import { at, say } from '../../frame/scene.js';
import { languageOf, type Key } from '../../texts/texts.js';
import type { Outcome } from '../../visit/visitor.js';
import type { Caller } from '../caller.js';
import type { Missing } from '../posted.js';

/** Shown by the page's script where the browser knows passkeys; to everybody else it is not there. */
export const WithPasskeys = ({ children }: { children: ComponentChildren }): VNode => <template data-passkey>{children}</template>;

interface Props {
  f: Form;
  /** `use`: one that they have; `add`: a new one. */
  way: 'use' | 'add';
  /** Where the answer of the device goes, without language. */
  action: string;
  k: Key;
  children?: ComponentChildren;
}

/** The script asks the device and puts what it says into the form. */
export const PasskeyForm = ({ f, way, action, k, children }: Props): VNode => (
  <form method="post" action={at(f.v, action)} data-way={way} data-ask={at(f.v, '/agency/passkey-options')} data-failed={say(f.v, `member.passkey.${way}.failed`)} data-twice={say(f.v, 'member.passkey.twice')}>
    <input type="hidden" name="token" value={f.token} />
    <input type="hidden" name="credential" />
    {children}
    <div class="actions">
      <button class={way === 'add' ? 'btn primary' : 'btn'}>{say(f.v, k)}</button>
    </div>
    <p class="told" role="status" />
  </form>
);

/** Why a passkey opened nothing, as far as that is told. */
export const refusedAs = (refused: Refusal): Missing => ({ field: 'h', fault: refused === 'counter' || refused === 'stopped' ? 'member.passkey.stopped' : 'member.passkey.refused' });

const SAID: Readonly<Record<number, Key>> = { 401: 'agency.stale', 403: 'member.passkey.old', 429: 'member.passkey.slow' };

/** What a page's script is told: what to ask of the device, or in words why nothing is asked. */
export async function toScript({ language }: Caller, work: () => Promise<{ options: object; cookie?: string }>): Promise<Outcome> {
  try {
    const { options, cookie } = await work();
    return { status: 200, data: { options }, ...(cookie && { member: cookie }) };
  } catch (error) {
    const key = error instanceof DeskError ? SAID[error.status] : undefined;
    if (!key || !(error instanceof DeskError)) throw error;
    const seconds = Number(error.extra['retryAfter'] ?? 0);
    const said = say({ language: languageOf(language) }, key, { count: Math.max(1, Math.ceil(seconds / 60)) });
    return { status: error.status, data: { said }, ...(seconds && { retryAfter: seconds }) };
  }
}
