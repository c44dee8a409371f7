/**
 * `explain FILE:LINE`: what was read at a line, the rewrite with its measured witness, and the fix, or why there is
 * none. Whoever doubts a finding, or misses one, gets to see what the plugin has seen.
 */
import { readFileSync, statSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { styleText } from 'node:util'
import { printFormula } from '../formula/print.ts'
import { curveOf, pointsAlong } from '../explain/curve.ts'
import { explanationOf, plottable } from '../explain/explain.ts'
import { applied, inputOf, type Explanation } from '../explain/explanation.ts'
import { isWithin, type Node } from '../reading/syntax.ts'
import { Analysis } from '../rules/analysis.ts'
import type { RuleFinding } from '../rules/locate.ts'
import type { ExplainCommand } from './arguments.ts'
import { chart } from './chart.ts'
import { Checker, isTypeScript } from './checker.ts'
import { difference } from './difference.ts'
import { CannotRun, reason } from './failure.ts'
import { extensions } from './files.ts'
import { nearMisses } from './near-misses.ts'
import { loadToolchain } from './toolchain.ts'

/** A line of generated text can hold thousands. */
const mostFormulas = 12

/** As wide as any terminal is. */
const columns = 66

export function explain({ file, line, strict, plot: withPlot }: ExplainCommand): number {
  const text = read(file)
  const lines = text.split(/\r?\n/)
  if (line > lines.length) throw new CannotRun(`"${file}" has ${lines.length} lines, not ${line}.`)
  const toolchain = loadToolchain(process.cwd())
  if (isTypeScript(file) && !toolchain.typescript)
    throw new CannotRun('To read TypeScript, run `npm install --save-dev typescript-eslint typescript`.')
  const { messages, linter } = new Checker(toolchain, strict).verify(resolve(file), text)
  const broken = messages.find(message => message.fatal)
  if (broken)
    throw new CannotRun(
      `"${file}" does not parse at line ${broken.line}: ${broken.message.replace(/^Parsing error: |\.$/g, '')}.`,
    )
  const analysis = Analysis.existing(linter.getSourceCode())
  const findings = analysis?.findings() ?? []
  const here = findings.filter(({ node }) => spans(node, line))
  console.log(source(file, lines, line, here))
  for (const finding of here) {
    const found = explanationOf(finding, analysis!)
    console.log(explanation(found, text))
    if (withPlot) console.log(plot(found))
  }
  if (here.length === 0) console.log(`\n${withoutFinding(analysis, findings, line, strict)}`)
  return 0
}

function read(file: string): string {
  if (!statSync(file, { throwIfNoEntry: false })) throw new CannotRun(`There is no file "${file}".`)
  if (!extensions.includes(extname(file).slice(1)))
    throw new CannotRun(`"${file}" is not a JavaScript or TypeScript file.`)
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw new CannotRun(`Cannot read "${file}": ${reason(error)}.`)
  }
}

const spans = ({ loc }: Node, line: number): boolean => loc.start.line <= line && line <= loc.end.line

/** The line, or all the lines of the findings that it is part of. */
function source(file: string, lines: readonly string[], line: number, findings: readonly RuleFinding[]): string {
  const first = Math.min(line, ...findings.map(({ node }) => node.loc.start.line))
  const last = Math.max(line, ...findings.map(({ node }) => node.loc.end.line))
  const width = String(last).length
  const shown = lines
    .slice(first - 1, last)
    .map((text, at) => `  ${styleText('dim', `${String(first + at).padStart(width)} |`)} ${text}`)
  return [styleText('underline', `${file}:${line}`), ...shown].join('\n')
}

const label = (name: string, text: string): string => `  ${styleText('dim', name.padEnd(8))}  ${text}`

function explanation(found: Explanation, text: string): string {
  const { rule, read, rewrite, where, measured, why } = found
  return [
    `\n${styleText('bold', rule)}`,
    label('read', read),
    label('rewrite', rewrite),
    ...(where.length > 0 ? [label('where', where.map(([name, formula]) => `${name} = ${formula}`).join(', '))] : []),
    ...(measured ? [label('measured', measured)] : []),
    label('why', why),
    ...outcome(found, text),
  ].join('\n')
}

/** The fix as a diff, or why there is none. */
function outcome({ kind, edits, advice, caution }: Explanation, text: string): string[] {
  if (advice !== undefined) return [label('no fix', advice)]
  const heading =
    kind === 'fix'
      ? label('fix', '')
      : label(
          'suggests',
          `${caution === undefined ? 'a value changes on purpose' : `it ${caution}`}, so an editor offers this and --fix does not write it`,
        )
  return [heading.trimEnd(), difference(text, applied(text, edits))]
}

/** The error of both sides over the input, for `--plot`. */
function plot(found: Explanation): string {
  const plotted = plottable(found)
  if (!plotted) return '\nNo plot: the rewrite has no input whose error could be measured.'
  const { rewrite, sweep } = plotted
  const curve = curveOf(sweep, pointsAlong(rewrite, sweep, undefined, columns))
  return `\n${chart(curve, inputOf(found, sweep.variable))}`
}

function withoutFinding(
  analysis: Analysis | undefined,
  findings: readonly RuleFinding[],
  line: number,
  strict: boolean,
): string {
  const reading = analysis?.reading
  if (!reading) return 'No finding: nothing in this file is mathematics that a rule speaks of.'
  const user = findings.find(finding => takesAlong(finding, analysis, line))
  if (user)
    return `No finding of its own: it is part of \`${printFormula(user.formula)}\` at line ${user.node.loc.start.line}, which ${user.rule} reports.`
  const spanning = reading.expressions().filter(node => spans(node, line))
  const starting = spanning.filter(({ loc }) => loc.start.line === line)
  const formulas = starting.length > 0 ? starting : spanning
  const outermost = formulas.filter(
    node =>
      saysSomething(reading.read(node).op) &&
      !formulas.some(other => other !== node && isWithin(node, other) && saysSomething(reading.read(other).op)),
  )
  const misses = formulas.flatMap(node => nearMisses(reading.read(node), reading, strict))
  if (outermost.length === 0) return 'No finding: nothing at this line was read as mathematics.'
  return [
    'No finding. What was read:',
    ...[...new Set(outermost.map(node => printFormula(reading.read(node))))]
      .slice(0, mostFormulas)
      .map(printed => `  ${printed}`),
    ...(misses.length === 0 ? ['No rule has such a pattern.'] : [...new Set(misses)]),
  ].join('\n')
}

/** A name, a number, a member or an entry is no formula yet. */
const saysSomething = (op: string): boolean => !['symbol', 'field', 'number', 'elements', 'index'].includes(op)

/** Whether a finding's fix changes what stands at this line. */
function takesAlong(finding: RuleFinding, analysis: Analysis, line: number): boolean {
  const { sourceCode } = analysis.reading!
  const { fix } = finding.rewrite.kind === 'report' ? { fix: undefined } : analysis.fix(finding)
  return (
    fix?.edits.some(
      ({ range: [start, end] }) =>
        start < end && sourceCode.getLocFromIndex(start).line <= line && line <= sourceCode.getLocFromIndex(end).line,
    ) ?? false
  )
}
