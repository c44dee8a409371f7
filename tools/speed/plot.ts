/** Times as ratios to the naive code, as SVGs: all functions of a number in rows, a function of a vector over its length. */
import * as Plot from '@observablehq/plot'
import { figure } from '../figure.ts'
import { measured, nameOf, peersOf, scalarsOf, vectorsOf, type Result, type Vector } from './results.ts'

const width = 720
const top = 44
const rowHeight = 20
const legend = { ours: { kind: 'ours', text: 'ours' }, peer: { kind: 'peer', text: 'other libraries' } } as const
const ticks = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50]
/** Slower ones are in the tables. */
const slowest = 20

const asTimes = (ratio: number): string => `${ratio} ×`
const drawn = (ratio: number | null): ratio is number => ratio !== null && ratio <= slowest
const domainOf = (ratios: readonly number[]): [number, number] => [
  0.9 * Math.min(...ratios, 0.5),
  1.1 * Math.max(...ratios, 2),
]
const within = ([low, high]: readonly [number, number]): number[] => ticks.filter(tick => tick >= low && tick <= high)

interface Dot {
  readonly atomic: string
  readonly ratio: number
}

/** By path in docs/. */
export function speedPlots(): ReadonlyMap<string, string> {
  const { results } = measured()
  return new Map([
    ['speed/numbers.svg', plotOfScalars(scalarsOf(results))],
    ...vectorsOf(results).map(vector => [`speed/${vector.atomic}.svg`, plotOfVector(vector)] as const),
  ])
}

function plotOfScalars(results: readonly Result[]): string {
  const ours: Dot[] = results.map(({ atomic, ratio }) => ({ atomic, ratio }))
  const peers: Dot[] = results.flatMap(({ atomic, peers: all }) =>
    all.flatMap(({ ratio }) => (drawn(ratio) ? [{ atomic, ratio }] : [])),
  )
  const fastest = results.flatMap(({ atomic, peers: [best] }) => (best ? [{ atomic, name: nameOf(best) }] : []))
  const domain = domainOf([...ours, ...peers].map(({ ratio }) => ratio))
  const marginRight = 150
  const options = {
    height: top + results.length * rowHeight + 42,
    marginTop: top + 14,
    marginBottom: 42,
    marginLeft: 160,
    x: { type: 'log', domain, label: null },
    y: { domain: results.map(({ atomic }) => atomic), label: null },
    marks: [
      Plot.ruleX(within(domain), { className: 'grid' }),
      Plot.ruleX([1], { className: 'naive', strokeWidth: 1.5 }),
      Plot.axisX(within(domain), { text: asTimes, tickSize: 0, label: 'time, naive = 1', labelAnchor: 'center' }),
      Plot.axisY({ tickSize: 0, fontSize: 12 }),
      Plot.dot(peers, { x: 'ratio', y: 'atomic', r: 3.5, className: 'peer', fill: 'none', strokeWidth: 1.5 }),
      Plot.dot(ours, { x: 'ratio', y: 'atomic', r: 3, className: 'ours', fill: 'none', strokeWidth: 6 }),
      Plot.text(fastest, {
        y: 'atomic',
        text: 'name',
        frameAnchor: 'right',
        textAnchor: 'start',
        dx: 12,
        fontSize: 11,
      }),
    ],
  }
  const title = 'Functions of a number, and the fastest other library'
  return figure({ title, width, marginRight, legend: [legend.ours, legend.peer], options })
}

interface Line {
  readonly name: string
  readonly kind: 'ours' | 'peer'
  readonly points: readonly { readonly n: number; readonly ratio: number }[]
}

function plotOfVector(vector: Vector): string {
  const sizes = vector.typed.map(({ n }) => n)
  const pointsOf = (ratios: readonly (number | null)[]): Line['points'] =>
    ratios.flatMap((ratio, at) => (drawn(ratio) ? [{ n: sizes[at]!, ratio }] : []))
  const lines: Line[] = [
    ...peersOf(vector).map(({ name, ratios }) => ({ name, kind: 'peer' as const, points: pointsOf(ratios) })),
    { name: 'ours', kind: 'ours' as const, points: pointsOf(vector.typed.map(({ ratio }) => ratio)) },
  ].filter(({ points }) => points.length > 0)
  const domain = domainOf(lines.flatMap(({ points }) => points.map(({ ratio }) => ratio)))
  const marginRight = 150
  const height = 300
  const margin = { marginTop: top, marginBottom: 42, marginLeft: 60 }
  const options = {
    height,
    ...margin,
    x: { type: 'log', domain: [Math.min(...sizes), Math.max(...sizes)], label: null },
    y: { type: 'log', domain, label: null },
    marks: [
      Plot.ruleY(within(domain), { className: 'grid' }),
      Plot.ruleY([1], { className: 'naive', strokeWidth: 1.5 }),
      Plot.axisY(within(domain), { text: asTimes, tickSize: 0 }),
      Plot.axisX(sizes, {
        tickFormat: (n: number) => n.toLocaleString('en-US'),
        tickSize: 4,
        label: 'entries',
        labelAnchor: 'center',
        labelArrow: 'none',
      }),
      ...lines.flatMap(({ kind, points }) => [
        Plot.line(points, { x: 'n', y: 'ratio', className: kind, strokeWidth: kind === 'ours' ? 3 : 1.2 }),
        Plot.dot(points, { x: 'n', y: 'ratio', className: kind, r: 2, fill: 'none', strokeWidth: 4 }),
      ]),
      Plot.text(labelsOf(lines, domain, height - margin.marginTop - margin.marginBottom), {
        y: 'ratio',
        text: 'name',
        frameAnchor: 'right',
        textAnchor: 'start',
        dx: 12,
        fontSize: 11,
      }),
    ],
  }
  const title = `${vector.atomic} of a Float64Array: time, naive = 1`
  return figure({ title, width, marginRight, legend: [], options })
}

const labelHeight = 13

/** Names at the ends of their lines, moved apart where they would lie on each other. */
function labelsOf(lines: readonly Line[], [low, high]: readonly [number, number], height: number) {
  const perPixel = Math.log(high / low) / height
  let below = -Infinity
  return lines
    .map(({ name, points }) => ({ name, at: Math.log(points.at(-1)!.ratio / low) / perPixel }))
    .sort((a, b) => a.at - b.at)
    .map(({ name, at }) => {
      below = Math.max(at, below + labelHeight)
      return { name, ratio: low * Math.exp(below * perPixel) }
    })
}
