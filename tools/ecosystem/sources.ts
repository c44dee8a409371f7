/** Which files of a package are its sources: what a person wrote and still reads, each of them once. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import type { Package } from './packages.ts'

const isCode = (file: string): boolean => /\.[cm]?[jt]sx?$/.test(file) && !/\.d\.[cm]?ts$/.test(file)

/** Other people's code, tests, what shows the package to visitors, what builds it. */
const beside = [
  '**/node_modules/**',
  '**/*.min.*',
  '**/*-min.*',
  '**/{test,tests,__tests__,spec,specs}/**',
  '**/*{.,_,-}{test,spec}.*',
  '**/test.*',
  '**/{example,examples,docs,doc,support,vendor,bench,benchmark,benchmarks,visualizations}/**',
  '**/example.*',
  '**/{Gruntfile,gruntfile,gulpfile,karma.conf,webpack.config,rollup.config,vitest.config,prebuild}.*',
]

const builds = ['**/{dist,build,umd,cjs}/**', '**/lib-es{6,m}/**']

const largest = 400_000
/** Characters a line on average, above which nobody wrote the file by hand. */
const densest = 200

/** Paths relative to the package. A folder `src` is the source; a build is read only where there is nothing else. */
export function sourcesOf(cwd: string, { only }: Package): readonly string[] {
  const find = (patterns: readonly string[], ignore: readonly string[]): readonly string[] =>
    codeIn(cwd, patterns, ignore).filter(file => isReadable(readFileSync(join(cwd, file), 'utf8')))
  if (only) return find(only, beside)
  const written = find(['src/**'], beside)
  if (written.length > 0) return written
  const kept = find(['**'], [...beside, ...builds])
  return kept.length > 0 ? kept : find(['**'], beside)
}

/** Everything that can be linted: tests, bundles, minified code. */
export const filesOf = (cwd: string): readonly string[] =>
  codeIn(cwd, ['**'], []).filter(file => statSync(join(cwd, file)).size <= largest)

const codeIn = (cwd: string, patterns: readonly string[], ignore: readonly string[]): readonly string[] =>
  globSync([...patterns], { cwd, ignore: [...ignore] })
    .filter(isCode)
    .sort()

const isReadable = (text: string): boolean =>
  text.length > 0 && text.length <= largest && text.length / text.split('\n').length <= densest
