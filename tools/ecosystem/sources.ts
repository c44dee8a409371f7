/** Which files of a package are its sources: what a person wrote and still reads, each of them once. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import type { Package } from './packages.ts'

const code = '**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'

/** Other people's code, types, tests, what shows the package to visitors, what builds it. */
const beside = [
  '**/node_modules/**',
  '**/*.d.{ts,mts,cts}',
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
export function sourcesOf(directory: string, { only }: Package): readonly string[] {
  const find = (patterns: readonly string[], ignore: readonly string[]): readonly string[] =>
    globSync([...patterns], { cwd: directory, ignore: [...ignore] })
      .filter(file => isReadable(readFileSync(join(directory, file), 'utf8')))
      .sort()
  if (only)
    return find(
      only.map(folder => join(folder, '../', code)),
      beside,
    )
  const written = find([`src/${code}`], beside)
  if (written.length > 0) return written
  const kept = find([code], [...beside, ...builds])
  return kept.length > 0 ? kept : find([code], beside)
}

const isReadable = (text: string): boolean =>
  text.length > 0 && text.length <= largest && text.length / text.split('\n').length <= densest
