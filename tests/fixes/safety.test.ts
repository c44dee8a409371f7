/** A wrong fix is the worst that can happen: each way in which code can differ from its formula, and what is done then. */
import { specifierFor } from '../../src/fixes/settings.ts'
import { execute } from '../execute.ts'
import { fixAll, fixed, lint, quickFix, rulesIn } from '../lint.ts'

const imported = "import * as stable from 'eslint-plugin-stable-math/runtime'"

const becomes = (rows: readonly (readonly [code: string, expected: string])[]): void =>
  it.each(rows)('%s', (code, expected) => expect(fixed(code)).toBe(expected))

const reportedOnly = (rows: readonly (readonly [code: string, reason: RegExp])[]): void =>
  it.each(rows)('%s', (code, reason) => {
    expect(
      lint(code)
        .map(message => message.message)
        .join('\n'),
    ).toMatch(reason)
    expect(fixAll(code)).toBe(code)
  })

describe('precedence', () =>
  becomes([
    ['2 ** Math.log2(1 + x)', '2 ** (stable.log1p(x) / Math.LN2)'],
    ['a / Math.log2(1 + x)', 'a / (stable.log1p(x) / Math.LN2)'],
    ['a + Math.log2(1 + x)', 'a + stable.log1p(x) / Math.LN2'],
    ['(1 - Math.exp(x)) ** 2', '(-stable.expm1(x)) ** 2'],
    ['(1 - Math.exp(x)) * n', '-stable.expm1(x) * n'],
    ['a - (Math.exp(x) - 1)', 'a - stable.expm1(x)'],
    ['Math.log(1 + (c ? d : e))', 'stable.log1p(c ? d : e)'],
    ['Math.log(1 + (a, b))', 'stable.log1p((a, b))'],
    ['f(Math?.log?.(1 + x))', 'f(stable.log1p(x))'],
    ['function f() { return!(Math.exp(x) - 1) }', 'function f() { return!stable.expm1(x) }'],
    ['function f() { return(Math.exp(x) - 1) }', 'function f() { return(stable.expm1(x)) }'],
  ]))

describe('what is left out of a sum stays out, were it infinite or no number', () => {
  const sums = (condition: string): string =>
    `const f = u => { let c = 1; for (let i = 0; i < u.length; i++) { ${condition} } return Math.log(c) }`
  becomes([
    [
      sums('if (u[i] > 0.5) c += u[i] ** 2'),
      'const f = u => { return stable.log1p(stable.sum(u, (_, i) => u[i] > 0.5 ? u[i] ** 2 : 0)) }',
    ],
  ])
  it.each([
    'if (u[i] > 0.5) c += u[i] ** 2',
    'if (u[i] < 0.5) continue; c += u[i] ** 2',
    'c += u[i] > 0.5 ? u[i] ** 2 : 0',
  ])('%s', condition => {
    const code = sums(condition)
    expect(execute(fixAll(code), [[1e-9, -1e200, 2]])).toBeCloseTo(Math.log(5), 12)
  })
})

describe('the other terms keep their order and grouping', () =>
  becomes([
    ['a + Math.exp(x) - 1 + b', 'a + stable.expm1(x) + b'],
    ['a - (b - c) + Math.exp(x) - 1', 'a - (b - c) + stable.expm1(x)'],
    ['Math.log(1 + (a + (b - c)))', 'stable.log1p(a + (b - c))'],
    ['Math.log(a - b + 1 - c)', 'stable.log1p(a - b - c)'],
    ['Math.log(1 - a * b)', 'stable.log1p(-(a * b))'],
    ['y * (a * b) * Math.exp(z) / (1 + Math.exp(z))', 'y * (a * b) * stable.sigmoid(z)'],
    ['Math.exp(a) - 1 + Math.exp(b) - 1', 'stable.expm1(a) + stable.expm1(b)'],
  ]))

