import { AppModule } from './app.module.js';
import { AuditSealer } from './audit/index.js';
import { serveDeskFiles } from './desk-app.controller.js';
import { greet } from './greeting.js';
import { life } from './health.controller.js';
import { ListingWords } from './matching/index.js';
import { createServer } from './platform/http/server.js';
import { Dispatcher, Jobs, log, type Config } from './platform/index.js';
import { FirstStart } from './seed/index.js';

/** Starts the server. Returns how to stop it: not ready, then drain, then workers, then the pool. */
export async function serve(config: Config, started: number): Promise<(signal: string) => Promise<void>> {
  const app = await createServer(AppModule);
  await serveDeskFiles(app);
  await app.init();
  await app.get(FirstStart, { strict: false }).run((line) => console.log(line));
  await app.listen(config.PORT, config.bind);
  await app.get(Jobs).start();
  await app.get(Dispatcher).start();
  app.get(AuditSealer).start();
  life.started = true;
  log('desk.started', { address: config.baseUrl, demo: config.demo, milliseconds: Date.now() - started });
  await greet(app, config);
  void app.get(ListingWords, { strict: false }).prepare().catch(() => undefined); // or the first search would wait; what could not be made ready now is tried again by it
  return async (signal) => {
    log('desk.stopping', { signal });
    life.stopping = true;
    await app.close();
  };
}
