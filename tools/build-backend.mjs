// Builds the backend afresh: a file that was deleted must not live on in dist/.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
execFileSync('nest', ['build'], { stdio: 'inherit' });
await import('./build-doors.mjs');
await import('./build-pages.mjs');
await import('./make-outlines.mjs');
execFileSync(process.execPath, ['dist/seed/reference/learn-ahead.js'], { stdio: 'inherit' });