describe('what is kept has the sign that it had', () =>
  becomes([
    ['y = (1 - Math.exp(-(2 * x * z))) / (Math.exp(-(2 * x * z)) + 1)', 'y = Math.tanh(x * z)'],
    ['y = (1 - Math.exp(-2 * x * z)) / (Math.exp(-2 * x * z) + 1)', 'y = Math.tanh(x * z)'],
    ['y = (1 - Math.exp(-((x / z) * 2))) / (Math.exp(-((x / z) * 2)) + 1)', 'y = Math.tanh(x / z)'],
    ['y = (1 - Math.exp(2 * -x * z)) / (Math.exp(2 * -x * z) + 1)', 'y = Math.tanh(-(-x * z))'],
    ['y = (1 + r / n) ** -(n * t) - 1', 'y = stable.compoundm1(r / n, -(n * t))'],
  ]))

it('a number that is left of a sum is no crash', () =>
  expect(rulesIn('y = -Math.sqrt(x + 1) + Math.sqrt(1 + (x + 1))')).toEqual(['no-sqrt-difference']))

describe('terms that came through a name are neither lost nor doubled', () =>
  becomes([
    ['((z * Math.exp(z) - z) + (1 - Math.exp(y)))', '(z * stable.expm1(z) - stable.expm1(y))'],
    ['const t = a + Math.exp(y)\nuse(t, t - 1)', 'const t = a + Math.exp(y)\nuse(t, a + stable.expm1(y))'],
    ['const t = 2 * a\nuse(t, t * Math.exp(y) - t)', 'const t = 2 * a\nuse(t, t * stable.expm1(y))'],
    ['const t = x / softmax(z)[0]\nuse(t, 3 * t)', 'const t = x * Math.exp(-stable.logSoftmax(z)[0])\nuse(t, 3 * t)'],
    ['(1 - 1) * Math.log(sigmoid(x))', '(1 - 1) * stable.logSigmoid(x)'],
  ]))

describe('text is joined by the sign of addition', () =>
  it.each([
    'Math.log(+(digits + 1))',
    'const longer = digits + 1\nMath.log(+longer)',
    'Math.log("1" + x)',
    'Math.log(`1` + x)',
    'Math.log(1 + `${x}`)',
    'Math.log(1 + String(x))',
    'Math.log(x.toFixed(2) + 1)',
    'const shown = x.toFixed(2)\nMath.log(shown + 1)',
  ])('%s', code => expect(lint(code)).toEqual([])))

describe('side effects', () => {
  becomes([
    ['Math.log(1 + f())', 'stable.log1p(f())'],
    ['Math.log(1 + y[j++] * y[j++])', 'stable.log1p(y[j++] * y[j++])'],
    ['Math.log(Math.exp(f()) + Math.exp(f()))', 'stable.logAddExp(f(), f())'],
  ])
  it('never takes two calls for the same value', () =>
    expect(lint('Math.sqrt(y[j++] * y[j++] + z() * z())')).toEqual([]))
  reportedOnly([
    ['const p = sigmoid(next()), q = 1; Math.log(1 - p)', /may have another value/],
    [
      'function dot(a, b) { let s = 0; for (const v of a) s += v * b; return s } function f(a, b) { const p = sigmoid(dot(a, b)); use(p); return Math.log(1 - p) }',
      /would be computed twice/,
    ],
  ])
})

describe('what a name stands for may have changed', () =>
  reportedOnly([
    ['function f(z, k) { const p = softmax(z); z[0] = 3; return Math.log(p[k]) }', /may be others by then/],
    ['function f(z, k) { const p = softmax(z); g(); return Math.log(p[k]) }', /may be others by then/],
    ['function f(z, k) { const p = softmax(z); g(z); return Math.log(p[k]) }', /may be others by then/],
    ['function f(z, k) { const p = softmax(z); z.length = 2; return Math.log(p[k]) }', /may be others by then/],
  ]))

