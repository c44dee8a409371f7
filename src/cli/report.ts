/** `explain --html FILE [paths]`: all findings of a project in one page, each explained and plotted. */
import { readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { curveOf, pointsAlong, type Curve } from '../explain/curve.ts'
import { explanationOf, plottable } from '../explain/explain.ts'
import type { Explanation } from '../explain/explanation.ts'
import { Analysis } from '../rules/analysis.ts'
import type { ReportCommand } from './arguments.ts'
import { lintable } from './check.ts'
import { Checker } from './checker.ts'
import { CannotRun, reason } from './failure.ts'
import { filesAt, isMinified, type Found } from './files.ts'
import { progress } from './progress.ts'
import { reportPage, type Reported } from './report-page.ts'
import { plural } from './summary.ts'
import { loadToolchain } from './toolchain.ts'

/** Enough for a plot of the size of a page's column. */
const points = 61

export function report({ paths, strict, output, progress: wanted }: ReportCommand): number {
  const cwd = process.cwd()
  const toolchain = loadToolchain(cwd)
  const troubles: string[] = []
  const files = lintable(
    filesAt(paths, cwd, sentence => troubles.push(sentence)),
    toolchain,
  )
  const bar = progress(files.length, wanted)
  const checker = new Checker(toolchain, strict)
  const curves = new Curves()
  const reported = files.flatMap(found => {
    const name = relative(cwd, found.path).replaceAll('\\', '/')
    try {
      return reportedIn(found, checker, curves, name)
    } catch (error) {
      troubles.push(`Cannot explain "${name}": ${reason(error)}.`)
      return []
    } finally {
      bar.advance()
    }
  })
  bar.stop()
  try {
    writeFileSync(output, reportPage(reported, files.length))
  } catch (error) {
    throw new CannotRun(`Cannot write "${output}": ${reason(error)}.`)
  }
  const findings = reported.reduce((sum, { findings }) => sum + findings.length, 0)
  console.log(`${plural(findings, 'finding')} in ${plural(reported.length, 'file')}: see ${output}`)
  for (const sentence of troubles) console.error(sentence)
  return troubles.length > 0 ? 2 : findings > 0 ? 1 : 0
}

function reportedIn({ path, named }: Found, checker: Checker, curves: Curves, file: string): Reported[] {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  if (!named && isMinified(text)) return []
  const { messages, linter } = checker.verify(path, text)
  const broken = messages.find(({ fatal }) => fatal)
  if (broken) throw new Error(`it does not parse at line ${broken.line}`)
  const analysis = Analysis.existing(linter.getSourceCode())
  if (!analysis) return []
  // What a comment has switched off is no message, though it is a finding.
  const isReported = ({ rule, line, column }: Explanation): boolean =>
    messages.some(message => message.ruleId?.endsWith(`/${rule}`) && message.line === line && message.column === column)
  const findings = analysis
    .findings()
    .map(finding => explanationOf(finding, analysis))
    .filter(isReported)
    .map(found => ({ found, curve: curves.of(found) }))
  return findings.length > 0 ? [{ file, text, findings }] : []
}

/** Findings of the same rewrite and range have the same curve, which takes a while to compute. */
class Curves {
  readonly #known = new Map<string, { curve: Curve; variable: string } | undefined>()

  of(found: Explanation): { curve: Curve; variable: string } | undefined {
    const plotted = plottable(found)
    if (!plotted) return undefined
    const { rewrite, sweep } = plotted
    const key = JSON.stringify([rewrite.text, sweep, sweep.at(sweep.breaks)])
    if (!this.#known.has(key)) {
      const curve = curveOf(sweep, pointsAlong(rewrite, sweep, undefined, points))
      this.#known.set(key, { curve, variable: sweep.variable })
    }
    return this.#known.get(key)
  }
}
