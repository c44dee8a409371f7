/** The main command, as a user runs it: what is linted, what is written, what is printed, how it ends. */
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { filesIn, project, typescript } from './project.ts'

const unstable = 'export const f = x => Math.log(1 + x)\n'
const stable = 'export const f = x => Math.log1p(x)\n'

describe('exit codes', () => {
  it('is 0 where nothing is found', () => {
    const { status, stdout, stderr } = project({ 'a.js': stable }).run()
    expect([status, stdout, stderr]).toEqual([0, 'No findings in 1 file.\n', ''])
  })

  it('is 1 where something is', () => {
    const { status, stdout, stderr } = project({ 'a.js': unstable }).run()
    expect([status, stderr]).toEqual([1, ''])
    expect(stdout).toMatch(
      /a\.js\n +1:23 +error +`log\(1 \+ x\)` returns 0 at x = 1e-17; exact 1e-17\. .*stable-math\/prefer-log1p/,
    )
    expect(stdout).toMatch(/By rule, in 1 file:\n +stable-math\/prefer-log1p +1 +1 fixable with --fix\n$/)
  })

  it.each([
    [['nowhere.js'], 'There is no file or directory "nowhere.js".'],
    [['none/*.js'], 'There is no JavaScript or TypeScript file to lint in "none/*.js".'],
    [
      ['notes.md'],
      '"notes.md" is not a JavaScript or TypeScript file: the extensions are .js .jsx .mjs .cjs .ts .tsx .mts .cts.',
    ],
    [['empty'], 'There is no JavaScript or TypeScript file to lint in "empty".'],
    [['--fixx'], "Unknown option '--fixx': see --help."],
    [['--fix=yes'], "Option '--fix' does not take an argument: see --help."],
    [['--format'], "Option '-f, --format <value>' argument missing: see --help."],
    [
      ['--format', 'nonsense'],
      'There is no formatter "nonsense": use stylish, json, html or the name of an installed ESLint formatter.',
    ],
    [['--max-warnings', 'few'], '--max-warnings takes a number, but got "few".'],
    [
      ['explain'],
      'explain takes one place, such as `explain src/loss.js:12`; to lint a directory of that name write `./explain`.',
    ],
    [
      ['vendor'],
      'vendor takes one directory to write to, such as `vendor src/stable-math`; to lint a directory of that name write `./vendor`.',
    ],
  ])('is 2 for %j, and one sentence says why', (args, sentence) => {
    const { status, stdout, stderr } = project({ 'a.js': stable, 'notes.md': '', 'empty/notes.md': '' }).run(...args)
    expect([status, stdout, stderr]).toEqual([2, '', `${sentence}\n`])
  })

  it.each([
    [{}, 'ESLint is not installed here: run `npm install --save-dev eslint`.\n'],
    [{ eslint: '../tests/cli/old-eslint' }, 'ESLint 8.57.0 is too old: run `npm install --save-dev eslint`.\n'],
  ])('is 2 without a usable ESLint: %j', (installed, sentence) => {
    const { status, stderr } = project({ 'a.js': stable }, installed).run()
    expect([status, stderr]).toEqual([2, sentence])
  })

  it.skipIf(process.getuid?.() === 0)(
    'is 2 where a file cannot be read, and the others are linted all the same',
    () => {
      const it = project({ 'a.js': unstable, 'b.js': stable })
      chmodSync(join(it.directory, 'b.js'), 0)
      const { status, stdout, stderr } = it.run()
      expect([status, stderr]).toEqual([2, 'Cannot read "b.js": permission denied.\n'])
      expect(stdout).toContain('a.js')
    },
  )
})

