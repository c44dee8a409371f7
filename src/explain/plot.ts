/**
 * A curve as an SVG: bits of error over the input, with the input that breaks the naive side marked. Its colours come
 * from the page around it, by class.
 */
import { scaleLinear, scaleLog } from 'd3-scale'
import { line } from 'd3-shape'
import type { Curve, Point } from './curve.ts'

const widest = 640
const height = 280
const margin = { top: 34, right: 26, bottom: 42, left: 46 }
/** In pixels, for a number below the axis. */
const room = 80

export interface Labels {
  /** The varied input, as the source calls it. */
  readonly input: string
  /** An input to mark besides the one that breaks. */
  readonly at?: number
  /** In pixels, where there are fewer. */
  readonly width?: number
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export function plotOf(curve: Curve, { input, at, width = widest }: Labels): string {
  const { bits, breaks, points } = curve
  const x = horizontal(curve, width)
  const y = scaleLinear([0, bits], [height - margin.bottom, margin.top])
  const levels = bits > 30 ? [0, 10, 20, 30, 40, bits] : [0, 6, 12, 18, bits]
  const path = (side: 'naive' | 'fixed'): string => {
    const draw = line<Point>(
      point => x(point.input),
      point => y(point[side]),
    )
    return `<path class="${side}" d="${draw([...points]) ?? ''}" fill="none"/>`
  }
  const grid = levels.map(
    level =>
      `<line class="grid" x1="${margin.left}" x2="${width - margin.right}" y1="${y(level)}" y2="${y(level)}"/>` +
      `<text x="${margin.left - 8}" y="${y(level) + 4}" text-anchor="end">${level}</text>`,
  )
  const ticks = ticksOf(curve, Math.floor(width / room)).map(
    tick =>
      `<text x="${x(tick).toFixed(1)}" y="${height - margin.bottom + 18}" text-anchor="middle">${short(tick)}</text>`,
  )
  const worst = nearest(points, breaks)
  return [
    `<svg class="error-plot" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(described(curve, input))}" xmlns="http://www.w3.org/2000/svg">`,
    ...grid,
    ...ticks,
    `<text x="${margin.left - 34}" y="16">bits wrong</text>`,
    `<text class="naive" x="${width - margin.right}" y="16" text-anchor="end"><tspan class="naive">— naive</tspan><tspan class="fixed" dx="14">— fixed</tspan></text>`,
    `<text x="${(margin.left + width - margin.right) / 2}" y="${height - 6}" text-anchor="middle">${escaped(input)}</text>`,
    ...(inside(curve, breaks)
      ? [`<line class="breaks" x1="${x(breaks)}" x2="${x(breaks)}" y1="${margin.top}" y2="${height - margin.bottom}"/>`]
      : []),
    ...(at !== undefined && inside(curve, at)
      ? [`<line class="at" x1="${x(at)}" x2="${x(at)}" y1="${margin.top}" y2="${height - margin.bottom}"/>`]
      : []),
    path('fixed'),
    path('naive'),
    ...(worst ? [`<circle class="breaks" cx="${x(worst.input)}" cy="${y(worst.naive)}" r="5"/>`] : []),
    '</svg>',
  ].join('')
}

const inside = ({ from, to, scale }: Curve, at: number): boolean =>
  at >= from && at <= to && (scale === 'linear' || at !== 0)

function horizontal({ scale, from, to }: Curve, width: number): (input: number) => number {
  const range = [margin.left, width - margin.right]
  // Of huge numbers the logarithm of the quotient would overflow: d3 takes it of each end.
  return scale === 'linear' ? scaleLinear([from, to], range) : scaleLog([from, to], range)
}

function ticksOf({ scale, from, to }: Curve, most: number): number[] {
  if (scale === 'linear') return scaleLinear([from, to], [0, 1]).ticks(Math.min(6, most))
  const [low, high] = [
    Math.log10(Math.min(Math.abs(from), Math.abs(to))),
    Math.log10(Math.max(Math.abs(from), Math.abs(to))),
  ]
  const step = Math.max(1, Math.ceil((high - low) / most))
  const powers: number[] = []
  for (let power = Math.ceil(low - 1e-9); power <= high; power += step)
    powers.push(Math.sign(from || to) * Number(`1e${power}`))
  return powers
}

export const short = (x: number): string => {
  const size = Math.abs(x)
  const text = size === 0 || (size >= 0.001 && size < 1e5) ? String(Number(x.toPrecision(4))) : x.toExponential(0)
  return text.replace('e+', 'e').replace('-', '−')
}

export const nearest = (points: readonly Point[], input: number): Point | undefined =>
  points.reduce<Point | undefined>(
    (best, point) => (!best || distance(point.input, input) < distance(best.input, input) ? point : best),
    undefined,
  )

/** On a logarithmic scale, too, the nearest is the one whose quotient is nearest to 1. */
const distance = (a: number, b: number): number =>
  a !== 0 && Math.sign(a) === Math.sign(b) ? Math.abs(Math.log(a / b)) : Math.abs(a - b) + Number.MAX_VALUE / 4

function described({ bits, format, points, breaks }: Curve, input: string): string {
  const worst = (side: 'naive' | 'fixed'): string =>
    points.reduce((most, point) => Math.max(most, point[side]), 0).toFixed(0)
  return `Bits of error over ${input} in ${format}, of ${bits}: up to ${worst('naive')} for the naive code, up to ${worst('fixed')} for the fixed code. The naive code breaks at ${short(breaks)}.`
}
