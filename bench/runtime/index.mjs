/**
 * How fast the runtime is: `npm run bench`. Every time is compared with that of the naive code, which does the same
 * without being stable, in the same process: ratios can be compared between machines, nanoseconds cannot. Nothing passes
 * or fails by its speed here.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { table, times, whole } from '../lint/table.mjs'
import { accurate, goalOf } from './goals.mjs'
import * as naive from './naive.mjs'

const help = `How long the atomics take, as a ratio to the naive code that they replace.

Usage: npm run bench [-- options] [atomics]

  --quick      shorter, with fewer sizes, and without the peers
  --no-peers   without the peers
  --help`

const dist = new URL('../../dist/runtime.js', import.meta.url)

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      options: { quick: { type: 'boolean' }, 'no-peers': { type: 'boolean' }, help: { type: 'boolean' } },
      allowPositionals: true,
    })
    if (!existsSync(dist)) throw new TypeError('There is no dist/runtime.js to measure: run `npm run build`.')
    return { ...values, atomics: positionals }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    console.error(error.message)
    process.exitCode = 2
    return undefined
  }
}

/** What is to be measured, in the order of the naive code; each is done in a process of its own. */
async function workOf({ quick = false, 'no-peers': noPeers = quick, atomics }) {
  const runtime = await import(dist)
  const chosen = Object.keys({ ...naive.scalars, ...naive.vectors }).filter(name => name in runtime)
  const unknown = atomics.find(name => !chosen.includes(name))
  if (unknown) throw new TypeError(`"${unknown}" is none of the atomics: ${chosen.join(', ')}.`)
  const sizes = quick ? [10, 1000, 100_000] : [10, 1000, 100_000, 1_000_000]
  const kinds = quick ? ['Float64Array'] : ['Float64Array', 'number[]']
  const milliseconds = quick ? 60 : 120
  return (atomics.length > 0 ? atomics : chosen).flatMap(atomic =>
    atomic in naive.scalars
      ? [{ atomic, kind: 'number', sizes: [1], milliseconds, withPeers: !noPeers }]
      : kinds.map(kind => ({ atomic, kind, sizes, milliseconds, withPeers: !noPeers && kind === 'Float64Array' })),
  )
}

async function measured(work) {
  const child = fork(fileURLToPath(new URL('worker.mjs', import.meta.url)))
  child.send(work)
  const [result] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => [new Error(`Measuring ${work.atomic} failed.`)]),
  ])
  if (result instanceof Error) throw result
  return result
}

/** Scalars may take longer where that makes them accurate; that they do is said. */
function verdict(result) {
  const goal = goalOf(result)
  if (goal === undefined) return ''
  if (result.ratio <= goal) return `✓ ${goal}`
  return result.kind === 'number' && result.ratio <= accurate ? `~ ${goal}` : `✗ ${goal}`
}

const byRatio = peers => [...peers].sort((a, b) => a.ratio - b.ratio)
const peerText = ({ library, single, ratio }) => `${library}${single ? ' (float32)' : ''} ${ratio.toPrecision(2)}`

const head = ['', 'n', 'naive, ns', 'ours / naive', 'goal', 'peers / naive']
const row = result => [
  `${result.atomic} ${result.kind}`,
  whole(result.n),
  result.nanoseconds.toPrecision(3),
  times(result.ratio),
  verdict(result),
  byRatio(result.peers).map(peerText).join(', '),
]

async function bench(options) {
  const results = []
  const work = await workOf(options)
  for (const [at, each] of work.entries()) {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${at + 1} of ${work.length}: ${each.atomic} ${each.kind}`)
    results.push(...(await measured(each)))
  }
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
  console.log(table(head, results.map(row)))
  const withGoal = results.map(verdict).filter(Boolean)
  const met = mark => withGoal.filter(text => text.startsWith(mark)).length
  console.log(`\n✓ met: ${met('✓')}; ~ slower to be accurate, up to ${accurate}: ${met('~')}; ✗ not met: ${met('✗')}`)
  const behind = results.flatMap(result =>
    result.peers
      .filter(({ ratio }) => ratio < result.ratio)
      .map(peer => `${result.atomic} n = ${whole(result.n)}: ${peerText(peer)}, ours ${result.ratio.toPrecision(2)}`),
  )
  if (results.some(({ peers }) => peers.length > 0))
    console.log(behind.length > 0 ? `\nPeers that are faster:\n  ${behind.join('\n  ')}` : '\nNo peer is faster.')
}

const options = readOptions()
if (options?.help) console.log(help)
else if (options) await bench(options)
