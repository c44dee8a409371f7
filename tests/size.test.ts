/**
 * What a page that uses the runtime has to load: bundled and minified as its author would, and compressed as its server
 * would. Nothing may happen on import, or a bundler could not leave out what is not used: tables have to be pure.
 */
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { rolldown, type TreeshakingOptions } from 'rolldown'

const root = fileURLToPath(new URL('..', import.meta.url))
const runtime = 'eslint-plugin-stable-math/runtime'
const entry = 'entry.js'

/** The code of a module that is in no file, and resolved as if it stood in the package itself. */
async function bundled(source: string, minify: boolean | 'dce-only', treeshake: TreeshakingOptions = {}) {
  const virtual = {
    name: 'virtual',
    resolveId: (id: string) => (id === entry ? id : undefined),
    load: (id: string) => (id === entry ? source : undefined),
  }
  const bundle = await rolldown({ cwd: root, input: entry, plugins: [virtual], treeshake })
  const { output } = await bundle.generate({ format: 'esm', minify })
  expect(output).toHaveLength(1)
  expect(output[0].imports).toEqual([])
  return output[0].code
}

const gzipped = (code: string): number => gzipSync(code, { level: 9 }).length

it('all of it: under 12 kB', async () =>
  expect(gzipped(await bundled(`export * from '${runtime}'`, true))).toBeLessThan(12_000))

it('log1p alone: under 1 kB', async () =>
  expect(gzipped(await bundled(`export { log1p } from '${runtime}'`, true))).toBeLessThan(1000))

it('log1p alone brings no table, also where nobody takes our word that nothing happens on import', async () => {
  const doubting = { moduleSideEffects: true, propertyReadSideEffects: 'always' } as const
  expect(await bundled(`export { log1p } from '${runtime}'`, 'dce-only', doubting)).not.toMatch(/Array|\[/)
})
