/** Milliseconds after which a practice desk that nobody used is stopped. */
export const REST_AFTER = 30 * 60_000;
/** Who did nothing for so long practises no more. */
export const GONE_AFTER = 10 * 60_000;

/** Asked by open screens themselves: it neither wakes the practice desk nor keeps it awake. */
export const isBackground = (path: string): boolean => path === 'events' || path.endsWith('/presence');

/** What practice has not: signing in (the real desk does), calendars, public forms, mail, accounts, settings, imports, the audit, practice itself. */
const NOT_HERE = /^(auth|me|public|practice|mailbox|staff|settings|imports|audit|openapi\.json|docs)(\/|$)/;
export const isNotHere = (path: string): boolean => NOT_HERE.test(path);

const PASSED = ['accept', 'accept-encoding', 'accept-language', 'content-type', 'if-match', 'idempotency-key', 'last-event-id', 'x-file-name'];
const KEPT_BACK = new Set(['set-cookie', 'connection', 'keep-alive', 'transfer-encoding', 'date', 'strict-transport-security', 'x-request-id']);

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** The few headers of a request that mean something to the practice desk: no cookie, no address, no origin goes along. */
export const passedOn = (headers: Headers): Record<string, string> => Object.fromEntries(PASSED.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]]] : [])));

/** What comes back: never a cookie. */
export const passedBack = (headers: Headers): Record<string, string | string[]> =>
  Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined || KEPT_BACK.has(name) ? [] : [[name, value]])));
