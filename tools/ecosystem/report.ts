/** What was counted, as a page that can be read, compared and kept: sorted, without times and places of this machine. */
import type { Checked, Tally } from './check.ts'

export interface CheckedFile extends Checked {
  readonly spec: string
  /** Relative to the package. */
  readonly file: string
}

/** What must not happen: each is a mistake of the plugin. */
export function troubles(files: readonly CheckedFile[]): string[] {
  return files.flatMap(({ spec, file, crash, unparsable, secondChange }) => [
    ...(crash ? [`crash: ${spec} ${file}\n${crash}`] : []),
    ...(unparsable ? [`the fixed file does not parse: ${spec} ${file}: ${unparsable}`] : []),
    ...(secondChange ? [`a second run changes more: ${spec} ${file}`] : []),
  ])
}

/** What is rarer than these is not next. */
const kindsShown = 30

export function page(files: readonly CheckedFile[]): string {
  const count = (test: (file: CheckedFile) => unknown): number => files.filter(test).length
  const all = total(files)
  const broken = files.filter(({ syntaxError }) => syntaxError !== undefined)
  return `# The ecosystem

Written by \`npm run ecosystem -- --update\` over the packages in tools/ecosystem/packages.ts, with all rules on.

${table(
  ['', 'count'],
  [
    ['packages', new Set(files.map(({ spec }) => spec)).size],
    ['files', files.length],
    ['files that are no JavaScript as they stand', broken.length],
    ['reports', all.reports],
    ['fixes', all.fixes],
    ['suggestions', all.suggestions],
    ['crashes', count(({ crash }) => crash)],
    ['fixed files that do not parse', count(({ unparsable }) => unparsable)],
    ['second runs that still change', count(({ secondChange }) => secondChange)],
  ],
)}

## Rules

${table(['rule', 'reports', 'fixes', 'suggestions'], byRule(files))}

## Packages

${table(['package', 'files', 'reports', 'fixes', 'suggestions'], byPackage(files))}

## Not understood yet

Operands of arithmetic and arguments of mathematical functions that the reading gives up on: the to-do list. A variable
in a loop may well be what it seems, a number that changes; it is counted wherever its value was not followed.

${table(['construct', 'times', 'files'], byConstruct(files))}

## Not JavaScript

${broken.map(({ spec, file, syntaxError }) => `- ${spec} ${file}: ${syntaxError}`).join('\n') || 'None.'}
`
}

type Cell = string | number

const table = (heads: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [heads, heads.map((_, at) => (at === 0 ? '---' : '---:')), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')

function total(files: readonly CheckedFile[], rule?: string): Tally {
  const tallies = files.flatMap(({ rules }) => (rule === undefined ? Object.values(rules) : (rules[rule] ?? [])))
  const sum = (what: keyof Tally): number => tallies.reduce((so, tally) => so + tally[what], 0)
  return { reports: sum('reports'), fixes: sum('fixes'), suggestions: sum('suggestions') }
}

const cells = ({ reports, fixes, suggestions }: Tally): Cell[] => [reports, fixes, suggestions]

const byRule = (files: readonly CheckedFile[]): Cell[][] =>
  [...new Set(files.flatMap(({ rules }) => Object.keys(rules)))]
    .sort()
    .map(rule => [rule, ...cells(total(files, rule))])

function byPackage(files: readonly CheckedFile[]): Cell[][] {
  const groups = new Map<string, CheckedFile[]>()
  for (const file of files) groups.set(file.spec, [...(groups.get(file.spec) ?? []), file])
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([spec, own]) => [spec, own.length, ...cells(total(own))])
}

function byConstruct(files: readonly CheckedFile[]): Cell[][] {
  const kinds = [...new Set(files.flatMap(({ unreadable }) => Object.keys(unreadable)))]
  return kinds
    .map((kind): [string, number, number] => {
      const counts = files.map(({ unreadable }) => unreadable[kind] ?? 0).filter(times => times > 0)
      return [kind, counts.reduce((sum, times) => sum + times, 0), counts.length]
    })
    .sort(([a, m, inMany], [b, n, inOthers]) => inOthers - inMany || n - m || (a < b ? -1 : 1))
    .slice(0, kindsShown)
}
