import { QueryFailedError } from 'typeorm';
import { DeskError, unavailable } from '../errors.js';

/** What is left of a driver error: its code and the constraint's name. SQL text, parameters and `detail` die here (trust.md 6.13). */
export class DatabaseFailure extends Error {
  constructor(
    /** SQLSTATE or the system's error code. */
    readonly sqlState: string,
    readonly constraint: string | undefined,
  ) {
    super(`database ${sqlState}${constraint ? ` ${constraint}` : ''}`);
    this.name = 'DatabaseFailure';
  }
}

/** SQLSTATE classes and codes that mean "not now": connection lost, shutting down, resources, time-outs, plus Node's own. */
const NOT_NOW = /^(08|53|57P|57014|55P03|25P03|40001|40P01|ECONN|EPIPE|ETIMEDOUT)/;

interface DriverError {
  code?: string;
  constraint?: string;
  message?: string;
}

const driverOf = (error: unknown): DriverError => (error instanceof QueryFailedError ? (error.driverError as DriverError) : (error as DriverError));

/** Whether the database is away or full, so that a later try may succeed. */
export function isNotNow(error: unknown): boolean {
  const { code = '', message = '' } = driverOf(error) ?? {};
  return NOT_NOW.test(code) || /timeout exceeded when trying to connect|Connection terminated|not queryable|Driver not Connected|connection error/i.test(message);
}

/** Turns whatever the driver threw into something that may be logged and answered. */
export function wrapped(error: unknown): Error {
  if (error instanceof DeskError || error instanceof DatabaseFailure) return error;
  if (isNotNow(error)) return unavailable('database.away');
  const { code, constraint } = driverOf(error) ?? {};
  return code || error instanceof QueryFailedError ? new DatabaseFailure(code ?? 'unknown', constraint) : (error as Error);
}

/** Whether `error` is a violation of the named unique or check constraint. */
export const violates = (error: unknown, constraint: string): boolean => error instanceof DatabaseFailure && error.constraint === constraint;
