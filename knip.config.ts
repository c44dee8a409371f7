import type { KnipConfig } from 'knip'

/** What no import names, and yet is used: by VitePress, by worker threads and browsers, by tests that run a tool as people do. */
export default {
  ignoreExportsUsedInFile: true,
  entry: [
    'docs/.vitepress/config.ts',
    'docs/.vitepress/theme/**/*.{ts,vue}',
    'docs/**/*.md',
    'bench/**/*.mjs',
    'tests/**/*.{test,e2e}.ts',
    'tools/*.ts',
    'tools/*/index.ts',
    'tools/ecosystem/approx.cjs',
    'tools/platforms/*.{mjs,cjs}',
    'examples/*.mjs',
  ],
  project: ['src/**', 'tests/**', 'tools/**', 'bench/**', 'docs/.vitepress/**/*.{ts,vue}'],
  // Read as text, by the plugin; and the peers that the atomics are measured against, which are installed apart.
  ignore: ['tools/peers/**', 'tests/reading/{project,typed}/**', 'tests/cli/old-eslint/**'],
  ignoreDependencies: [
    // Run by their names, as the pages of docs/ say.
    '@arethetypeswrong/cli',
    '@microsoft/eslint-formatter-sarif',
    'husky',
    'lint-staged',
    'oxlint',
    'svelte',
    'svelte-eslint-parser',
    'turbo',
    'vscode-langservers-extracted',
    'vue-eslint-parser',
    'axe-core',
    // What the bundler takes for a heavier entry.
    '@eslint-community/eslint-utils',
    'path-browserify',
    // Come with what is on the list.
    'espree',
    'vue',
    'estree-converter',
    '@typescript-eslint/scope-manager',
    '@typescript-eslint/typescript-estree',
    '@typescript-eslint/visitor-keys',
  ],
} satisfies KnipConfig
