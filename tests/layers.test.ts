/** The layers of the design: who may import whom. A cycle or a shortcut between them fails here first. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('../src', import.meta.url))

/** Each layer, and the others on which it may stand. */
const below: Readonly<Record<string, readonly string[]>> = {
  runtime: [],
  formula: [],
  oracle: ['formula'],
  dialects: ['formula'],
  reading: ['formula', 'dialects'],
  fixes: ['formula', 'dialects', 'reading'],
  rules: ['formula', 'dialects', 'reading', 'fixes', 'runtime'],
  index: ['rules'],
  explain: ['formula', 'oracle', 'reading', 'fixes', 'rules'],
  cli: ['formula', 'dialects', 'reading', 'fixes', 'rules', 'explain', 'index'],
}

interface Import {
  readonly file: string
  readonly layer: string
  readonly target: string
  readonly isType: boolean
}

const layerOf = (path: string): string => relative(source, path).split(/[\\/]/)[0]!.replace(/\.ts$/, '')

const imports: readonly Import[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .flatMap(name => {
    const path = join(source, name)
    return [
      ...readFileSync(path, 'utf8').matchAll(
        /^(?:import|export)\s+(type\s)?[^'"]*?from\s+['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm,
      ),
    ].map(([, type, from, dynamic]) => {
      const target = (from ?? dynamic)!
      return {
        file: name,
        layer: layerOf(path),
        target: target.startsWith('.') ? join(dirname(path), target) : target,
        isType: type !== undefined,
      }
    })
  })

const inside = imports.filter(({ target }) => target.startsWith(source))
const packages = imports.filter(
  ({ target }) => !target.startsWith(source) && !target.startsWith('node:') && !target.endsWith('package.json'),
)

it('finds the imports at all', () => {
  expect(inside.length).toBeGreaterThan(50)
  expect(packages.length).toBeGreaterThan(5)
})

it.each(Object.keys(below))('%s stands on what is below it', layer => {
  const allowed = new Set([layer, ...below[layer]!])
  expect(
    inside
      .filter(found => found.layer === layer && !allowed.has(layerOf(found.target)))
      .map(({ file, target }) => `${file} imports ${relative(source, target)}`),
  ).toEqual([])
})

it('has no file outside the layers', () => {
  expect([...new Set(imports.map(({ layer }) => layer))].filter(layer => !(layer in below))).toEqual([])
})

it.each(['runtime', 'formula', 'dialects'])('%s knows nothing of ESLint, nor of any package', layer => {
  expect(packages.filter(found => found.layer === layer)).toEqual([])
})

it('imports ESLint and its parsers for types alone', () => {
  const bundled = '@typescript-eslint/utils/ast-utils'
  expect(packages.filter(({ target, isType }) => !isType && /eslint/.test(target) && target !== bundled)).toEqual([])
})

it('lets only reading, fixes and the making of rules see syntax trees', () => {
  const seeing = imports
    .filter(({ target }) => target === '@typescript-eslint/utils')
    .map(({ file }) => file.replaceAll('\\', '/'))
  expect(seeing.filter(file => !/^(?:reading|fixes)\/|^rules\/(?:define-rule|analysis)\.ts$/.test(file))).toEqual([])
})
