/** One fault of one field: `field` is a path such as `contact.phone`, `code` a stable word, `detail` a sentence that says what to do. */
export interface FieldFault {
  field: string;
  code: string;
  detail?: string;
}

/** Every refusal of the product. `code` is stable and translatable; `detail` never holds anything a person typed. */
export class DeskError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly FieldFault[] = [],
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
    this.name = 'DeskError';
  }
}

export const invalid = (errors: readonly FieldFault[], detail = 'Some answers need another look.'): DeskError => new DeskError(422, 'request.invalid', detail, errors);
/** Foreign and missing are told apart by nobody: both answer this. */
export const notFound = (what: string): DeskError => new DeskError(404, `${what}.not-found`, 'There is nothing at this address.');
export const conflict = (code: string, detail: string, extra: Readonly<Record<string, unknown>> = {}): DeskError => new DeskError(409, code, detail, [], extra);
/** `since` says what was changed, where the reader can be shown it. */
export const stale = (what: string, since?: object): DeskError => new DeskError(412, `${what}.stale`, 'Somebody changed this in the meantime. Load it again.', [], since && { since });
export const preconditionRequired = (): DeskError => new DeskError(428, 'request.version-required', 'Send the version you read in If-Match.');
export const unauthenticated = (code = 'session.none', detail = 'Sign in first.'): DeskError => new DeskError(401, code, detail);
export const forbidden = (code = 'act.not-allowed'): DeskError => new DeskError(403, code, 'Your roles do not allow this.');
export const tooMany = (seconds: number): DeskError => new DeskError(429, 'request.too-many', 'Too many tries. Wait a little.', [], { retryAfter: seconds });
export const unavailable = (code = 'desk.unavailable'): DeskError => new DeskError(503, code, 'The desk cannot answer right now. Nothing was lost. Try again in a moment.', [], { retryAfter: 2 });
