import { defineConfig } from 'tsdown'

// Three entries: the plugin and the runtime for both module systems, the command line for Node alone.
// Whatever they import from npm is bundled, so that an installed plugin brings no other package.
export default defineConfig([
  {
    entry: { index: 'src/index.ts', runtime: 'src/runtime/index.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    fixedExtension: false,
    platform: 'neutral',
    target: 'es2022',
  },
])
