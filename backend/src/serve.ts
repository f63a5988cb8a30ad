import { AppModule } from './app.module.js';
import { life } from './health.controller.js';
import { createServer } from './platform/http/server.js';
import { Jobs, log, type Config } from './platform/index.js';

/** Starts the server. Returns how to stop it: not ready, then drain, then workers, then the pool. */
export async function serve(config: Config, started: number): Promise<(signal: string) => Promise<void>> {
  const app = await createServer(AppModule);
  await app.listen(config.PORT, config.bind);
  await app.get(Jobs).start();
  log('desk.started', { address: config.baseUrl, demo: config.demo, milliseconds: Date.now() - started });
  return async (signal) => {
    log('desk.stopping', { signal });
    life.stopping = true;
    await app.close();
  };
}
