import type { ComponentChildren, JSX, VNode } from 'preact';
import type { Key } from '../texts/texts.js';
import { Icon } from './icons.js';
import { say, type Scene } from './scene.js';

/** One fault: the field to go to, and what to do about it. */
export interface Fault {
  field: string;
  text: string;
}

/** What a form page knows besides the scene: what was typed, what is wrong with it, and what proves that the form is ours. */
export interface Form {
  v: Scene;
  faults: readonly Fault[];
  token: string;
}

const faultOf = ({ faults }: Form, name: string): string | undefined => faults.find(({ field }) => field === name)?.text;
const described = (name: string, { hint, wrong }: { hint: boolean; wrong: boolean }): string | undefined => [hint && `${name}-hint`, wrong && `${name}-why`].filter(Boolean).join(' ') || undefined;

const Hint = ({ name, text }: { name: string; text: string | undefined }): VNode | null => (text ? <p class="hint" id={`${name}-hint`}>{text}</p> : null);

const Why = ({ f, name }: { f: Form; name: string }): VNode | null => {
  const text = faultOf(f, name);
  return text ? (
    <p class="why" id={`${name}-why`}>
      <Icon name="alert" />
      <span>
        <span class="sr">{say(f.v, 'frame.error')} </span>
        {text}
      </span>
    </p>
  ) : null;
};

/** All faults at the top, in the fields' own words; it takes the focus. */
export const Problem = ({ f }: { f: Form }): VNode | null =>
  f.faults.length ? (
    <div class="problem" id="problem" role="alert" tabindex={-1} autofocus>
      <h2>
        <Icon name="alert" /> {f.faults.length === 1 ? say(f.v, 'frame.one') : say(f.v, 'frame.some', { count: f.faults.length })}
      </h2>
      <ul>
        {f.faults.map(({ field, text }) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  ) : null;

export interface Choice {
  value: string;
  label: string;
  hint?: string | undefined;
  /** Opens when this choice is taken; CSS alone does it. */
  under?: ComponentChildren;
}

interface ChoicesProps {
  f: Form;
  name: string;
  legend: ComponentChildren;
  hint?: string;
  /** A sentence under the question when the question is the page's title. */
  lead?: string;
  choices: readonly Choice[];
  chosen: readonly (string | undefined)[];
  many?: boolean;
  /** Short answers stand side by side. */
  short?: boolean;
}

const One = ({ name, choice, many, chosen, first }: { name: string; choice: Choice; many: boolean; chosen: boolean; first: boolean }): VNode => (
  <>
    <label class="choice">
      {many ? <input type="checkbox" name={name} value={choice.value} checked={chosen} id={first ? name : undefined} /> : <input type="radio" name={name} value={choice.value} checked={chosen} id={first ? name : undefined} />}
      <span>
        {choice.label}
        {choice.hint && <span class="hint">{choice.hint}</span>}
      </span>
    </label>
    {choice.under && <div class="under">{choice.under}</div>}
  </>
);

/** A question with answers to pick from. */
export const Choices = ({ f, name, legend, hint, lead, choices, chosen, many = false, short }: ChoicesProps): VNode => (
  <fieldset class={`field${lead ? ' first' : ''}${faultOf(f, name) ? ' wrong' : ''}`} aria-describedby={described(name, { hint: Boolean(hint ?? lead), wrong: !!faultOf(f, name) })}>
    <legend>{legend}</legend>
    {lead ? <p class="lead" id={`${name}-hint`}>{lead}</p> : <Hint name={name} text={hint} />}
    <Why f={f} name={name} />
    <div class={short ? 'choices short' : 'choices'}>
      {choices.map((choice, place) => (
        <One name={name} choice={choice} many={many} chosen={chosen.includes(choice.value)} first={place === 0} />
      ))}
    </div>
  </fieldset>
);

interface FieldProps {
  f: Form;
  name: string;
  label: string;
  hint?: string;
  value: string | undefined;
  type?: 'text' | 'tel' | 'email' | 'date';
  autocomplete?: string;
  /** Digits alone: a phone shows its number keys. */
  digits?: boolean;
  /** The page is about this field: it has the focus when the page opens, unless something is wrong. */
  first?: boolean;
}

/** Shows a field's label, hint and fault around its control. */
const Around = ({ f, name, label, hint, children }: Pick<FieldProps, 'f' | 'name' | 'label'> & { hint: string | undefined; children: ComponentChildren }): VNode => (
  <div class={faultOf(f, name) ? 'field wrong' : 'field'}>
    <label for={name}>{label}</label>
    <Hint name={name} text={hint} />
    <Why f={f} name={name} />
    {children}
  </div>
);

const wiring = ({ f, name, hint }: Pick<FieldProps, 'f' | 'name' | 'hint'>): Record<string, unknown> => ({
  id: name,
  name,
  'aria-describedby': described(name, { hint: !!hint, wrong: !!faultOf(f, name) }),
  'aria-invalid': faultOf(f, name) ? 'true' : undefined,
});

export const Text = ({ f, name, label, hint, value, type = 'text', autocomplete = 'off', digits, first }: FieldProps): VNode => (
  <Around f={f} name={name} label={label} hint={hint}>
    <input {...({ type, ...wiring({ f, name, hint }), inputmode: digits && 'numeric', autofocus: first && !f.faults.length } as JSX.IntrinsicElements['input'])} class="input" value={value ?? ''} autocomplete={autocomplete} dir={type === 'text' ? 'auto' : 'ltr'} spellcheck={false} />
  </Around>
);

export const Area = ({ f, name, label, hint, value, rows = 6 }: FieldProps & { rows?: number }): VNode => (
  <Around f={f} name={name} label={label} hint={hint}>
    <textarea {...(wiring({ f, name, hint }))} class="input" rows={rows} dir="auto" value={value ?? ''} />
  </Around>
);

export const Select = ({ f, name, label, hint, value, options }: FieldProps & { options: readonly { value: string; label: string }[] }): VNode => (
  <Around f={f} name={name} label={label} hint={hint}>
    <select {...(wiring({ f, name, hint }))} class="input">
      {options.map((option) => (
        <option value={option.value} selected={option.value === (value ?? '')}>
          {option.label}
        </option>
      ))}
    </select>
  </Around>
);

/** The texts `prefix.code` for each code. */
export const labelled = (v: Scene, prefix: string, codes: readonly string[]): { value: string; label: string }[] => codes.map((value) => ({ value, label: say(v, `${prefix}.${value}` as Key) }));

/** A form of the journey: token, trap and faults are always the same. */
export const AskForm = ({ f, children }: { f: Form; children: ComponentChildren }): VNode => (
  <form id="ask" method="post" novalidate data-swap>
    <input type="hidden" name="token" value={f.token} />
    <div class="sr" aria-hidden="true">
      <label for="website">{say(f.v, 'frame.trap')}</label>
      <input type="text" id="website" name="website" tabindex={-1} autocomplete="off" />
    </div>
    {children}
  </form>
);
