import { rmSync } from 'node:fs';
import { Module } from '@nestjs/common';
import { AppModule } from './app.module.js';
import { AuditSealer } from './audit/index.js';
import { life } from './health.controller.js';
import { createServer } from './platform/http/server.js';
import { Dispatcher, Jobs, migrate, schemaMark, SisterDatabases, type Config } from './platform/index.js';
import { MAKING, PRACTICE, PracticeInsideModule, Seats, TEMPLATE, Town, type FromChild, type ToChild } from './practice/index.js';

/** A desk like any other, with what only practice has. */
@Module({ imports: [AppModule, PracticeInsideModule] })
class PracticeModule {}

type Say = (words: FromChild) => void;
/** The databases beside the real one, which has the name that is left without the ending of this process's own. */
const sisters = ({ ownerUrl }: Config, own: string): SisterDatabases => {
  const url = new URL(ownerUrl);
  url.pathname = url.pathname.slice(0, -own.length);
  return new SisterDatabases(url.toString());
};

/** Makes the template of all practice: migrated, with vocabularies and the invented county, without the stories, which would grow old in it. */
export async function makeTemplate(config: Config, say: Say): Promise<void> {
  const databases = sisters(config, MAKING);
  say({ kind: 'says', words: 'Making the practice desk for the first time. This takes about half a minute …' });
  await databases.make(MAKING);
  await migrate(config.ownerUrl);
  const app = await createServer(PracticeModule, { quiet: true });
  await app.init();
  await app.get(Town).lay(() => undefined);
  await app.close();
  await databases.finish(MAKING, TEMPLATE, schemaMark());
}

/** A practice desk that nobody opened for so long begins anew: its people would all wait for days. */
const OLD = 7 * 86_400_000;

/** Whether the practice database is of this version and was used lately. Its note says both. */
function isFresh(note: string | undefined, now: Date): boolean {
  const [schema, used = ''] = (note ?? '').split(' ');
  return schema === schemaMark() && now.getTime() - Date.parse(used) < OLD;
}

/** Takes a fresh copy of the template where there is none, it is of another version, it has grown old or it shall be made anew; then serves on the socket. */
export async function servePractice(config: Config, { socket, anew }: Extract<ToChild, { kind: 'serve' }>, say: Say): Promise<() => Promise<void>> {
  const databases = sisters(config, PRACTICE);
  if (anew || !isFresh(await databases.note(PRACTICE), new Date())) {
    say({ kind: 'says', words: 'Inviting the people of the practice desk …' });
    await databases.make(PRACTICE, TEMPLATE);
  }
  const app = await createServer(PracticeModule, { quiet: true });
  await app.init();
  await app.get(Town).tell();
  await databases.mark(PRACTICE, `${schemaMark()} ${new Date().toISOString()}`);
  rmSync(socket, { force: true });
  await app.getHttpAdapter().getInstance().listen({ path: socket });
  await app.get(Jobs).start();
  await app.get(Dispatcher).start();
  app.get(AuditSealer).start();
  life.started = true;
  const seats = app.get(Seats);
  process.on('message', (asked: ToChild) => {
    if (asked.kind === 'seat') void seats.take(asked.who).then((seat) => say({ kind: 'seat', turn: asked.turn, ...(seat && { seat }) }), () => say({ kind: 'seat', turn: asked.turn }));
  });
  say({ kind: 'ready' });
  return () => app.close();
}