describe('what cannot be moved gets a name', () =>
  becomes([
    ['const p = sigmoid(next())\nMath.log(1 - p)', 'const pInput = next()\nstable.logSigmoid(-pInput)'],
    [
      'const p = sigmoid(next())\nuse(p, Math.log(1 - p))',
      'const pInput = next()\nconst p = sigmoid(pInput)\nuse(p, stable.logSigmoid(-pInput))',
    ],
    [
      'function f(z) { let x = z; const p = sigmoid(x); x += 1; return Math.log(1 - p) }',
      'function f(z) { let x = z; const pInput = x; x += 1; return stable.logSigmoid(-pInput) }',
    ],
    [
      'function f(z) { const p = sigmoid(z); { const z = 3; return Math.log(1 - p) + z } }',
      'function f(z) { const pInput = z; { const z = 3; return stable.logSigmoid(-pInput) + z } }',
    ],
    [
      'const probs = softmax(model.predict(x))\nMath.log(probs[k])',
      'const probsInput = model.predict(x)\nstable.logSoftmax(probsInput)[k]',
    ],
  ]))

describe('a loop does not become quadratic', () => {
  becomes([
    [
      'const p = softmax(z)\nfor (let i = 0; i < n; i++) s += y[i] * Math.log(p[i])',
      'const logP = stable.logSoftmax(z)\nfor (let i = 0; i < n; i++) s += y[i] * logP[i]',
    ],
    [
      'const p = softmax(model(z))\nfor (const i of y) s -= Math.log(p[i])\nfor (const i of y) s -= Math.log(p[i])\nuse(p)',
      'const pInput = model(z)\nconst p = softmax(pInput)\nconst logP = stable.logSoftmax(pInput)\nfor (const i of y) s -= logP[i]\nfor (const i of y) s -= logP[i]\nuse(p)',
    ],
    [
      'const f = (xs, v) => {\n  const m = mean(xs)\n  return xs.map(x => (x - m) / Math.sqrt(v.variance))\n}',
      'const f = (xs, v) => {\n  const m = mean(xs)\n  return xs.map(x => stable.standardize(x, m, v.variance))\n}',
    ],
  ])
})

describe('what is left without a use goes', () =>
  becomes([
    [
      'function f(z) {\n  const p = sigmoid(z)\n  return Math.log(1 - p)\n}',
      'function f(z) {\n  return stable.logSigmoid(-z)\n}',
    ],
    [
      'function f(z) {\n  const p = sigmoid(z), q = 1 - p\n  return Math.log(q)\n}',
      'function f(z) {\n  return stable.logSigmoid(-z)\n}',
    ],
    [
      'function f(z) {\n  const a = 1, p = sigmoid(z), q = 1 - p, b = 2\n  return Math.log(q) + a + b\n}',
      'function f(z) {\n  const a = 1, b = 2\n  return stable.logSigmoid(-z) + a + b\n}',
    ],
    [
      'function f(z) {\n  const p = sigmoid(z), q = 1 - p, b = 2\n  return Math.log(q) + b\n}',
      'function f(z) {\n  const b = 2\n  return stable.logSigmoid(-z) + b\n}',
    ],
    [
      'function f(z) {\n  const p = sigmoid(z)\n  use(p)\n  return Math.log(p)\n}',
      'function f(z) {\n  const p = sigmoid(z)\n  use(p)\n  return stable.logSigmoid(z)\n}',
    ],
    [
      'function f(z) {\n  const p = sigmoid(z)\n  const a = Math.log(p)\n  const b = Math.log(1 - p)\n  return [a, b]\n}',
      'function f(z) {\n  const a = stable.logSigmoid(z)\n  const b = stable.logSigmoid(-z)\n  return [a, b]\n}',
    ],
    [
      'export const p = sigmoid(z)\nexport const q = Math.log(p)',
      'export const p = sigmoid(z)\nexport const q = stable.logSigmoid(z)',
    ],
  ]))

describe('comments are kept', () => {
  becomes([
    ['Math.log(1 + /* a */ a)', 'Math.log(1 + /* a */ a)'],
    ['Math.log(1 + (a /* a */ - b))', 'stable.log1p(a /* a */ - b)'],
    ['const y = Math.log(1 + a) // why', 'const y = stable.log1p(a) // why'],
  ])
  reportedOnly([
    ['Math.log(1 /* one */ + a)', /a comment would be lost/],
    ['const p = /* why */ sigmoid(z)\nMath.log(1 - p)', /comment in the declaration of `p` would be lost/],
  ])
})

