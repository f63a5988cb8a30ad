import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { conflict, Db, invalid, SYSTEM, uuidv7, type Actor } from '../platform/index.js';
import { ROLES, type Role } from './domain/permissions.js';
import { Passwords } from './passwords.js';

export interface NewAccount {
  email: string;
  name: string;
  roles: readonly Role[];
  password: string;
  restricted?: boolean;
  demo?: boolean;
}

/** Makes accounts: from the operator's command line and the demo's seed. */
@Injectable()
export class Accounts {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly passwords: Passwords,
  ) {}

  /** Throws 409 when the address is taken: an existing account is never overwritten. */
  async create({ email, name, roles, password, restricted = false, demo = false }: NewAccount): Promise<string> {
    const id = uuidv7();
    const address = email.trim().toLowerCase();
    if (!/^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+$/.test(address)) throw invalid([{ field: 'email', code: 'email', detail: 'Write an address such as name@example.org' }]);
    if (roles.some((role) => !ROLES.includes(role))) throw invalid([{ field: 'roles', code: 'roles', detail: `Roles are ${ROLES.join(', ')}` }]);
    const hash = await this.passwords.hash(password);
    await this.db.as(SYSTEM, async (tx) => {
      const made = await tx.query(
        `insert into people.account (id, email, name, password_hash, roles, restricted, demo) values ($1, $2, $3, $4, $5, $6, $7) on conflict (email) do nothing returning id`,
        [id, address, name, hash, roles, restricted, demo],
      );
      if (!made.length) throw conflict('account.exists', 'There is an account with this address already. It was not changed.');
      await this.audit.record(tx, SYSTEM, { act: 'account.create', object: 'account', objectId: id, fields: ['roles', ...roles] });
    });
    return id;
  }

  /** All active accounts as actors, for the demo's stories. */
  async actors(): Promise<Actor[]> {
    const rows = await this.db.statement<Pick<Actor, 'id' | 'name' | 'roles' | 'restricted'>>(SYSTEM, 'select id, name, roles, restricted from people.account where active');
    return rows.map((row) => ({ ...row, kind: 'staff' }));
  }

  /** How many accounts can sign in: demo accounts count only when asked. */
  async count(demo: boolean): Promise<number> {
    const [row] = await this.db.statement<{ count: number }>(SYSTEM, 'select count(*)::int as count from people.account where active and demo = $1 and password_hash is not null', [demo]);
    return row?.count ?? 0;
  }
}
