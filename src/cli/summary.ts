/** What came of a run, by rule: the first thing to know of a large project. */
import { styleText } from 'node:util'
import type { Linter } from 'eslint'
import type { Checked } from './checker.ts'

interface Row {
  found: number
  left: number
  fixable: number
}

export function summary(all: readonly Checked[], fix: boolean): string {
  const rows = new Map<string, Row>()
  const row = ({ ruleId }: Linter.LintMessage): Row => {
    const name = ruleId ?? 'does not parse'
    return rows.get(name) ?? (rows.set(name, { found: 0, left: 0, fixable: 0 }), rows.get(name)!)
  }
  for (const { found, result } of all) {
    for (const message of found) row(message).found++
    for (const message of result.messages) {
      row(message).left++
      if (message.fix) row(message).fixable++
    }
  }
  const linted = plural(all.length, 'file')
  if (rows.size === 0) return styleText('green', `No findings in ${linted}.`)
  const sorted = [...rows].sort(([, a], [, b]) => b.found - a.found)
  const widest = Math.max(...sorted.map(([name]) => name.length))
  const lines = sorted.map(
    ([name, counts]) => `  ${name.padEnd(widest)}  ${String(counts.found).padStart(5)}${remark(counts, fix)}`,
  )
  return [`${styleText('bold', `By rule, in ${linted}:`)}`, ...lines].join('\n')
}

function remark({ found, left, fixable }: Row, fix: boolean): string {
  if (fix) return `  ${Math.max(0, found - left)} fixed, ${left} left`
  return fixable > 0 ? styleText('dim', `  ${fixable} fixable with --fix`) : ''
}

export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
