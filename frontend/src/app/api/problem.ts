import { HttpErrorResponse } from '@angular/common/http';

/** A refusal as the API words it (RFC 9457), or our own words when no answer came. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  errors: { field: string; code: string; detail?: string }[];
  extra: Record<string, unknown>;
}

const OFFLINE: Problem = { status: 0, code: 'net.none', title: 'No connection to the desk. What you typed is kept. Try again.', errors: [], extra: {} };

export function problemOf(error: unknown): Problem {
  if (!(error instanceof HttpErrorResponse)) return { ...OFFLINE, code: 'desk.broken', title: 'Something broke on this page. What you typed is kept.' };
  if (error.status === 0) return OFFLINE;
  const body = (error.error ?? {}) as Partial<Problem> & Record<string, unknown>;
  return {
    status: error.status,
    code: body.code ?? `http.${error.status}`,
    title: body.title ?? 'The desk could not answer. Nothing was lost. Try again in a moment.',
    errors: body.errors ?? [],
    extra: body,
  };
}

/** What to do about one field, or undefined when it is fine. */
export const faultOf = (problem: Problem | null, field: string): string | undefined => {
  const fault = problem?.errors.find((each) => each.field === field);
  return fault && (fault.detail ?? 'Please look at this again.');
};
