import { ConfigError, DeskError } from '../platform/index.js';

const WRONG = 1;
const USAGE = 64;
const CONFIGURATION = 78;

/** A command that ends without having done its work. `says` is a whole sentence for the operator. */
export class Refused extends Error {
  constructor(
    says: string,
    readonly exit = WRONG,
  ) {
    super(says);
    this.name = 'Refused';
  }
}

/** The command line itself was wrong. */
export const misused = (says: string): Refused => new Refused(says, USAGE);

export interface Exit {
  code: number;
  says?: string;
}

const codeOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
};

/** Our own refusals, as sentences. */
function known(error: unknown): Exit | undefined {
  if (error instanceof Refused) return { code: error.exit, says: error.message };
  if (error instanceof ConfigError) return { code: CONFIGURATION, says: error.message };
  if (error instanceof DeskError) return { code: WRONG, says: error.errors.map(({ detail, code }) => detail ?? code).join('\n') || error.detail };
  return undefined;
}

/** What the operator reads, and the exit code. Never a stack trace. Commander has printed its sentence already; asking for help is no error. */
export function exitOf(error: unknown): Exit {
  if (codeOf(error).startsWith('commander.')) return { code: (error as { exitCode: number }).exitCode === 0 ? 0 : USAGE };
  return known(error) ?? { code: WRONG, says: (error instanceof Error && error.message) || `The command failed: ${codeOf(error) || 'no reason given'}` };
}
