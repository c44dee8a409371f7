/** The generated parts of docs/speed.md, and what README shows of it. */
import { measured, nameOf, peersOf, scalarsOf, vectorsOf, type Result, type Vector } from './results.ts'

const { node, results } = measured()
const scalars = scalarsOf(results)
const vectors = vectorsOf(results)

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n')

const inTimes = (ratio: number | null): string =>
  ratio === null ? 'throws' : ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0)
const inNanoseconds = (time: number): string => (time < 10 ? time.toPrecision(2) : time.toFixed(0))
const link = (atomic: string): string => `[\`${atomic}\`](runtime.md#${atomic.toLowerCase()})`

export const speedParts = (): Readonly<Record<string, string>> => ({
  scalars: ofScalars(),
  vectors: vectors.map(section).join('\n\n'),
  faster: faster(),
  version: `Measured in Node.js ${node}.`,
})

export function speedTable(): string {
  const shown = vectors.filter(({ atomic }) => /^(?:logSumExp|softmax|logSoftmax|norm|variance)$/.test(atomic))
  const sizes = shown[0]!.typed.map(({ n }) => n.toLocaleString('en-US'))
  return table(
    ['entries', ...sizes],
    shown.map(({ atomic, typed }) => [`\`${atomic}\``, ...typed.map(({ ratio }) => inTimes(ratio))]),
  )
}

function ofScalars(): string {
  const rows = scalars.map(({ atomic, nanoseconds, ratio, peers }) => [
    link(atomic),
    inNanoseconds(nanoseconds),
    `**${inTimes(ratio)}**`,
    peers.map(peer => `${nameOf(peer)} ${inTimes(peer.ratio)}`).join(', ') || '–',
  ])
  return [
    '![The time of each function of a number beside the naive code and other libraries](speed/numbers.svg)',
    table(['', 'naive, ns', 'ours', 'others'], rows),
  ].join('\n\n')
}

function section(vector: Vector): string {
  const { atomic, typed, plain } = vector
  const rows = [
    ['naive, ns for an entry', ...typed.map(({ nanoseconds }) => inNanoseconds(nanoseconds))],
    ['**ours**', ...typed.map(({ ratio }) => `**${inTimes(ratio)}**`)],
    ['ours, of a `number[]`', ...plain.map(({ ratio }) => inTimes(ratio))],
    ...peersOf(vector).map(({ name, ratios }) => [name, ...ratios.map(inTimes)]),
  ]
  return [
    `### ${atomic}`,
    `![The time of ${atomic} over the length of its vector, beside the naive code and other libraries](speed/${atomic}.svg)`,
    table(['', ...typed.map(({ n }) => n.toLocaleString('en-US'))], rows),
  ].join('\n\n')
}

/** What differs by less is noise. */
const clearly = 0.97

function faster(): string {
  const named = (result: Result): string =>
    result.kind === 'number' ? result.atomic : `${result.atomic} at ${result.n.toLocaleString('en-US')}`
  const rows = results.flatMap(result => {
    const ahead = result.peers.filter(({ ratio }) => ratio !== null && ratio < clearly * result.ratio)
    const names = ahead.map(peer => `${nameOf(peer)} ${inTimes(peer.ratio)}`).join(', ')
    return names ? [[named(result), inTimes(result.ratio), names]] : []
  })
  return table(['', 'ours', 'faster'], rows)
}
