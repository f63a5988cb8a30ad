import { applyDecorators } from '@nestjs/common';
import { plainToInstance, Transform } from 'class-transformer';
import { getMetadataStorage, IsBoolean, IsIn, IsOptional, IsString, Matches, validateSync, ValidateBy } from 'class-validator';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether `url` may be the public address: https anywhere, or http on a loopback name (browsers keep `__Host-` cookies only there). */
export function isSafeBaseUrl(value: unknown): boolean {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { protocol, hostname, pathname, search, hash, username } = new URL(value);
  const safe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
  return safe && `${pathname}${search}${hash}${username}` === '/';
}

const IsBaseUrl = (): PropertyDecorator =>
  ValidateBy({
    name: 'isBaseUrl',
    validator: {
      validate: isSafeBaseUrl,
      defaultMessage: () => '$property must be https, or http on localhost, 127.0.0.1 or [::1], without a path: elsewhere browsers drop the session cookie',
    },
  });

const Flag = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === '1' || value === 'true' ? true : value === '0' || value === 'false' || value === '' ? false : value));
const Whole = (least: number, most: number): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value)),
    ValidateBy({ name: 'whole', validator: { validate: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most, defaultMessage: () => `$property must be a whole number from ${least} to ${most}` } }),
  );

/** Everything the process reads from its environment, with its defaults. `.env.example` lists the same names (a spec compares them). */
export class Config {
  /** Port to listen on. */
  @Whole(0, 65535)
  PORT = 3000;

  /** Address to bind. Demo mode binds 127.0.0.1 whatever this says. */
  @IsString()
  HOST = '127.0.0.1';

  /** Public address of the desk; links in mails are built from it and from nothing else. Empty: http://localhost:PORT. */
  @IsOptional() @IsBaseUrl()
  BASE_URL?: string;

  /** Owner's URL of your PostgreSQL 18 or newer. Empty: an embedded PostgreSQL in DATA_DIR. */
  @IsOptional() @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_URL must begin with postgres:// or postgresql://' })
  DATABASE_URL?: string;

  /** URL of the desk's own database role. Empty: derived from DATABASE_URL. */
  @IsOptional() @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_URL_DESK must begin with postgres:// or postgresql://' })
  DATABASE_URL_DESK?: string;

  /** URL of the role that serves agencies, under row level security. Empty: derived from DATABASE_URL. */
  @IsOptional() @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_URL_PARTNER must begin with postgres:// or postgresql://' })
  DATABASE_URL_PARTNER?: string;

  /** Connections in the desk's pool. */
  @Whole(1, 100)
  DATABASE_POOL = 10;

  /** Folder for the embedded database, the keys and the mailbox. Relative to the project's root. */
  @IsString()
  DATA_DIR = '.data';

  /** 1: demo sign-ins, demo county, loopback only. Empty: on with the embedded database, off with DATABASE_URL. */
  @IsOptional() @Flag() @IsBoolean({ message: 'DEMO must be 0 or 1' })
  DEMO?: boolean;

  /** Key ring: comma-separated `id:state:base64(32 bytes)`, state active, decrypt-only or retired. Empty: a file in DATA_DIR. */
  @IsOptional() @IsString()
  KEY_RING?: string;

  /** Where mail goes: smtp://user:password@host:port or smtps://… Empty: an in-app mailbox that only the demo's administrators see. */
  @IsOptional() @Matches(/^smtps?:\/\//, { message: 'SMTP_URL must begin with smtp:// or smtps://' })
  SMTP_URL?: string;

  /** Sender of the desk's mails. */
  @IsString()
  MAIL_FROM = 'Referral Desk <desk@example.org>';

  /** Addresses of proxies whose X-Forwarded-For is believed, comma-separated. Empty: none. */
  @IsOptional() @IsString()
  TRUSTED_PROXIES?: string;

  /** Least level that is logged: fatal, error, warn, info, debug or silent. */
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
  LOG_LEVEL = 'info';

  /** Where "Leave this site" goes. */
  @Matches(/^https?:\/\//, { message: 'EXIT_URL must begin with http:// or https://' })
  EXIT_URL = 'https://www.weather.gov/';

  /** 0: nobody can practise, and no practice desk is ever started. */
  @Flag() @IsBoolean({ message: 'PRACTICE must be 0 or 1' })
  PRACTICE = true;

  /** Owner's URL of the embedded database, once it runs. Not read from the environment. */
  embeddedUrl = '';

  get embedded(): boolean {
    return !this.DATABASE_URL;
  }
  /** The URL that migrates. */
  get ownerUrl(): string {
    return this.DATABASE_URL ?? this.embeddedUrl;
  }
  get demo(): boolean {
    return this.DEMO ?? this.embedded;
  }
  get baseUrl(): string {
    return (this.BASE_URL ?? `http://localhost:${this.PORT}`).replace(/\/$/, '');
  }
  get secure(): boolean {
    return this.baseUrl.startsWith('https:');
  }
  get bind(): string {
    return this.demo ? '127.0.0.1' : this.HOST;
  }
}

/** All faults of the environment at once; the start prints them and stops. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration has ${faults.length} fault${faults.length === 1 ? '' : 's'}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Every variable that is read: the properties that have a rule. */
export const VARIABLES: readonly string[] = [...new Set(getMetadataStorage().getTargetValidationMetadatas(Config, '', true, false).map(({ propertyName }) => propertyName))];

/** Reads and checks the environment. Throws `ConfigError` naming every fault; an empty value counts as not given. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(VARIABLES.filter((name) => env[name]).map((name) => [name, env[name]]));
  const config = plainToInstance(Config, given, { exposeDefaultValues: true });
  const faults = validateSync(config).flatMap((error) => Object.values(error.constraints ?? {}));
  if (config.demo && isSafeBaseUrl(config.BASE_URL) && !LOOPBACK.has(new URL(String(config.BASE_URL)).hostname)) {
    faults.push('BASE_URL must be on localhost or 127.0.0.1 in demo mode: a demo must never be reachable by real people');
  }
  if (faults.length) throw new ConfigError(faults);
  return config;
}

let current: Config | undefined;

/** Sets what the process runs with: the checked environment plus the embedded database's URL. Called once, before the modules load. */
export function configure(config: Config): void {
  current = config;
}

export const currentConfig = (): Config => (current ??= readConfig());
