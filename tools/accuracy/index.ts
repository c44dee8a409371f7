/**
 * `npm run accuracy`: every atomic against exact values, beside every peer that has it. Without names it writes
 * docs/accuracy.md and its plots, the same ones every time, so that a difference is one of the code. With `--expressions`
 * it measures what `eslint --fix` makes of expressions instead, and writes docs/expressions.md.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import Table from 'cli-table3'
import { CannotRun } from '../../src/cli/failure.ts'

const docs = new URL('../../docs/', import.meta.url)

async function ofAtomics(asked: readonly string[]): Promise<void> {
  // Loading the peers may fail, as it installs them.
  const { compare, present } = await import('./compare.ts')
  const { cells, goals, head, page } = await import('./page.ts')
  const { plot } = await import('./plot.ts')

  const unknown = asked.filter(name => !present.includes(name))
  if (unknown.length > 0) throw new CannotRun(`Not measured: ${unknown.join(', ')}. There are: ${present.join(', ')}.`)

  const comparisons = (asked.length > 0 ? asked : present).map(name => {
    const comparison = compare(name)
    const table = new Table({ head: head(comparison), style: { head: [], border: [], compact: true } })
    table.push(...cells(comparison))
    console.log(`${table.toString()}\n${goals(comparison)}\n`)
    return comparison
  })

  if (asked.length === 0) {
    rmSync(new URL('accuracy/', docs), { recursive: true, force: true })
    mkdirSync(new URL('accuracy/', docs))
    for (const comparison of comparisons) {
      writeFileSync(new URL(`accuracy/${comparison.name}.svg`, docs), plot(comparison))
    }
    writeFileSync(new URL('accuracy.md', docs), page(comparisons))
  }
}

/** Points of each sampling, for each expression: enough that another seed moves no mean by half a bit. */
const pointsOfPage = '100'

async function ofExpressions(asked: readonly string[], points: number): Promise<void> {
  const { expressions } = await import('./expressions/table/index.ts')
  const { measure } = await import('./expressions/measure.ts')
  const { line, page, totals } = await import('./expressions/page.ts')
  const wanted = expressions.filter(({ name }) => asked.length === 0 || asked.some(part => name.includes(part)))
  if (wanted.length === 0) throw new CannotRun(`No expression has "${asked.join('" or "')}" in its name.`)
  const measured = wanted.map(expression => {
    const result = measure(expression, points)
    console.log(line(result))
    return result
  })
  console.log(totals(measured))
  if (asked.length === 0) writeFileSync(new URL('expressions.md', docs), page(measured, points))
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { expressions: { type: 'boolean' }, points: { type: 'string', default: pointsOfPage } },
  })
  if (!values.expressions) await ofAtomics(positionals)
  else if (/^[1-9]\d*$/.test(values.points)) await ofExpressions(positionals, Number(values.points))
  else throw new CannotRun('--points takes a number from 1 up.')
} catch (error) {
  if (!(error instanceof CannotRun)) throw error
  console.error(error.message)
  process.exitCode = 2
}
