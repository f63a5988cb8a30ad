/** What the desk says or writes to a person, and what it notes for itself. */
export const TEMPLATE_KINDS = ['message', 'note'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

export const VARIABLES = ['reference', 'first name', 'service', 'service phone', 'specialist first name', 'desk phone'] as const;
export type Variable = (typeof VARIABLES)[number];
export type Values = Readonly<Partial<Record<Variable, string>>>;

/** What tells somebody who reads along what it is about, or who we are. */
const TELLING: readonly Variable[] = ['service', 'service phone', 'desk phone'];

const HOLE = /\{\{([^{}]*)\}\}/g;
const isVariable = (name: string): name is Variable => (VARIABLES as readonly string[]).includes(name);
const nameIn = (hole: string): string => hole.trim().replace(/\s+/g, ' ').toLowerCase();
const namesIn = (text: string): string[] => [...new Set([...text.matchAll(HOLE)].map(([, hole = '']) => nameIn(hole)))];

/** A fault of a text: an unknown variable, a brace that belongs to none, or one that a neutral text must not have. */
export interface TemplateFault {
  code: 'variable.unknown' | 'variable.braces' | 'variable.not-neutral';
  detail: string;
}

/** Nothing that could not be filled, or that would be sent as braces, is kept. */
export function templateFaults(text: string, { neutral }: { neutral: boolean }): TemplateFault[] {
  const names = namesIn(text);
  const unknown = names.filter((name) => !isVariable(name)).map((name) => ({ code: 'variable.unknown' as const, detail: `There is no {{${name}}}. There are ${VARIABLES.map((each) => `{{${each}}}`).join(', ')}` }));
  const braces = /[{}]/.test(text.replace(HOLE, '')) ? [{ code: 'variable.braces' as const, detail: 'A brace stands alone. A variable has two on each side, such as {{reference}}' }] : [];
  const telling = neutral ? names.filter((name) => (TELLING as readonly string[]).includes(name)) : [];
  return [...unknown, ...braces, ...telling.map((name) => ({ code: 'variable.not-neutral' as const, detail: `A neutral text must not say {{${name}}}: somebody else may read it` }))];
}

export type Filled = { text: string } | { missing: string[] };
/** The text with its holes filled, or the names of those that cannot be: never braces. */
export function fillTemplate(text: string, values: Values): Filled {
  const missing = namesIn(text).filter((name) => !isVariable(name) || !values[name]);
  return missing.length ? { missing } : { text: text.replace(HOLE, (_, hole: string) => values[nameIn(hole) as Variable] ?? '') };
}

/** The ways of contact that decide what may be said. */
export interface Hearing {
  channel: 'text' | 'phone' | 'email' | 'self';
  others: 'hang-up' | 'ask-for-me' | 'say-who' | null;
  emailOk: boolean;
  /** Violence may be part of it. */
  dv: boolean;
}

/** Whether only who it is for hears or reads it: then what it is about may be said, and a name. */
export const isPrivate = ({ channel, others, emailOk, dv }: Hearing): boolean =>
  !dv && ((channel === 'phone' && others === 'say-who') || (channel === 'email' && emailOk) || channel === 'text');

/** Why a template may not be used for a request; undefined when it may. A note stays at the desk. */
export function refusalOf({ kind, neutral }: { kind: TemplateKind; neutral: boolean }, hearing: Hearing): 'self' | 'not-neutral' | undefined {
  if (kind === 'note') return undefined;
  if (hearing.channel === 'self') return 'self';
  return neutral || isPrivate(hearing) ? undefined : 'not-neutral';
}
