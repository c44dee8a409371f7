/**
 * `npm run test:platforms`: the built runtime computes the same wherever it runs, in three versions of Node.js, as an ES
 * module and as CommonJS, and in a browser. That the values are right to the last digits is tested elsewhere, in one place;
 * here they have to be right but for a few ulp, and the same bit for bit, unless they come from a function of the
 * engine's `Math`, which may be another in each.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CannotRun } from '../../src/cli/failure.ts'
import * as runtime from '../../src/runtime/index.ts'
import { atomics } from '../accuracy/atomics.ts'
import { errorInUlps, isNearZero } from '../accuracy/measure.ts'
import { calls, type Call } from './calls.ts'
import { written } from './check.mjs'
import { chromium, nodes } from './engines.ts'
import { ofEngine } from './of-engine.ts'

type Results = readonly (readonly string[])[]

/** In ulp: more than any atomic promises. */
const bound = 8

function errorOf({ atomic, point }: Call, values: readonly string[]): number {
  if (!point) return 0
  const errors = point.exact.map((exact, at) => {
    const actual = Number(values[at])
    // Where it is near 0, a digit of the arguments is worth more: it is as good as it would be at 1.
    return isNearZero(atomics[atomic]!, point.x, exact)
      ? Math.abs(actual - exact.high) / Number.EPSILON
      : errorInUlps(actual, exact)
  })
  return Math.max(...errors)
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

async function compare(file: string): Promise<boolean> {
  const unknown = Object.keys(runtime).filter(name => !calls.some(({ atomic }) => atomic === name))
  if (unknown.length > 0)
    throw new CannotRun(`Nothing checks ${unknown.join(', ')}: add it to tools/accuracy/atomics.ts.`)
  const engine = ofEngine(calls)
  const names = Object.keys(runtime)
  console.log(`${count(calls.length, 'call')} of ${count(names.length, 'atomic')}`)
  console.log(`Free of the engine's functions: ${names.filter(name => !engine.has(name)).join(', ')}`)
  const platforms = [...nodes(), chromium()]
  writeFileSync(file, JSON.stringify(calls.map(({ atomic, args }) => [atomic, written(args)])))
  const first = await platforms[0]!.run(file)
  let isRight = true
  for (const { name, run } of platforms) {
    const results = await run(file)
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

const home = mkdtempSync(join(tmpdir(), 'stable-math-calls-'))
try {
  process.exitCode = (await compare(join(home, 'calls.json'))) ? 0 : 1
} catch (error) {
  if (!(error instanceof CannotRun)) throw error
  console.error(error.message)
  process.exitCode = 2
} finally {
  rmSync(home, { recursive: true, force: true })
}
