import { randomBytes } from 'node:crypto';
import { sent } from '../../../test/an-inquiry.js';
import { testDesk } from '../../../test/test-database.js';
import { configure } from '../config/config.js';
import { createServer } from '../http/server.js';

const key = (id: string, state: string, secret = randomBytes(32).toString('base64')): string => `${id}:${state}:${secret}`;

it('T13 the product does not start without a key that stored values need', async () => {
  const first = key('first', 'active');
  const desk = await testDesk({ KEY_RING: first });
  await sent(desk);
  const { AppModule } = await import('../../app.module.js');
  const starts = async (ring: string): Promise<void> => {
    configure(Object.assign(Object.create(Object.getPrototypeOf(desk.config) as object) as typeof desk.config, desk.config, { KEY_RING: ring }));
    const app = await createServer(AppModule, { quiet: true });
    await app.close();
  };
  await expect(starts(key('second', 'active'))).rejects.toThrow('lacks first');
  await expect(starts(`${key('second', 'active')},${first.replace('active', 'retired')}`)).rejects.toThrow('lacks first');
  await expect(starts(`${first.replace('active', 'decrypt-only')},${key('second', 'active')}`)).resolves.toBeUndefined();
  configure(desk.config);
  await desk.stop();
});