describe('lines stay apart where there are no semicolons', () => {
  becomes([
    ['a = b\n1 - Math.exp(x)', 'a = b\n;-stable.expm1(x)'],
    ['f(a)\nconst p = sigmoid(z);\n[c] = [Math.log(p)]', 'f(a)\n;[c] = [stable.logSigmoid(z)]'],
  ])
  it('nor does a `require` swallow what follows', () =>
    expect(fixAll('(function () { module.exports = x => Math.log(1 + x) })()')).toBe(
      "const stable = require('eslint-plugin-stable-math/runtime');\n(function () { module.exports = x => stable.log1p(x) })()",
    ))
})

describe('imports', () => {
  const y = 'const y = Math.log(1 + x)'
  const fixedY = 'const y = stable.log1p(x)'
  it('come first in a module', () =>
    expect(fixAll(`${y}\n`)).toBe(`import * as stable from 'eslint-plugin-stable-math/runtime'\n${fixedY}\n`))
  it('come after the imports that are there', () =>
    expect(fixAll(`import a from "a";\n\n${y};\n`)).toBe(
      `import a from "a";\nimport * as stable from "eslint-plugin-stable-math/runtime";\n\n${fixedY};\n`,
    ))
  it('come after directives, hashbang and file comments', () =>
    expect(fixAll(`#!/usr/bin/env node\n'use client'\n${y}\n`)).toBe(
      `#!/usr/bin/env node\n'use client'\nimport * as stable from 'eslint-plugin-stable-math/runtime'\n${fixedY}\n`,
    ))
  it('are `require` in CommonJS', () =>
    expect(fixAll(`'use strict'\nmodule.exports = x => Math.log(1 + x)\n`)).toBe(
      `'use strict'\nconst stable = require('eslint-plugin-stable-math/runtime')\nmodule.exports = x => stable.log1p(x)\n`,
    ))
  it('are reused', () =>
    expect(fixAll(`import * as s from 'eslint-plugin-stable-math/runtime'\n${y}\n`)).toBe(
      `import * as s from 'eslint-plugin-stable-math/runtime'\nconst y = s.log1p(x)\n`,
    ))
  it('take the next free name', () =>
    expect(fixAll(`const stable = 1\n${y}\n`)).toBe(
      `import * as stable2 from 'eslint-plugin-stable-math/runtime'\nconst stable = 1\nconst y = stable2.log1p(x)\n`,
    ))
  it('come from the module of the settings', () =>
    expect(fixAll(y, { settings: { runtime: './math/index.js' } })).toBe(
      `import * as stable from './math/index.js'\n${fixedY}`,
    ))
  it.each([
    ['/project/src/deep/x.js', './lib/stable.js', '../../lib/stable.js'],
    ['/project/src/deep/x.js', './src/lib/stable.js', '../lib/stable.js'],
    ['/project/src/x.js', './src/stable.js', './stable.js'],
    ['/project/x.js', './stable.js', './stable.js'],
    ['/elsewhere/x.js', './stable.js', './stable.js'],
    ['/project/src/x.js', '@team/stable', '@team/stable'],
  ])('in %s, %s is %s', (file, runtime, expected) => expect(specifierFor(runtime, file, '/project')).toBe(expected))
  it('come by name if the settings say so, and join those that are there', () =>
    expect(fixAll('const y = [Math.log(1 + x), Math.exp(x) - 1]', { settings: { imports: 'named' } })).toBe(
      "import { log1p, expm1 } from 'eslint-plugin-stable-math/runtime'\nconst y = [log1p(x), expm1(x)]",
    ))
  it('by name get out of the way of names that are taken', () =>
    expect(
      fixAll(
        'const softmax = z => { const e = z.map(v => Math.exp(v)); const s = e.reduce((a, b) => a + b, 0); return e.map(v => v / s) }',
        { settings: { imports: 'named' } },
      ),
    ).toBe(
      "import { softmax as softmax2 } from 'eslint-plugin-stable-math/runtime'\nconst softmax = z => { return softmax2(z) }",
    ))
  it('are not needed where the engine has the atomic', () =>
    expect(fixAll('const y = [Math.log(1 + x), Math.exp(x) - 1]', { settings: { builtins: true } })).toBe(
      'const y = [Math.log1p(x), Math.expm1(x)]',
    ))
})

