/** The demo tells the truth: it runs to its end, the naive losses break, the fixed ones are finite and right. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = spawnSync(process.execPath, ['examples/demo.mjs'], {
  cwd: root,
  encoding: 'utf8',
  env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
})
const lines = run.stdout.split('\n')

it('ends well', () => {
  expect([run.status, run.stderr]).toEqual([0, ''])
})

it('shows the findings, and that nothing is left of them', () => {
  for (const rule of [
    'prefer-stable-variance',
    'prefer-softmax',
    'prefer-log-softmax',
    'prefer-bce-with-logits',
    'prefer-log-sum-exp',
    'prefer-expm1',
  ])
    expect(run.stdout).toContain(`stable-math/${rule}`)
  expect(lines.filter(line => line.endsWith(' left')).every(line => line.endsWith(' fixed, 0 left'))).toBe(true)
})

it('shows naive losses that are no number beside fixed ones that are', () => {
  const passes = lines
    .map(line => line.trim().split(/\s{2,}/))
    .filter(cells => cells.length === 5 && /^\d+$/.test(cells[0]!))
  expect(passes).toHaveLength(12)
  for (const [, naive, fixed] of passes) {
    expect(Number.isFinite(Number(naive))).toBe(false)
    expect(Number.isFinite(Number(fixed))).toBe(true)
  }
})

it('shows fixed values that agree with the exact ones', () => {
  const samples = lines
    .map(line => line.trim().split(/\s{2,}/))
    .filter(cells => cells.length === 4 && Number.isFinite(Number(cells[3])))
  expect(samples).toHaveLength(8)
  for (const [, naive, fixed, exact] of samples) {
    expect(Math.abs(Number(fixed) / Number(exact) - 1)).toBeLessThan(1e-7)
    expect(Math.abs(Number(naive) / Number(exact) - 1)).not.toBeLessThan(1e-7)
  }
})
