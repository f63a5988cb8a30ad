import type { VNode } from 'preact';
import type { Place } from '../../../partners/index.js';
import { Problem, Text } from '../../frame/fields.js';
import { at, say } from '../../frame/scene.js';
import { Continue, Title } from '../../frame/words.js';
import { AgencyForm, type DoorProps } from '../views/door-views.js';
import { PasskeyForm, WithPasskeys } from './passkey-form.js';

/** One field, or a passkey and no field. What is said afterwards is the same for every address. */
export const SignInView = ({ f, typed }: DoorProps & { typed: string | undefined }): VNode => (
  <>
    <AgencyForm f={f} action={at(f.v, '/agency')}>
      <Problem f={f} />
      <Title>{say(f.v, 'member.door.title')}</Title>
      <p class="lead">{say(f.v, 'member.door.lead')}</p>
      <Text f={f} name="email" label={say(f.v, 'member.email')} value={typed} type="email" autocomplete="email" first />
      <Continue v={f.v} />
    </AgencyForm>
    <WithPasskeys>
      <PasskeyForm f={f} way="use" action="/agency/passkey" k="member.passkey.signIn" />
    </WithPasskeys>
    <h2>{say(f.v, 'member.door.none')}</h2>
    <p>{say(f.v, 'member.door.none.lead')}</p>
  </>
);

/** Whether a code was mailed is said to the mailbox alone. */
export const DoorCodeView = ({ f }: DoorProps): VNode => (
  <>
    <AgencyForm f={f} action={at(f.v, '/agency/code')}>
      <Problem f={f} />
      <Title>{say(f.v, 'agency.code.title')}</Title>
      <p class="lead">{say(f.v, 'member.code.lead')}</p>
      <Text f={f} name="code" label={say(f.v, 'agency.code.label')} value="" type="tel" autocomplete="one-time-code" digits first />
      <Continue v={f.v} />
    </AgencyForm>
    <details class="more">
      <summary>{say(f.v, 'agency.code.none')}</summary>
      <p>{say(f.v, 'member.code.none')}</p>
      <p>
        <a class="btn" href={at(f.v, '/agency')}>
          {say(f.v, 'member.code.again')}
        </a>
      </p>
    </details>
  </>
);

/** For who has an account at several places. */
export const WhichView = ({ f, places }: DoorProps & { places: readonly Place[] }): VNode => (
  <AgencyForm f={f} action={at(f.v, '/agency/which')}>
    <Problem f={f} />
    <Title>{say(f.v, 'member.which.title')}</Title>
    <div class="actions stack">
      {places.map(({ memberId, agency }) => (
        <button class="btn equal" name="member" value={memberId}>
          <bdi>{agency}</bdi>
        </button>
      ))}
    </div>
  </AgencyForm>
);