describe('what is linted', () => {
  const everywhere = {
    'a.js': unstable,
    'b.mjs': unstable,
    'c.cjs': 'exports.f = x => Math.log(1 + x)\n',
    'd.jsx': 'export const F = ({ x }) => <p>{Math.log(1 + x)}</p>\n',
    'lib/e.js': 'const F = x => <p>{Math.log(1 + x)}</p>\n',
    'dist/a.js': unstable,
    'node_modules/x/a.js': unstable,
    '.cache/a.js': unstable,
    'jquery.min.js': unstable,
    'squeezed.js': `${unstable};${'x();'.repeat(3000)}`,
    '.gitignore': '/out\n*.gen.js\n',
    'out/a.js': unstable,
    'lib/folder.js/a.js': unstable,
    'lib/a.gen.js': unstable,
    'lib/.gitignore': '!kept.gen.js\nlocal\n',
    'lib/kept.gen.js': unstable,
    'lib/local/a.js': unstable,
  }

  it('is every source file, but not what was built, installed, squeezed or ignored', () => {
    expect(filesIn(project(everywhere).run('--format', 'json'))).toEqual([
      'a.js',
      'b.mjs',
      'c.cjs',
      'd.jsx',
      'lib/e.js',
      'lib/folder.js/a.js',
      'lib/kept.gen.js',
    ])
  })

  it('is what a glob says', () => {
    expect(filesIn(project(everywhere).run('--format', 'json', '**/*.js'))).toEqual([
      'a.js',
      'lib/e.js',
      'lib/folder.js/a.js',
      'lib/kept.gen.js',
    ])
  })

  it('is whatever is named', () => {
    expect(filesIn(project(everywhere).run('--format', 'json', 'out', 'jquery.min.js', 'node_modules/x/a.js'))).toEqual(
      ['jquery.min.js', 'node_modules/x/a.js', 'out/a.js'],
    )
  })

  it('is TypeScript where its parser is installed', () => {
    const files = {
      'a.ts': 'export const f = (x: number): number => Math.log(1 + x)\n',
      'b.tsx': 'export const F = (p: { x: number }) => <p>{Math.log(1 + p.x)}</p>\n',
      'c.mts': 'export const f = <number>Math.log(1 + y)\n',
      'd.cts': 'export = Math.log(1 + (y as number))\n',
      'e.d.ts': 'export const x: number\n',
    }
    expect(filesIn(project(files, typescript).run('--format', 'json'))).toEqual(['a.ts', 'b.tsx', 'c.mts', 'd.cts'])
    const without = project({ ...files, 'f.js': stable }).run()
    expect(without).toEqual({
      status: 0,
      stdout: 'No findings in 1 file.\n',
      stderr:
        'Skipped 4 TypeScript files: run `npm install --save-dev typescript-eslint typescript` to have them linted.\n',
    })
    expect(project(files).run('a.ts')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Skipped 1 TypeScript file: run'),
    })
  })

  it('is read as the module system that it is written for', () => {
    const files = {
      'package.json': '{"type": "commonjs"}',
      'script.js': 'if (x) return\nwith (y) Math.log(1 + z)\n',
      'module.js': 'import y from "y"\nexport default await Math.log(1 + y)\n',
      'esm/package.json': '{"type":"module"}',
      'esm/a.js': 'await Math.log(1 + y)\n',
      'esm/legacy.js': 'return Math.log(1 + y)\n',
    }
    expect(filesIn(project(files).run('--format', 'json'))).toEqual([
      'esm/a.js',
      'esm/legacy.js',
      'module.js',
      'script.js',
    ])
    expect(project(files).run().stdout).not.toContain('Parsing error')
  })

  it('is linted by ESLint 9 as well', () => {
    expect(project({ 'a.js': unstable }, { eslint: 'eslint9' }).run().stdout).toContain('prefer-log1p')
  })
})

