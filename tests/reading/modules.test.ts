/** Helpers that come from another file of the project: known by their bodies, where these can be found and read. */
import { cpSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import plugin from '../../src/index.ts'

const project = fileURLToPath(new URL('project', import.meta.url))

interface Options {
  readonly cwd?: string
  readonly file?: string
  readonly followImports?: boolean
}

function run(
  code: string,
  { cwd = project, file = 'linted.js', followImports = true }: Options = {},
): { fixed: string; messages: string[] } {
  const linter = new Linter({ cwd })
  const config = [
    {
      files: ['**/*.js', '**/*.ts'],
      ...plugin.configs.strict,
      languageOptions: {
        sourceType: code.includes('require(') ? 'commonjs' : 'module',
        ...(file.endsWith('.ts') && { parser }),
      },
      settings: { 'stable-math': { followImports } },
    },
  ] as unknown as Linter.Config[]
  const messages = linter.verify(code, config, join(cwd, file)).map(message => message.ruleId ?? message.message)
  return { fixed: linter.verifyAndFix(code, config, { filename: join(cwd, file) }).output, messages }
}

const lines = (code: string): string => code.split('\n').at(-1)!

describe('a function of another file is what it computes', () => {
  it.each([
    [
      'a function',
      "import { weights } from './math.js'\nexport const loss = (z, k) => -Math.log(weights(z)[k])",
      'export const loss = (z, k) => -stable.logSoftmax(z)[k]',
    ],
    [
      'without its extension',
      "import { weights } from './math'\nexport const loss = (z, k) => -Math.log(weights(z)[k])",
      'export const loss = (z, k) => -stable.logSoftmax(z)[k]',
    ],
    [
      'under another name',
      "import { weights as p } from './math.js'\nexport const loss = (z, k) => -Math.log(p(z)[k])",
      'export const loss = (z, k) => -stable.logSoftmax(z)[k]',
    ],
    [
      'the default',
      "import squash from './math.js'\nexport const loss = z => Math.log(squash(z))",
      'export const loss = z => stable.logSigmoid(z)',
    ],
    [
      'an exported name',
      "import { grow } from './math.js'\nexport const f = x => Math.log(1 + grow(x))",
      'export const f = x => stable.softplus(x)',
    ],
    [
      'a namespace',
      "import * as m from './math.js'\nexport const f = x => Math.log(1 + m.grow(x))",
      'export const f = x => stable.softplus(x)',
    ],
    [
      'passed on by another file',
      "import { share } from './math.js'\nexport const loss = (z, k) => Math.log(share(z, k))",
      'export const loss = (z, k) => stable.logSoftmax(z)[k]',
    ],
    [
      'of a folder',
      "import { share } from './deep'\nexport const loss = (z, k) => Math.log(share(z, k))",
      'export const loss = (z, k) => stable.logSoftmax(z)[k]',
    ],
    [
      'CommonJS',
      "const { grow } = require('./common')\nexports.f = x => Math.log(1 + grow(x))",
      'exports.f = x => stable.softplus(x)',
    ],
    [
      'a property of CommonJS',
      "const m = require('./common.js')\nexports.f = x => Math.log(1 + m.shrink(x))",
      'exports.f = x => stable.softplus(-x)',
    ],
  ])('%s', (_, code, expected) => expect(lines(run(code).fixed)).toBe(expected))

  it('TypeScript, imported as the JavaScript that it becomes', () => {
    const code = "import { grow } from './typed.js'\nexport const f = (x: number) => Math.log(1 + grow(x, 3))"
    expect(lines(run(code, { file: 'linted.ts' }).fixed)).toBe('export const f = (x: number) => stable.softplus(3 * x)')
  })

  it('whose own trouble is reported where it is', () =>
    expect(
      run("import { weights } from './math.js'\nexport const f = z => Math.exp(0) * weights(z)[0]").messages,
    ).toEqual([]))

  it('whatever its name', () =>
    expect(run("import { softmax } from './math.js'\nexport const f = z => Math.log(softmax(z)[0])").messages).toEqual(
      [],
    ))
})

describe('where it cannot be seen', () => {
  const unnamed = "import { weights } from './math.js'\nexport const loss = (z, k) => -Math.log(weights(z)[k])"

  it('an option turns it off, and names count again', () => {
    expect(run(unnamed, { followImports: false }).messages).toEqual([])
    expect(run(unnamed.replaceAll('weights', 'softmax'), { followImports: false }).messages).toEqual([
      'stable-math/prefer-log-softmax',
    ])
  })

  it.each(['./missing.js', './broken.js', 'math', '../../../../../../nowhere/else.js', './typed.js'])(
    '%s is nothing to stumble over',
    source => {
      expect(run(unnamed.replace('./math.js', source)).messages).toEqual([])
      expect(run(unnamed.replace('./math.js', source).replaceAll('weights', 'softmax')).messages).toEqual([
        'stable-math/prefer-log-softmax',
      ])
    },
  )

  it('a file that is only text in an editor', () =>
    expect(run(unnamed, { file: 'nowhere/<text>.js' }).messages).toEqual([]))
})

it('a file that changes is read again', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'stable-math-'))
  try {
    cpSync(project, cwd, { recursive: true })
    const code = "import { grow } from './math.js'\nexport const f = x => Math.log(1 + grow(x))"
    expect(run(code, { cwd }).messages).toEqual(['stable-math/prefer-softplus'])
    writeFileSync(join(cwd, 'math.js'), 'export const grow = x => Math.floor(x)\n')
    utimesSync(join(cwd, 'math.js'), 1, 1)
    expect(run(code, { cwd }).messages).toEqual([])
  } finally {
    rmSync(cwd, { recursive: true })
  }
})

describe('imports in a circle', () => {
  const loss = (name: string, file: string): string =>
    `import { ${name} } from './circle/${file}.js'\nexport const f = x => Math.log(1 + ${name}(x))`

  it.each([
    ['a name that a file has from itself', 'nowhere', 'self'],
    ['a name that two files have from each other', 'lost', 'here'],
    ['a name that goes round once and is not found', 'back', 'here'],
  ])('%s is any function', (_, name, file) =>
    expect(run(loss(name, file)).messages).toEqual(['stable-math/prefer-log1p']),
  )

  it('a function that calls itself by way of its own file is known as far as it goes', () =>
    expect(run(loss('grow', 'self')).messages).toEqual(['stable-math/prefer-softplus']))

  it('what stands beside them is', () => {
    expect(run(loss('plain', 'self')).messages).toEqual(['stable-math/prefer-softplus'])
    expect(run(loss('turn', 'here')).messages).toEqual(['stable-math/prefer-softplus'])
  })

  it('a file that imports itself is linted', () =>
    expect(
      run(
        "import { f as g } from './linted.js'\nexport const f = x => Math.log(1 + g(x))\nexport const h = x => Math.exp(x) - 1",
        {
          file: 'circle/linted.js',
        },
      ).messages.at(-1),
    ).toEqual('stable-math/prefer-expm1'))
})
