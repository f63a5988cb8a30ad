import { Settings } from '../src/settings/index.js';
import type { TestDesk } from './test-database.js';

/** The desk's settings are read through a copy: whoever changed them past the desk, by SQL, forgets it. */
export const settingsAnew = (desk: Pick<TestDesk, 'get'>): void => void Object.assign(desk.get(Settings), { copy: undefined });
