/** That the benchmark of the runtime compares what does the same, where the naive code still works. Never how fast it is. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import * as runtime from '../../src/runtime/index.ts'
import * as naive from '../../tools/peers/naive.mjs'
import type { Call } from '../../tools/peers/naive.mjs'

// Plain JavaScript, so that nothing is transpiled while it measures.
const bench = new URL('../../bench/runtime/', import.meta.url)
const inputs = await import(new URL('inputs.mjs', bench).href)

const { RunningMoments, ...functions } = runtime
const ours: Record<string, Call> = { ...functions, RunningMoments: naive.varianceOfStream(RunningMoments) }

function expectTheSame(actual: ReturnType<Call>, expected: ReturnType<Call>): void {
  if (typeof actual === 'number') return expect(Math.abs(actual - (expected as number))).toBeLessThan(1e-6)
  expect(actual).toHaveLength((expected as ArrayLike<number>).length)
  Array.from(actual).forEach((value, at) => expectTheSame(value, (expected as ArrayLike<number>)[at]!))
}

it('has all atomics', () => expect(Object.keys(naive.naive)).toEqual(expect.arrayContaining(Object.keys(runtime))))

it.each(Object.keys(naive.scalars).filter(name => name in runtime))('%s', name => {
  for (let i = 0; i < 100; i++) {
    const args = inputs.scalars[name]()
    expectTheSame(naive.scalars[name]!(...args), ours[name]!(...args))
  }
})

it.each(Object.keys(naive.vectors))('%s', name => {
  for (const kind of [Float64Array, Array]) {
    const x = (kind as ArrayConstructor).from({ length: 100 }, inputs.vectors[name])
    const others = inputs.others[name]?.(x.length) ?? []
    expectTheSame(naive.vectors[name]!(x, ...others), ours[name]!(x, ...others))
  }
})

it.each([
  ['nothing', '"nothing" is none of the atomics'],
  ['--fast', "Unknown option '--fast'"],
])('says in one line what is wrong with %s', (words, sentence) => {
  const { status, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL('index.mjs', bench)), words])
  expect(status).toBe(2)
  expect(String(stderr)).toContain(sentence)
})
