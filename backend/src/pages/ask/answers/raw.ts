import { ValidateBy, type ValidationArguments } from 'class-validator';

/** A posted form, as the parser gives it: a text, or several under one name. */
export type Raw = Readonly<Record<string, unknown>>;

// Characters that no keyboard sends; line breaks and tabs stay.
const CONTROL = /(?![\t\n\r\u0080-\u009f])\p{Cc}/gu;

const clean = (value: string): string => value.replace(/\r\n?/g, '\n').replace(CONTROL, '').trim();

/** The field's text; undefined when it was left empty. */
export function text(raw: Raw, name: string): string | undefined {
  const [first] = list(raw, name);
  return first;
}

export function list(raw: Raw, name: string): string[] {
  const value = raw[name];
  return [value].flat().filter((one): one is string => typeof one === 'string').map(clean).filter((one) => one !== '');
}

/** One of `codes`; anything else counts as not answered. */
export function code<C extends string>(raw: Raw, name: string, codes: readonly C[]): C | undefined {
  const value = text(raw, name);
  return codes.find((one) => one === value);
}

/**
 * The one rule of a field: `fault` gives the text key of what is wrong, or nothing. One rule for each field keeps the
 * order of faults plain: the first fault of a field is the only one.
 */
export const Rule = <T>(fault: (value: unknown, all: T) => string | undefined): PropertyDecorator =>
  ValidateBy({
    name: 'rule',
    validator: {
      validate: (value: unknown, args?: ValidationArguments) => fault(value, args?.object as T) === undefined,
      defaultMessage: (args?: ValidationArguments) => fault(args?.value, args?.object as T) ?? '',
    },
  });
