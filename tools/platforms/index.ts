/**
 * `npm run test:platforms`: the built runtime computes the same wherever it runs, in three versions of Node.js, as an ES
 * module and as CommonJS, and in a browser. That the values are right to the last digits is tested elsewhere, in one place;
 * here they have to be right but for a few ulp, and the same bit for bit, unless they come from a function of the
 * engine's `Math`, which may be another in each.
 */
import { CannotRun } from '../../src/cli/failure.ts'
import * as runtime from '../../src/runtime/index.ts'
import { ulp } from '../../tests/runtime/ulp.ts'
import { callsOf, type Call } from './check.mjs'
import { chromium, nodes } from './engines.ts'
import { ofEngine } from './of-engine.ts'

type Results = readonly (readonly string[])[]

const calls = callsOf(runtime)

/** In ulp: more than any atomic promises. */
const bound = 8
/** Where these are near 0, a digit of the arguments is worth more than that: they are as good as they would be at 1. */
const absolute = new Set(['logAddExp', 'logSubExp', 'logexpm1', 'logSumExp', 'sum', 'mean'])
/** A stream is seen once, and NIST's data are chosen so that this costs digits. */
const streamed = 2 ** 26

function errorOf({ atomic, truth }: Call, values: readonly string[]): number {
  const errors = [truth].flat().map((expected, at) => {
    const actual = Number(values[at])
    if (expected === undefined || Object.is(actual, expected) || actual === expected) return 0
    return Math.abs(actual - expected) / ulp(absolute.has(atomic) ? Math.max(Math.abs(expected), 1) : expected)
  })
  const worst = Math.max(...errors) / (atomic === 'RunningMoments' ? streamed : 1)
  return Number.isNaN(worst) ? Infinity : worst
}

const shown = ({ atomic, args }: Call): string => {
  const text = args.map(String).join(', ')
  return `${atomic}(${text.length > 60 ? text.slice(0, 60) + '…' : text})`
}

const count = (n: number, what: string): string => `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`

/** What is wrong on a platform: nothing, if it is as accurate as promised, and the same as the first where it has to be. */
function mistakes(results: Results, first: Results, engine: ReadonlySet<string>): readonly string[] {
  return calls.flatMap((call, at) => {
    const [here, there] = [results[at]!.join(', '), first[at]!.join(', ')]
    const error = errorOf(call, results[at]!)
    if (error > bound) return [`${shown(call)} is ${here}, off by ${error.toPrecision(2)} ulp`]
    return here === there || engine.has(call.atomic) ? [] : [`${shown(call)} is ${here}, and first was ${there}`]
  })
}

async function compare(): Promise<boolean> {
  const unknown = Object.keys(runtime).filter(
    name => !calls.some(({ atomic, truth }) => atomic === name && truth !== undefined),
  )
  if (unknown.length > 0)
    throw new CannotRun(`Nothing checks ${unknown.join(', ')}: add it to tools/platforms/check.mjs.`)
  const engine = ofEngine(calls)
  const atomics = Object.keys(runtime)
  console.log(`${count(calls.length, 'call')} of ${count(atomics.length, 'atomic')}`)
  console.log(`Free of the engine's functions: ${atomics.filter(name => !engine.has(name)).join(', ')}`)
  const platforms = [...nodes(), chromium()]
  const first = await platforms[0]!.run()
  let isRight = true
  for (const { name, run } of platforms) {
    const results = await run()
    const wrong = mistakes(results, first, engine)
    const other = calls.filter((_, at) => results[at]!.join() !== first[at]!.join()).map(({ atomic }) => atomic)
    const same =
      other.length === 0
        ? 'the same bit for bit'
        : `right, ${count(other.length, 'call')} with other last digits: ${[...new Set(other)].join(', ')}`
    console.log(`${name}: ${wrong.length === 0 ? same : count(wrong.length, 'mistake')}`)
    for (const one of wrong.slice(0, 5)) console.error(`  ${one}`)
    isRight &&= wrong.length === 0
  }
  return isRight
}

try {
  process.exitCode = (await compare()) ? 0 : 1
} catch (error) {
  if (!(error instanceof CannotRun)) throw error
  console.error(error.message)
  process.exitCode = 2
}
