/**
 * The error of an atomic over its axis, as an SVG for light and dark: the formula as people write it, the best peer, and
 * ours. The points are put in bins, and the largest error of each is drawn, so that a file stays small.
 */
import * as Plot from '@observablehq/plot'
import type { Atomic, Axis } from './atomics.ts'
import type { Comparison, Row } from './compare.ts'
import { figure } from '../figure.ts'

const width = 720
const height = 310
const marginRight = 24
const margin = { marginTop: 44, marginBottom: 42, marginLeft: 52 }
/** Of a vector there are fewer points. */
const bins = ({ takes }: Atomic): number => (takes ? 50 : 80)

/** An error of 0 has no logarithm; from here down a result is as good as exact. */
const least = 0.1
/** No digit is right: no difference is worth its height from here up, and no number at all is drawn above it. */
const most = 1e17
const noNumber = 1e19

interface Series {
  readonly kind: 'naive' | 'peer' | 'ours'
  readonly row: Row
}

export function plot({ name, atomic, ours, best, naive }: Comparison): string {
  // Ours is the widest line, and the lowest: the others are seen where they are the same.
  const series: Series[] = [
    { kind: 'ours', row: ours },
    ...(best ? [{ kind: 'peer', row: best } as const] : []),
    { kind: 'naive', row: naive },
  ]
  const { largest = Infinity, smallest } = atomic.axis
  // A plain logarithm has no 0.
  const isDrawn = (place: number): boolean => Math.abs(place) < largest && (place > 0 || smallest !== undefined)
  const places = ours.errors.map(([place]) => place).filter(isDrawn)
  const x = scaleOf(atomic.axis, places)
  const lines = series.map(({ kind, row }) => ({ kind, points: largestOfBins(row.errors, x, bins(atomic)) }))
  const top = Math.max(10, ...lines.flatMap(({ points }) => points.map(([, error]) => error)))
  const levels = (top > 1e3 ? [1, 1e4, 1e8, 1e12, 1e16, noNumber] : [0.1, 1, 10, 100]).filter(level => level <= top)

  const options = {
    height,
    ...margin,
    x,
    y: { type: 'log', domain: [least, top], label: null },
    marks: [
      Plot.ruleY(levels, { className: 'grid' }),
      Plot.axisY(levels, { tickFormat: inPowers, tickSize: 0 }),
      Plot.axisX(ticksOf(atomic.axis, places), {
        tickFormat: inPowers,
        tickSize: 4,
        label: atomic.axis.label,
        labelAnchor: 'center',
        labelArrow: 'none',
      }),
      ...lines.map(({ kind, points }) =>
        Plot.line(points, { className: kind, strokeWidth: kind === 'ours' ? 3 : 1.2, strokeLinejoin: 'round' }),
      ),
    ],
  }
  const legend = series.map(({ kind, row }) => ({ kind, text: row.who }))
  return figure({ title: `${name}: error in ulp`, width, marginRight, legend, options })
}

/** What Plot takes as a scale. */
interface Scale {
  readonly type: 'symlog' | 'log'
  readonly domain: readonly [number, number]
  readonly constant?: number
}

function scaleOf({ smallest }: Axis, places: readonly number[]): Scale {
  const domain = [Math.min(...places), Math.max(...places)] as const
  return smallest === undefined ? { type: 'log', domain } : { type: 'symlog', domain, constant: smallest }
}

/** Powers of ten, and 0, so far apart that their names have room. */
function ticksOf({ smallest }: Axis, places: readonly number[]): number[] {
  const sizes = places.map(Math.abs)
  const from = Math.log10(smallest ?? Math.min(...sizes))
  const to = Math.log10(Math.max(...sizes))
  const bothSides = smallest !== undefined && places.some(place => place < 0) && places.some(place => place > 0)
  const wanted = ((to - from) * (bothSides ? 2 : 1)) / 10
  const step = [1, 2, 5, 10, 20, 50, 100].find(size => size >= wanted) ?? 200
  const powers: number[] = []
  for (let power = Math.ceil(from / step) * step; power <= to; power += step) powers.push(power)
  if (smallest === undefined) return powers.map(ten)
  // The one next to 0 has no room beside it.
  const sides = powers.filter(power => power >= from + step / 2).map(ten)
  return [...sides.map(size => -size), 0, ...sides].filter(at => at >= Math.min(...places) && at <= Math.max(...places))
}

const ten = (power: number): number => Number(`1e${power}`)

/** From bin to bin, the place of its middle and the largest error in it. */
function largestOfBins(errors: Row['errors'], scale: Scale, bins: number): [place: number, error: number][] {
  const [from, to] = scale.domain
  const { apply, invert } = Plot.scale({ x: { ...scale, range: [0, bins] } } as unknown as Plot.PlotOptions) as {
    apply(place: number): number
    invert(bin: number): number
  }
  const largest = new Map<number, number>()
  for (const [place, error] of errors) {
    if (!(place >= from && place <= to)) continue
    const bin = Math.min(Math.floor(apply(place)), bins - 1)
    const drawn = error === Infinity ? noNumber : Math.min(Math.max(error, least), most)
    largest.set(bin, Math.max(largest.get(bin) ?? 0, drawn))
  }
  return [...largest].sort(([a], [b]) => a - b).map(([bin, error]) => [invert(bin + 0.5), error])
}

function inPowers(x: number): string {
  if (x === noNumber) return '∞'
  const size = Math.abs(x)
  const shown = x === 0 || (size >= 1e-3 && size <= 1e4) ? String(size) : size.toExponential().replace('e+', 'e')
  return x < 0 ? `−${shown}` : shown
}