describe('messages', () => {
  it('say in one line that a file does not parse', () => {
    const { status, stdout } = project({ 'a.js': unstable, 'b.js': 'const = 1\n' }).run()
    expect(status).toBe(1)
    expect(stdout).toMatch(/b\.js\n +1:7 +error +Parsing error: .*\n\n/)
    expect(stdout).toMatch(/ {2}does not parse +1\n/)
  })

  it('are about our rules alone, whatever comments speak of', () => {
    const { status, stdout } = project({
      'a.js': `/* eslint semi: "error", other/rule: 2, no-console: */\n// eslint-disable-next-line another/rule\nconst a = 1\n${stable}`,
    }).run()
    expect([status, stdout]).toEqual([0, 'No findings in 1 file.\n'])
  })

  it('respect comments that speak of our rules', () => {
    expect(
      project({ 'a.js': `// eslint-disable-next-line stable-math/prefer-log1p -- measured\n${unstable}` }).run().status,
    ).toBe(0)
    const warning = project({ 'a.js': `/* eslint stable-math/prefer-log1p: "warn" */\n${unstable}` })
    expect(warning.run().status).toBe(0)
    expect(warning.run('--max-warnings', '0').status).toBe(1)
    expect(warning.run('--quiet').stdout).not.toContain('returns 0')
  })

  it('come from all rules with --strict', () => {
    const it = project({ 'a.js': 'export const f = (x, y) => Math.sqrt(x * x + y * y)\n' })
    expect([it.run().status, it.run('--strict').status]).toEqual([0, 1])
  })

  it('come in the formats of ESLint', () => {
    const it = project({ 'a.js': unstable })
    const [result] = JSON.parse(it.run('--format', 'json').stdout)
    expect(result).toMatchObject({
      errorCount: 1,
      fixableErrorCount: 1,
      messages: [{ ruleId: 'stable-math/prefer-log1p', line: 1, column: 23 }],
    })
    expect(it.run('-f', 'html').stdout).toMatch(/<!DOCTYPE html>[^]*prefer-log1p[^]*<\/html>\n$/)
    expect(it.run('-f', 'html').stdout).toContain('docs/rules/prefer-log1p.md')
  })

  it('come without colours and progress where nobody watches', () => {
    const { stdout, stderr } = project(
      Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.js`, unstable])),
    ).run()
    expect(stdout + stderr).not.toContain('\u001b')
  })
})

describe('--fix', () => {
  it('writes the fixes, and says what it did', () => {
    const it = project({
      'a.js': `/* eslint semi: "error" */\n${unstable}`,
      'b.js': stable,
      'c.cjs': 'const a = require("a")\nmodule.exports = Math.exp(a.b) - 1\n',
    })
    const { status, stdout, stderr } = it.run('--fix')
    expect([status, stdout]).toEqual([
      0,
      'By rule, in 3 files:\n  stable-math/prefer-log1p      1  1 fixed, 0 left\n  stable-math/prefer-expm1      1  1 fixed, 0 left\n',
    ])
    expect(stderr).toMatch(
      /^The fixed code imports eslint-plugin-stable-math\/runtime: run `npm install eslint-plugin-stable-math`/,
    )
    expect(it.read('a.js')).toBe(
      '/* eslint semi: "error" */\nimport * as stable from \'eslint-plugin-stable-math/runtime\'\nexport const f = x => stable.log1p(x)\n',
    )
    expect(it.read('b.js')).toBe(stable)
    expect(it.read('c.cjs')).toContain('const stable = require("eslint-plugin-stable-math/runtime")\n')
    expect(it.read('c.cjs')).toContain('module.exports = stable.expm1(a.b)\n')
    expect(it.run('--fix').stdout).toBe('No findings in 3 files.\n')
  })

  it('ends with 1 where something is left', () => {
    const it = project({ 'a.js': 'export const f = x => Math.log(1 + x /* rate */)\n' })
    expect(it.run('--fix')).toMatchObject({ status: 1, stdout: expect.stringContaining('0 fixed, 1 left') })
  })
})

describe('help', () => {
  it('names every option', () => {
    const { status, stdout } = project({}).run('--help')
    expect(status).toBe(0)
    for (const option of [
      '--fix',
      '--strict',
      '--format',
      '--max-warnings',
      '--quiet',
      '--no-progress',
      '--force',
      'explain',
      'vendor',
    ])
      expect(stdout).toContain(option)
  })

  it('knows the version', () => {
    expect(project({}).run('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
