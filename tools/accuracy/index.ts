/**
 * `npm run accuracy`: every atomic against exact values, beside every peer that has it. Without names it writes
 * docs/accuracy.md and its plots, the same ones every time, so that a difference is one of the code.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import Table from 'cli-table3'
import { CannotRun } from '../../src/cli/failure.ts'

const docs = new URL('../../docs/', import.meta.url)

try {
  // Loading the peers may fail, as it installs them.
  const { compare, present } = await import('./compare.ts')
  const { cells, goals, head, page } = await import('./page.ts')
  const { plot } = await import('./plot.ts')

  const asked = process.argv.slice(2)
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
} catch (error) {
  if (!(error instanceof CannotRun)) throw error
  console.error(error.message)
  process.exitCode = 2
}
