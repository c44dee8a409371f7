import { defineConfig } from 'tsdown'

// The plugin and the runtime for both module systems, the command line for Node alone. Whatever they import from npm
// is bundled, so that an installed plugin brings no other package.
const shared = {
  fixedExtension: false,
  target: 'es2022',
  deps: { onlyBundle: false },
  logLevel: 'warn',
  // Who wants to read the source finds it in the repository; what bundlers need to drop unused code stays.
  outputOptions: { comments: { annotation: true, jsdoc: false, legal: true } },
  // The same functions, in a module of which only what is used gets into the bundle.
  alias: { '@typescript-eslint/utils/ast-utils': '@eslint-community/eslint-utils' },
} as const

export default defineConfig([
  {
    ...shared,
    entry: { index: 'src/index.ts', runtime: 'src/runtime/index.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    cjsDefault: true,
    platform: 'neutral',
  },
  {
    ...shared,
    entry: { cli: 'src/cli.ts' },
    format: 'esm',
    dts: false,
    platform: 'node',
  },
])
