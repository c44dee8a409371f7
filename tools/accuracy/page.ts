/** Writes docs/accuracy.md: all atomics in one table, then one by one, and the plots beside it. */
import { readFileSync } from 'node:fs'
import { RunningMoments, variance } from '../../src/runtime/index.ts'
import { naive, varianceOfStream } from '../peers/naive.mjs'
import { atomics, meanInDeviations } from './atomics.ts'
import { isMet, type Comparison, type Row } from './compare.ts'
import { measure } from './measure.ts'
import { pointsOf } from './reference.ts'
import { absolutely, inUlps, pointOf, wordsOf } from './words.ts'

const introduction = `# Accuracy

How far from the exact value the functions of \`eslint-plugin-stable-math/runtime\` are, beside the libraries that have
them too, and beside the formulas that people write.

An error of 1 ulp is the distance between two neighbouring doubles there: 0.5 is what rounding the exact value costs, and
at 4.5e15 not one digit is right. In the mean no error counts for more than 1e16. The exact values are mpmath's, with twice the digits of a double, at points of every
size: dense ones, every power of two, subnormal numbers, the places where implementations change their formula, and
random ones; none of them is a point that a constant or a bound of the runtime was found with. "∞" is a result that
overflows, is \`NaN\`, or is no number where there is one. Where the exact value comes near 0 beside the terms that it is
made of, no relative error can be small, as the arguments do not hold the digits: the column "near 0" has the absolute
error there, where it is not counted among the others.

    npm run accuracy              # measures everything, and writes this page and its plots
    npm run accuracy -- softplus  # shows one

The first run installs the peers into \`tools/peers\`, and nowhere else. The points and exact values are committed in
\`tools/accuracy/reference\`; \`tools/accuracy/reference.py\` wrote them. The tests hold the goals on the same points.`

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n')

const library = ({ who, single }: Row): string => (single ? `${who} (float32)` : who)

export function page(comparisons: readonly Comparison[]): string {
  const all = table(
    ['largest error in ulp', 'ours', 'goal', 'best peer', '', 'naive'],
    comparisons.map(({ name, best, naive: plain, reached }) => [
      `[\`${name}\`](#${name.toLowerCase()})`,
      `**${reached.map(each => inUlps(each.max)).join(', ')}**`,
      reached.map(each => `${each.goal.ulp.toFixed(1)}${isMet(each) ? '' : ' ✗'}`).join(', '),
      best ? inUlps(best.max) : '–',
      best ? library(best) : '',
      inUlps(plain.max),
    ]),
  )
  return `${[introduction, all, ...comparisons.map(section), streams(), versions()].join('\n\n')}\n`
}

export const head = (comparison: Comparison): string[] => [
  comparison.name,
  'max ulp',
  'mean ulp',
  ...(comparison.atomic.terms ? ['near 0'] : []),
  'worst at',
]

export function cells(comparison: Comparison): string[][] {
  const { ours, peers, naive: plain, atomic } = comparison
  return [ours, ...peers, plain].map(each => [
    library(each),
    inUlps(each.max),
    inUlps(each.mean),
    ...(atomic.terms ? [absolutely(each.absolute)] : []),
    pointOf(each.worst),
  ])
}

export const goals = ({ reached }: Comparison): string =>
  reached
    .map(each => {
      const near = each.goal.absolute === undefined ? '' : `, ${absolutely(each.absolute)} near 0`
      return `Goal: ${wordsOf(each.goal)}. ${isMet(each) ? 'Met' : 'Not met'}: ${inUlps(each.max)}${near}.`
    })
    .join(' ')

function section(comparison: Comparison): string {
  const { name } = comparison
  const rows = cells(comparison).map(([who, ...rest], i) => (i === 0 ? [`**${who}**`, ...rest] : [who!, ...rest]))
  return [
    `## ${name}`,
    `![The error of ${name} over its argument: naive, the best peer, and ours](accuracy/${name}.svg)`,
    goals(comparison),
    table(['', ...head(comparison).slice(1)], rows),
  ].join('\n\n')
}

/** Data this far from 0, in their own standard deviations. */
const ratios = [1, 1e2, 1e4, 1e6, 1e8]

const welford = varianceOfStream(RunningMoments)

/** The last page of the comparison: the same quantity, of data at hand and of a stream. */
function streams(): string {
  const points = pointsOf('variance')
  const largest = (ratio: number, call: (x: Float64Array) => number): string => {
    const near = points.filter(({ x }) => Math.abs(Math.log10(meanInDeviations(x) / ratio)) < 0.5)
    return inUlps(measure(atomics.variance!, near, call as never).max)
  }
  const rows = ratios.map(ratio => [
    ratio.toExponential().replace('e+', 'e'),
    largest(ratio, x => variance(x)),
    largest(ratio, welford),
    largest(ratio, naive.variance as never),
  ])
  return [
    '## RunningMoments',
    `\`variance\` is not Welford's update, as that rounds the mean with every value that comes in, and so loses digits that
data at hand still have to a second pass; \`RunningMoments\` is Welford's update, for streams, which pass only once.`,
    table(['mean / standard deviation', '`variance`', '`RunningMoments`', 'naive'], rows),
  ].join('\n\n')
}

function versions(): string {
  const { dependencies } = JSON.parse(readFileSync(new URL('../peers/package.json', import.meta.url), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const list = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`)
  return `## Versions

Node.js ${process.versions.node.split('.')[0]} (\`Math\`), ${list.join(', ')}.

tfjs computes in float32. jax-js runs here on its WebAssembly device, whose arrays can be float64, but whose exponentials and
logarithms are those of float32 in part. "The usual form" is no library: none of these has the function for float64, and
this is what programs write against overflow, such as subtracting the maximum first.`
}
