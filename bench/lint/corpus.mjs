/**
 * The real code that is linted: what the packages in `node_modules` publish unminified. It is there after `npm ci`, the
 * lock file pins it, and it was written by people who never thought of this plugin. Declarations are left out, for they
 * compute nothing, and of what a package publishes twice one copy is taken.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { globSync } from 'tinyglobby'

const root = fileURLToPath(new URL('../../node_modules/', import.meta.url))

const patterns = [
  'typescript/lib/typescript.js',
  'eslint/lib/**/*.js',
  'vite/dist/node/**/*.js',
  'vitest/dist/**/*.js',
  '@vitest/*/dist/**/*.js',
  'prettier/index.mjs',
  'prettier/internal/*.mjs',
  'fast-check/lib/fast-check.js',
  '@typescript-eslint/*/dist/**/*.js',
  '@babel/parser/lib/index.js',
  'acorn/dist/acorn.mjs',
  'decimal.js/decimal.mjs',
  'color-convert/*.js',
  'postcss/lib/*.js',
  'js-yaml/lib/**/*.js',
  'esquery/dist/esquery.js',
  'tinybench/dist/index.js',
  '@jridgewell/*/src/**/*.ts',
  '!**/*.d.ts',
]

/** A bundle whose lines are longer than anybody writes them is minified: a count of its lines says nothing. */
const longestLine = 120

/** The functions that this plugin is about, and the operator. Not its own search for them, lest it be its own judge. */
const mathematics = /\bMath\.(?:E|exp|expm1|log|log2|log10|log1p|pow|sqrt|cbrt|hypot|sinh|cosh|tanh)\b|[\w)\]] \*\* /
/** Of a thousand lines; below it a file, such as a compiler, merely happens to have some. */
const hardlyAny = 1

export const kinds = {
  none: 'without mathematics',
  few: `less than ${hardlyAny} line in 1,000`,
  some: 'with mathematics',
}

/** @returns {{ name: string, text: string, lines: number, sourceType: string, kind: keyof typeof kinds }[]} */
export function realCode() {
  return globSync(patterns, { cwd: root, ignore: ['**/*.min.*'] })
    .sort()
    .map(name => {
      const text = readFileSync(join(root, name), 'utf8')
      return { name, text, lines: countLines(text), sourceType: sourceTypeOf(join(root, name)), kind: kindOf(text) }
    })
    .filter(({ text, lines }) => text.length < lines * longestLine)
}

export const countLines = text => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

function kindOf(text) {
  const lines = text.split('\n')
  const found = lines.filter(line => mathematics.test(line)).length
  return found === 0 ? 'none' : found * 1000 < lines.length * hardlyAny ? 'few' : 'some'
}

function sourceTypeOf(path) {
  const extension = extname(path)
  if (extension !== '.js') return extension === '.cjs' ? 'commonjs' : 'module'
  let directory = dirname(path)
  while (!existsSync(join(directory, 'package.json'))) directory = dirname(directory)
  return JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')).type === 'module' ? 'module' : 'commonjs'
}
