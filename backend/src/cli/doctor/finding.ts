/** One line of the doctor: what was looked at, how it is, and what to do when it is wrong. */
export interface Finding {
  name: string;
  says: string;
  /** Undefined when all is well. */
  todo?: string;
}

export const well = (name: string, says: string): Finding => ({ name, says });
export const wrong = (name: string, says: string, todo: string): Finding => ({ name, says, todo });

export const lineOf = ({ name, says, todo }: Finding): string => `${todo ? 'WRONG' : 'ok   '}  ${name.padEnd(14)} ${says}${todo ? `\n       ${' '.repeat(14)} → ${todo}` : ''}`;
