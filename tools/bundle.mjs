// Scripts beside the product, each in one file; what they use of the product stays the compiled product.
import { join } from 'node:path';
import { ROOT } from './lib.mjs';

const product = {
  name: 'compiled product',
  setup: ({ onResolve }) => onResolve({ filter: /^(\.\.\/)+src\// }, ({ path }) => ({ path: path.replace(/^(\.\.\/)+src\//, '../'), external: true })),
};

/** Bundles scripts of a folder of the backend into the same folder of `dist`. */
export async function bundle(folder, names) {
  const esbuild = await import('esbuild');
  await esbuild.build({
    entryPoints: names.map((name) => join(ROOT, 'backend', folder, `${name}.ts`)),
    outdir: join(ROOT, 'backend/dist', folder),
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    sourcemap: true,
    logLevel: 'warning',
    banner: { js: "require('reflect-metadata');" }, // as every start of the product: its forms are read with it
    plugins: [product],
  });
}
