/**
 * The constants of the runtime, bit by bit, as mpmath has computed them: a digit that is changed by hand fails here,
 * however little it changes any result. `tools/reference/constants.py` writes the bits with the constants.
 */
import { readdirSync } from 'node:fs'
import recorded from './reference/constants.json' with { type: 'json' }

const home = new URL('../../src/runtime/', import.meta.url)
const modules = recorded as Record<string, Record<string, string[]>>

const bits = (value: number): string => Buffer.from(new Float64Array([value]).buffer).reverse().toString('hex')

it('every module of constants is recorded', () => {
  const generated = readdirSync(home).filter(file => /^tables\.ts$|-coefficients\.ts$/.test(file))
  expect(generated.map(file => file.replace('.ts', '')).sort()).toEqual(Object.keys(modules).sort())
})

it.each(Object.entries(modules))('%s', async (module, constants) => {
  const exported = (await import(new URL(`${module}.ts`, home).href)) as Record<string, number | readonly number[]>
  const found = Object.entries(exported).map(([name, value]) => [name, [value].flat().map(bits)])
  expect(Object.fromEntries(found)).toEqual(constants)
})
