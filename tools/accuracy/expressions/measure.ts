/** Bits of error of an expression, averaged over inputs: as it is written, after one `eslint --fix`, and by an expert. */
import { Linter } from 'eslint'
import plugin from '../../../src/index.ts'
import * as runtime from '../../../src/runtime/index.ts'
import type { Expression } from './table/expression.ts'
import { pointsOf, samplings, type Point, type Sampling } from './inputs.ts'
import { bodyOf, oracleOf } from './oracle.ts'

export interface Bits {
  readonly before: number
  readonly after: number
  readonly expert: number
  readonly points: number
}

export interface Measured {
  readonly expression: Expression
  /** What `eslint --fix` makes of it; undefined where it leaves it alone. */
  readonly fixed: string | undefined
  readonly reported: readonly string[]
  readonly bits: Readonly<Record<Sampling, Bits>>
}

const linter = new Linter()
const strict = [{ files: ['**/*.js'], ...(plugin.configs.strict as unknown as Linter.Config) }]

type Call = (...args: readonly number[]) => number

export function measure(expression: Expression, count: number): Measured {
  const { names } = oracleOf(expression.naive)
  const code = `export function f(${names.join(', ')}) { ${bodyOf(expression.naive)} }\n`
  const { output, messages } = linter.verifyAndFix(code, strict, { filename: 'f.js' })
  const broken = messages.find(({ fatal }) => fatal)
  if (broken) throw new Error(`The fix of ${expression.name} does not parse: ${broken.message}\n${output}`)
  const forms = {
    before: callOf(code),
    after: callOf(output),
    expert: callOf(`export function f(${names.join(', ')}) { ${bodyOf(expression.expert)} }`),
  }
  const bitsOver = (sampling: Sampling): Bits => {
    const points = pointsOf(expression, sampling, count)
    const mean = (call: Call): number => points.reduce((sum, point) => sum + bitsAt(call, point), 0) / points.length
    return { before: mean(forms.before), after: mean(forms.after), expert: mean(forms.expert), points: points.length }
  }
  return {
    expression,
    fixed: output === code ? undefined : output,
    reported: linter.verify(code, strict, 'f.js').map(({ ruleId }) => ruleId!.replace('stable-math/', '')),
    bits: Object.fromEntries(samplings.map(sampling => [sampling, bitsOver(sampling)])) as Record<Sampling, Bits>,
  }
}

function callOf(code: string): Call {
  const plain = code.replace(/^import .*$/gm, '').replaceAll('export ', '')
  return (new Function('stable', `${plain}\nreturn f`) as (stable: typeof runtime) => Call)(runtime)
}

const view = new DataView(new ArrayBuffer(8))

/** The place of a double among all of them. */
function ordinal(x: number): bigint {
  view.setFloat64(0, x)
  const place = view.getBigInt64(0)
  return place < 0n ? -(place & 0x7fffffffffffffffn) : place
}

/** No digit, no sign, no size. */
const allBits = 64

/** The logarithm of the number of doubles from the result to the exact value. */
function bitsAt(call: Call, { args, exact }: Point): number {
  const got = call(...args)
  if (Number.isNaN(got)) return allBits
  const distance = ordinal(got) - ordinal(exact)
  return Math.log2(Number(distance < 0n ? -distance : distance) + 1)
}
