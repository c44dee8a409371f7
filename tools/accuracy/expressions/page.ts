/** Writes docs/expressions.md: what one `eslint --fix` recovers of the bits that an expert does, expression by expression. */
import { chapters } from './table/index.ts'
import { samplings, type Sampling } from './inputs.ts'
import type { Bits, Measured } from './measure.ts'

const introduction = (points: number): string => `# Expressions

How many bits of error the expressions of textbooks have: as they are written, after one \`eslint --fix\` with the config
\`strict\`, and rewritten by hand. The expressions are gathered from Hamming's *Numerical Methods for Scientists and Engineers*,
Higham's *Accuracy and Stability of Numerical Algorithms*, Kahan's papers, Goldberg's *What Every Computer Scientist Should
Know*, the handbook of mathematical functions, and the fields that write them; no rule knows one of them.

A result is off by b bits if there are 2^b - 1 doubles from it to the exact value, or by 64 if it is \`NaN\`. The mean is over
${points} inputs, of all of float64 (random bits) and of moderate size (10^-8 to 10^8, every power of ten as often as another, both signs). Where an
expression has no finite real value, or is not meant to be used, it is not asked. The exact values are those of interval
arithmetic on MPFR, with as many bits as it takes to round correctly.

    npm run accuracy -- --expressions               # measures all, and writes this page
    npm run accuracy -- --expressions --points=50 ∛ # shows those with ∛ in the name, at 50 inputs

The expert column is the same expression by hand, with nothing but \`Math\`, series and branches included. *Recovered* is the
share of the bits between naive and expert that the fix brings back.`

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n')

const inBits = (bits: number): string => (Number.isNaN(bits) ? '–' : bits.toFixed(1))

const sum = (all: readonly Measured[], sampling: Sampling, of: (bits: Bits) => number): number =>
  all.reduce((total, { bits }) => total + (bits[sampling].points > 0 ? of(bits[sampling]) : 0), 0)

function recovered(all: readonly Measured[], sampling: Sampling): number {
  const [before, after, expert] = [
    sum(all, sampling, bits => bits.before),
    sum(all, sampling, bits => bits.after),
    sum(all, sampling, bits => bits.expert),
  ]
  return (before - after) / (before - expert)
}

const share = (x: number): string => `${Math.floor(100 * x)} %`

/** One expression, for the terminal. */
export function line({ expression, bits }: Measured): string {
  const numbers = samplings.map(sampling => {
    const { before, after, expert } = bits[sampling]
    return `${inBits(before)} → ${inBits(after)} (${inBits(expert)})`.padEnd(22)
  })
  return `${expression.name.padEnd(32)}${numbers.join('')}`
}

const largestChange = (all: readonly Measured[], sampling: Sampling): string => {
  const worst = all.toSorted((a, b) => worsening(b.bits[sampling]) - worsening(a.bits[sampling]))[0]!
  return `${worsening(worst.bits[sampling]).toFixed(2)} (${worst.expression.name})`
}
const worsening = ({ before, after, points }: Bits): number => (points > 0 ? after - before : -Infinity)

export const totals = (all: readonly Measured[]): string =>
  table(
    ['bits of error, sum of all means', 'naive', 'fixed', 'expert', 'recovered', 'largest worsening'],
    samplings.map(sampling => [
      sampling,
      ...[
        sum(all, sampling, bits => bits.before),
        sum(all, sampling, bits => bits.after),
        sum(all, sampling, bits => bits.expert),
      ].map(total => total.toFixed(0)),
      `**${share(recovered(all, sampling))}**`,
      largestChange(all, sampling),
    ]),
  )

/** Below this nobody would look. */
const worthAWord = 1

function section(title: string, all: readonly Measured[]): string {
  const rows = all.map(({ expression, bits, reported }) => {
    const missing = samplings.some(sampling => bits[sampling].after - bits[sampling].expert > worthAWord)
    return [
      `${expression.name.replaceAll('|', '\\|')} <br> \`${expression.naive}\``,
      ...samplings.flatMap(sampling => {
        const { before, after, expert } = bits[sampling]
        return [inBits(before), `**${inBits(after)}**`, inBits(expert)]
      }),
      [
        reported.map(rule => `[${rule}](rules/${rule}.md)`).join(', '),
        missing ? (expression.left ?? 'no line for it') : '',
      ]
        .filter(Boolean)
        .join(': '),
    ]
  })
  const heads = samplings.flatMap(sampling => [`${sampling}: naive`, 'fixed', 'expert'])
  return `## ${title}\n\n${table(['expression', ...heads, 'rules, and what is left'], rows)}`
}

export function page(measured: readonly Measured[], points: number): string {
  const sections = Object.entries(chapters).map(([title, expressions]) =>
    section(
      title,
      measured.filter(({ expression }) => expressions.includes(expression)),
    ),
  )
  return `${[introduction(points), totals(measured), ...sections].join('\n\n')}\n`
}
