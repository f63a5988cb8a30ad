const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];

/** The level before the configuration has been checked: a wrong value logs as usual, and `readConfig` refuses it. */
export const logLevel = (): string => (LEVELS.includes(process.env['LOG_LEVEL'] ?? '') ? String(process.env['LOG_LEVEL']) : 'info');
