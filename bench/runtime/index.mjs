/**
 * How fast the runtime is: `npm run bench`. Every time is compared with that of the naive code, which does the same
 * without being stable, in the same process: ratios can be compared between machines, nanoseconds cannot. Nothing passes
 * or fails by its speed here.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { table, times, whole } from '../lint/table.mjs'
import { accurate, goalOf } from './goals.mjs'
import * as naive from '../../tools/peers/naive.mjs'

const help = `How long the atomics take, as a ratio to the naive code that they replace.

Usage: npm run bench [-- options] [atomics]

  --quick      shorter, with fewer sizes, and without the peers
  --no-peers   without the peers
  --write      keeps the result: "npm run generate" makes docs/speed.md of it
  --help`

const kept = new URL('results.json', import.meta.url)
const dist = new URL('../../dist/runtime.js', import.meta.url)

async function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        quick: { type: 'boolean' },
        'no-peers': { type: 'boolean' },
        write: { type: 'boolean' },
        help: { type: 'boolean' },
      },
      allowPositionals: true,
    })
    if (values.write && (values.quick || values['no-peers']))
      throw new TypeError('--write keeps all that there is to measure: leave out --quick and --no-peers.')
    if (!existsSync(dist)) throw new TypeError('There is no dist/runtime.js to measure: run `npm run build`.')
    const runtime = await import(dist)
    const all = [...Object.keys(naive.scalars), ...Object.keys(naive.vectors)].filter(name => name in runtime)
    const unknown = positionals.find(name => !all.includes(name))
    if (unknown) throw new TypeError(`"${unknown}" is none of the atomics: ${all.join(', ')}.`)
    return { ...values, atomics: positionals.length > 0 ? positionals : all }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    console.error(error.message)
    process.exitCode = 2
    return undefined
  }
}

/** What is to be measured, in the order of the naive code. */
function workOf({ quick = false, 'no-peers': noPeers = quick, atomics }) {
  const sizes = quick ? [10, 1000, 100_000] : [10, 1000, 100_000, 1_000_000]
  const kinds = quick ? ['Float64Array'] : ['Float64Array', 'number[]']
  const milliseconds = quick ? 60 : 120
  return atomics.flatMap(atomic =>
    atomic in naive.scalars
      ? [{ atomic, kind: 'number', sizes: [1], milliseconds, withPeers: !noPeers }]
      : kinds.map(kind => ({ atomic, kind, sizes, milliseconds, withPeers: !noPeers && kind !== 'number[]' })),
  )
}

/**
 * Ours and the peers; for the latter, a process more with those that compute in float32: they run in WebAssembly, and
 * as its memory grows, V8 makes every access to any typed array slower for good.
 */
async function measured({ withPeers, ...work }) {
  const results = await inProcess({ ...work, sides: withPeers ? 'float64' : 'ours' })
  const more = withPeers ? await inProcess({ ...work, sides: 'float32' }) : []
  return results.map(({ ratios: [{ ratio }, ...peers], ...result }, at) => ({
    ...result,
    ratio,
    peers: [...peers, ...(more[at]?.ratios ?? [])].sort((a, b) => a.ratio - b.ratio),
  }))
}

async function inProcess(work) {
  const child = fork(fileURLToPath(new URL('worker.mjs', import.meta.url)), { serialization: 'advanced' })
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

const short = ratio => (ratio < 10 ? ratio.toFixed(2) : whole(ratio))
const peerText = ({ library, single, ratio }) =>
  `${library}${single ? ' (float32)' : ''} ${Number.isFinite(ratio) ? short(ratio) : 'throws'}`

/** As a list those that come near, and the first in any case. */
function peersText(peers) {
  const near = peers.filter(({ ratio }, at) => at === 0 || ratio < 10)
  const texts = near.map(peerText)
  return [...texts, ...(near.length < peers.length ? [`${peers.length - near.length} slower`] : [])].join(', ')
}

const title = ({ atomic, kind }) => (kind === 'number' ? atomic : `${atomic} ${kind}`)
const head = ['', 'n', 'naive, ns', 'ours / naive', 'goal', 'peers / naive']
const row = result => [
  title(result),
  whole(result.n),
  result.nanoseconds.toPrecision(3),
  times(result.ratio),
  verdict(result),
  peersText(result.peers),
]

/** Those that do not differ by more than runs do are called equal. */
const clearly = 0.97

function summary(results) {
  const verdicts = results.map(verdict)
  const met = mark => verdicts.filter(text => text.startsWith(mark)).length
  const lines = [`✓ met: ${met('✓')}; ~ up to ${accurate}, to be accurate: ${met('~')}; ✗ not met: ${met('✗')}`]
  for (const result of results) {
    const faster = result.peers.filter(({ ratio }) => ratio < clearly * result.ratio)
    const at = result.kind === 'number' ? '' : ` at n = ${whole(result.n)}`
    if (faster.length > 0)
      lines.push(`faster${at} than ${result.atomic}, ${short(result.ratio)}: ${faster.map(peerText).join(', ')}`)
  }
  return lines.join('\n')
}

const rounded = ratio => (Number.isFinite(ratio) ? Number(ratio.toPrecision(3)) : null)

/** In place of what was kept of the same atomics. */
function keep(results) {
  const old = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')).results : []
  const all = new Map([...old, ...results].map(result => [`${result.atomic} ${result.kind} ${result.n}`, result]))
  const lines = [...all.values()].map(({ nanoseconds, ratio, peers, ...result }) =>
    JSON.stringify({
      ...result,
      nanoseconds: rounded(nanoseconds),
      ratio: rounded(ratio),
      peers: peers.map(peer => ({ ...peer, ratio: rounded(peer.ratio) })),
    }),
  )
  writeFileSync(kept, `{ "node": "${process.versions.node}", "results": [\n${lines.join(',\n')}\n] }\n`)
}

async function bench(options) {
  const results = []
  const work = workOf(options)
  for (const [at, each] of work.entries()) {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${at + 1} of ${work.length}: ${title(each)}`)
    results.push(...(await measured(each)))
  }
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
  if (options.write) keep(results)
  console.log(
    `Nanoseconds are those of one number, or of one entry.\n\n${table(head, results.map(row))}\n\n${summary(results)}`,
  )
}

const options = await readOptions()
if (options?.help) console.log(help)
else if (options) await bench(options)
