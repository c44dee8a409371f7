/** A dialect is a table and a line in the list: here is one for a library that does not exist. */
import { expect, it, vi } from 'vitest'
import type { Dialect } from '../../src/dialects/tensors.ts'

vi.mock('../../src/dialects/libraries.ts', async importOriginal => {
  const { libraries } = await importOriginal<{ libraries: readonly Dialect[] }>()
  const toy: Dialect = {
    name: 'Toy',
    packages: { 'toy-tensors': '' },
    globals: ['toy'],
    functions: { ln: 'log', plus: 'add', e: 'exp', total: 'sum', over: 'divide' },
    methods: { ln: 'log', plus: 'add', e: 'exp', total: 'sum', over: 'divide' },
    atomics: {
      log1p: { function: 'lnPlusOne', method: 'lnPlusOne' },
      softmax: { function: 'shares' },
      logSumExp: { function: 'lse', caution: 'is slow' },
    },
    float32: false,
    keepDims: '{ keepdims: true }',
  }
  return { libraries: [...libraries, toy] }
})

const { fixAll, lint } = await import('../lint.ts')

it.each([
  [
    "import * as toy from 'toy-tensors'\nexport const f = x => toy.ln(toy.plus(1, x))",
    "import * as toy from 'toy-tensors'\nexport const f = x => toy.lnPlusOne(x)",
  ],
  [
    "import { ln } from 'toy-tensors'\nexport const f = x => ln(x.plus(1))",
    "import { ln, lnPlusOne } from 'toy-tensors'\nexport const f = x => lnPlusOne(x)",
  ],
  [
    "import * as toy from 'toy-tensors'\nexport const f = x => x.plus(1).ln()",
    "import * as toy from 'toy-tensors'\nexport const f = x => x.lnPlusOne()",
  ],
  [
    "import * as toy from 'toy-tensors'\nexport const f = x => toy.over(toy.e(x), toy.total(toy.e(x), 2, { keepdims: true }))",
    "import * as toy from 'toy-tensors'\nexport const f = x => toy.shares(x, 2)",
  ],
])('%s', (before, after) => expect(fixAll(before)).toBe(after))

it('a caution makes a suggestion of a fix', () => {
  const code =
    "import * as toy from 'toy-tensors'\nexport const f = x => toy.ln(toy.total(toy.e(x), 1, { keepdims: true }))"
  expect(fixAll(code)).toBe(code)
  expect(lint(code)[0]!.suggestions?.[0]!.desc).toBe(
    'Replace by `toy.lse(x, 1, { keepdims: true })`, although it is slow.',
  )
})
