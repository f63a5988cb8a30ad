// npm run eval:matching: how well our own questions are answered on a directory of our own.
import { join } from 'node:path';
import { build, install, ROOT, serve } from './lib.mjs';

install();
build(['backend']);
const esbuild = await import('esbuild');
await esbuild.build({
  entryPoints: [join(ROOT, 'backend/eval/measure.ts')],
  outfile: join(ROOT, 'backend/dist/eval/measure.js'),
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'cjs',
  sourcemap: true,
  logLevel: 'warning',
  plugins: [{ name: 'compiled product', setup: ({ onResolve }) => onResolve({ filter: /^(\.\.\/)+src\// }, ({ path }) => ({ path: path.replace(/^(\.\.\/)+src\//, '../'), external: true })) }],
});
serve('backend/dist/eval/measure.js');
