// npm run bench [-- --inquiries 1000000]: figures of intake and queue against a bare floor.
// npm run bench -- imports [--services 100000]: figures of imports and of the HSDS lists.
import { join } from 'node:path';
import { build, install, ROOT, serve, SPARING } from './lib.mjs';

install();
build();

/** The benchmark's own files in one script each; what they use of the product stays the compiled product. */
const product = {
  name: 'compiled product',
  setup: ({ onResolve }) => onResolve({ filter: /^(\.\.\/)+src\// }, ({ path }) => ({ path: path.replace(/^(\.\.\/)+src\//, '../'), external: true })),
};
const esbuild = await import('esbuild');
await esbuild.build({
  entryPoints: ['main', 'floor', 'imports'].map((name) => join(ROOT, 'backend/bench', `${name}.ts`)),
  outdir: join(ROOT, 'backend/dist/bench'),
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'cjs',
  sourcemap: true,
  logLevel: 'warning',
  plugins: [product],
});
const [first, ...rest] = process.argv.slice(2);
if (first === 'imports') serve('backend/dist/bench/imports.js', rest, SPARING);
else serve('backend/dist/bench/main.js', process.argv.slice(2));
