import { Global, Module } from '@nestjs/common';
import { Clock } from './clock.js';
import { Config, currentConfig } from './config/config.js';
import { Keyring } from './crypto/keyring.js';
import { loadRing } from './crypto/ring-file.js';
import { requireKeys } from './crypto/keys-in-use.js';
import { Sealer } from './crypto/sealer.js';
import { besidePool, dataSource, DESK_ROLE, PARTNER_ROLE, roleUrl } from './database/data-source.js';
import { BESIDE_POOL, Db, DESK_SOURCE, PARTNER_SOURCE } from './database/db.js';
import { requireHumbleRole, requireVersion } from './database/migrate.js';
import { Dispatcher } from './events/dispatcher.js';
import { Events } from './events/events.js';
import { Jobs } from './jobs/jobs.js';

/** Answers are few: an agency presses a button now and then. */
const PARTNER_POOL = 4;
const STATEMENT_TIMEOUT = 5000;
const deskUrl = (config: Config): string => config.DATABASE_URL_DESK ?? roleUrl(config.ownerUrl, DESK_ROLE);

/** What every room stands on. It knows no word of the domain. */
@Global()
@Module({
  providers: [
    Clock,
    Events,
    Sealer,
    Db,
    Dispatcher,
    Jobs,
    { provide: Config, useFactory: currentConfig },
    { provide: Keyring, useFactory: loadRing, inject: [Config] },
    {
      provide: DESK_SOURCE,
      inject: [Config, Keyring],
      useFactory: async (config: Config, ring: Keyring) => {
        const source = dataSource({ url: deskUrl(config), poolSize: config.DATABASE_POOL, statementTimeout: STATEMENT_TIMEOUT });
        await source.initialize();
        await requireVersion(source);
        await requireHumbleRole(source);
        await requireKeys((sql, values) => source.query(sql, values), ring);
        return source;
      },
    },
    {
      provide: PARTNER_SOURCE,
      inject: [Config, DESK_SOURCE], // after the desk's: a server that is too old is told once
      useFactory: async (config: Config) => {
        const source = dataSource({ url: config.DATABASE_URL_PARTNER ?? roleUrl(config.ownerUrl, PARTNER_ROLE), poolSize: PARTNER_POOL, statementTimeout: STATEMENT_TIMEOUT });
        await source.initialize();
        await requireHumbleRole(source);
        return source;
      },
    },
    { provide: BESIDE_POOL, inject: [Config], useFactory: (config: Config) => besidePool({ url: deskUrl(config), statementTimeout: STATEMENT_TIMEOUT }) },
  ],
  exports: [Clock, Config, Events, Keyring, Sealer, Db, Dispatcher, Jobs],
})
export class PlatformModule {}
