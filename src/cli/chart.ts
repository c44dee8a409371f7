/**
 * A curve for the terminal: bits of error over the input, of the naive code and of the fixed, one below the other so
 * that they can be told apart without colours, and where the naive one breaks.
 */
import { styleText } from 'node:util'
import { plot } from 'asciichart'
import type { Curve } from '../explain/curve.ts'
import { nearest, short } from '../explain/plot.ts'

const rows = 6
/** What asciichart puts before the first column: the label and the axis. */
const axis = 6
const label = (bits: number): string => `${bits.toFixed(0).padStart(axis - 2)} `

export function chart(curve: Curve, input: string): string {
  const { points, bits, breaks, from, to } = curve
  const drawn = (side: 'naive' | 'fixed', colour: 'red' | 'green'): string =>
    styleText(
      colour,
      plot(
        points.map(point => point[side]),
        { height: rows, min: 0, max: bits, format: label },
      ),
    )
  const at = points.indexOf(nearest(points, breaks)!)
  const ends = `${short(from)}${short(to).padStart(points.length - short(from).length)}`
  const mark = `▲ breaks at ${input} = ${short(breaks)}`
  const indent = Math.min(at, Math.max(0, points.length - mark.length))
  return [
    `  naive: bits wrong, of ${bits}`,
    drawn('naive', 'red'),
    `${' '.repeat(axis + indent)}${indent < at ? `${mark.slice(2).padStart(at - indent)} ▲` : mark}`,
    `  fixed`,
    drawn('fixed', 'green'),
    `${' '.repeat(axis)}${ends}  ${input}`,
  ].join('\n')
}
