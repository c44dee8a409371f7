/**
 * What the bundle for browsers has in place of parts of Node.js, and without what nobody asks ESLint for here: its own
 * rules, what serves only these, the paths of Windows, and the second copy of a package.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { minifySync } from 'rolldown/utils'
import type { UserConfig } from 'vitepress'

type Vite = NonNullable<UserConfig['vite']>

const require = createRequire(import.meta.url)
const folderOf = (module: string): string => dirname(require.resolve(module))
const visitorKeys = createRequire(require.resolve('eslint')).resolve('eslint-visitor-keys')

const prefix = '\0left-out:'

/** Modules of ESLint, by the end of what it requires, and all that is left of them. */
const leftOut: readonly (readonly [RegExp, string])[] = [
  [/^\.{1,2}\/(?:.*\/)?rules(?:\/index)?$/, 'export default new Map()'],
  [/^\.\.\/shared\/ajv$/, 'export default () => ({ compile: () => () => true })'],
  // No rule here listens to the paths of execution: events go on as they come.
  [/\/code-path-analysis\/code-path-analyzer$/, 'export default class { constructor(events) { return events } }'],
  // Rules that a comment sets are read as JSON, which is what ESLint does where this throws.
  [/^levn$/, 'export const parse = () => { throw new Error() }; export default { parse }'],
  // The names of nodes, which is all that rules here listen to, are understood without it.
  [/^esquery$/, 'export default {}'],
  [/^debug$/, 'export default () => () => {}'],
  // Of one file, whose name is ours, the end decides.
  [
    /^minimatch$/,
    'export default { Minimatch: class { constructor(pattern) { this.pattern = pattern } ' +
      "match(path) { return path.endsWith(this.pattern.replace('**/*', '')) } } }",
  ],
  [
    /\/eslint-utils(?:\/index\.mjs)?$/,
    "import { isCommentToken } from '@eslint-community/eslint-utils'; export default { isCommentToken }",
  ],
  // The scopes of a file: a visitor is made for each pattern in it, which copies no keys here.
  [
    /^esrecurse$/,
    `export default { Visitor: class {
      constructor(visitor, options) { this.options = options }
      visit(node) { if (node) this[node.type] ? this[node.type](node) : this.visitChildren(node) }
      visitChildren(node) {
        if (node) for (const key of this.options.childVisitorKeys[node.type] ?? this.options.fallback(node))
          for (const child of Array.isArray(node[key]) ? node[key] : [node[key]]) if (child?.type) this.visit(child)
      }
    } }`,
  ],
  [
    /^estraverse$/,
    "import { KEYS } from 'eslint-visitor-keys'; " +
      'export default { Syntax: Object.fromEntries(Object.keys(KEYS).map(name => [name, name])) }',
  ],
  [/^\.\/std__path\/windows\.cjs$/, 'export default {}'],
  [
    /^\.\/std__path\/posix\.cjs$/,
    "import path from 'path-browserify'; export default { ...path, SEPARATOR: '/', toNamespacedPath: name => name }",
  ],
]

const withoutParts = {
  name: 'without-parts-of-eslint',
  enforce: 'pre' as const,
  resolveId(id: string, importer: string | undefined) {
    if (!importer || !/\/(?:eslint|eslint-scope|@eslint\/config-array|@eslint\/plugin-kit)\//.test(importer)) return undefined
    const at = leftOut.findIndex(([path]) => path.test(id))
    return at < 0 ? undefined : `${prefix}${at}`
  },
  load: (id: string) => (id.startsWith(prefix) ? leftOut[Number(id.slice(prefix.length))]![1] : undefined),
}

/** Once more, by a minifier that finds 4 % more. */
const minified = {
  name: 'minified',
  enforce: 'post' as const,
  apply: (_config: unknown, { command, isSsrBuild }: { command: string; isSsrBuild?: boolean }) =>
    command === 'build' && !isSsrBuild,
  generateBundle(_options: unknown, bundle: Record<string, { type: string; code?: string }>) {
    for (const [file, chunk] of Object.entries(bundle))
      if (chunk.code) chunk.code = minifySync(file, chunk.code, { module: true }).code
  },
}

export const browserParts: Vite = {
  plugins: [withoutParts, minified],
  worker: { format: 'es', plugins: () => [withoutParts, minified] },
  resolve: {
    alias: [
      {
        find: /^(?:@typescript-eslint\/utils\/ast-utils|@eslint-community\/eslint-utils)$/,
        replacement: join(folderOf('@eslint-community/eslint-utils'), 'index.mjs'),
      },
      { find: /^eslint-visitor-keys$/, replacement: join(dirname(visitorKeys), '../lib/index.js') },
      { find: /^.*\/VPHome\.vue$/, replacement: fileURLToPath(new URL('theme/components/HomePage.vue', import.meta.url)) },
      { find: 'node:path', replacement: 'path-browserify' },
      {
        find: 'estree-converter',
        replacement: join(folderOf('@typescript-eslint/typescript-estree/use-at-your-own-risk'), 'ast-converter.js'),
      },
    ],
  },
  // Neither VitePress nor this site is written in the older style of Vue.
  define: { __VUE_OPTIONS_API__: 'false' },
  // The repository, not only docs: the plugin is built from its source.
  server: { fs: { allow: [fileURLToPath(new URL('../..', import.meta.url))] } },
  build: {
    // Private fields and the like as they are: what every browser has known since 2022.
    target: 'es2022',
    chunkSizeWarningLimit: 4000,
    // A `require` of one of these means what it exports by default.
    commonjsOptions: { requireReturnsDefault: (id: string) => id.startsWith(prefix) },
  },
}