describe('one run leaves nothing to fix', () => {
  const twelve = `export const all = (x, y, z, k, xs, n) => [
  Math.log(1 + x), Math.exp(x) - 1, Math.log(1 - Math.exp(x)), Math.log(1 + Math.exp(x)), Math.log(sigmoid(x)),
  -(y * Math.log(sigmoid(z)) + (1 - y) * Math.log(1 - sigmoid(z))), Math.log(xs.reduce((s, v) => s + Math.exp(v), 0)),
  Math.log(Math.exp(x) + Math.exp(y)), Math.log(softmax(xs)[k]), Math.log(gamma(x)), Math.log(factorial(n)),
  Math.sqrt(xs.reduce((s, v) => s + v * v, 0)), Math.exp(x) / (1 + Math.exp(x)), Math.sqrt(x * x + y * y),
]`
  it.each(['namespace', 'named'])('with fourteen atomics and %s imports', imports => {
    const output = fixAll(twelve, { settings: { imports } })
    expect(lint(output, { settings: { imports } })).toEqual([])
  })
  it('in a nest of fourteen', () => {
    const nest = 'Math.log(1 + '.repeat(14) + 'x' + ')'.repeat(14)
    expect(fixed(nest)).toBe('stable.log1p('.repeat(14) + 'x' + ')'.repeat(14))
  })
  it('and each fix stands by itself in an editor', () =>
    expect(quickFix('const a = Math.log(1 + x)\nconst b = Math.exp(x) - 1', 1)).toBe(
      "import * as stable from 'eslint-plugin-stable-math/runtime'\nconst a = Math.log(1 + x)\nconst b = stable.expm1(x)",
    ))
})

describe('what is left of the lines', () => {
  it('a comment behind a declaration that goes is a line of its own', () =>
    expect(fixed('function f(a) {\n  const t = (a + 1) / (a - 1) // positive\n  return Math.log(t)\n}')).toBe(
      'function f(a) {\n  // positive\n  return stable.logRatio(a + 1, a - 1, 2)\n}',
    ))
  it('lines end as they did', () =>
    expect(fixAll("'use strict'\r\nconst f = x => Math.log(1 + x)\r\n")).toBe(
      `'use strict'\r\n${imported}\r\nconst f = x => stable.log1p(x)\r\n`,
    ))
  it('a minus joins the sign before it, also the second time', () =>
    expect(fixed('const f = x => Math.log((x + 1) / x) + Math.log(x / (x - 1))')).toBe(
      'const f = x => stable.logRatio(x + 1, x, 1) - stable.logRatio(x - 1, x, -1)',
    ))
  it('but not what may be text', () =>
    expect(fixed('const f = (s, x) => s.name + (1 - Math.exp(x))')).toBe(
      'const f = (s, x) => s.name + -stable.expm1(x)',
    ))
  it('what stands for a difference is fixed where it is defined', () => {
    const code = 'function f(x) { const d = 2 / (1 + Math.exp(-x)) - 1; return [d, 3 * (1 - d)] }'
    expect(fixed(code)).toBe('function f(x) { const d = Math.tanh(0.5 * x); return [d, 3 * (1 - d)] }')
  })
})

describe('settings', () => {
  it.each([
    [{ imports: 'default' }, 'settings[\'stable-math\'].imports must be "namespace" or "named", but is "default".'],
    [{ runtime: 3 }, "settings['stable-math'].runtime must be the name or path of a module, but is 3."],
    [{ builtins: 'yes' }, 'settings[\'stable-math\'].builtins must be true or false, but is "yes".'],
    [
      { builtin: true },
      'settings[\'stable-math\'] has no "builtin": use "runtime", "imports", "builtins" or "followImports".',
    ],
  ])('%j is one clear sentence', (settings, sentence) =>
    expect(lint('Math.log(1 + x)', { settings }).map(message => message.message)).toEqual([sentence]),
  )
})
