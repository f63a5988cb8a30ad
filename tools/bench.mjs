// npm run bench [-- --inquiries 1000000]: figures of intake and queue against a bare floor.
// npm run bench -- imports [--services 100000]: figures of imports and of the HSDS lists.
// npm run bench -- live [--screens 200 --claims 200]: from a claim to the last open screen, against a bare server.
// npm run bench -- screen: the queue's screen with 10,000 rows in a browser, against rows recycled by hand.
// npm run bench -- matches [--services 250000]: figures of matching against the database and a bare server.
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { build, install, ROOT, run, serve, SPARING } from './lib.mjs';

install();
build();

await bundle('bench', ['main', 'floor', 'imports', 'live', 'matches']);
const [first, ...rest] = process.argv.slice(2);
if (first === 'imports') serve('backend/dist/bench/imports.js', rest, SPARING);
else if (first === 'screen') run('playwright', ['test', '-c', join(ROOT, 'e2e/figures.config.ts')], 'The screen was slower than its gates, or could not be measured; its words are above.');
else if (first === 'live' || first === 'matches') serve(`backend/dist/bench/${first}.js`, rest);
else serve('backend/dist/bench/main.js', process.argv.slice(2));
