/**
 * Oxlint, set up as docs/oxlint.md says, beside ESLint: over every example of the rules' pages and the mathematics that
 * is installed here, it finds the same, and its fixes come to the same.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import plugin from '../../src/index.ts'
import { fixAll, lint } from '../lint.ts'
import { Page } from './page.ts'
import { root, Scratch } from './scratch.ts'

const page = new Page('oxlint.md')
const [install, run, fix] = page.commands as [string, string, string]

/** What people write, right and wrong. */
function sources(): Record<string, string> {
  const files: Record<string, string> = {}
  for (const name of readdirSync(join(root, 'docs/rules'))) {
    const blocks = readFileSync(join(root, 'docs/rules', name), 'utf8').matchAll(
      /^```js (?:incorrect|correct)\n([\s\S]*?)^```$/gm,
    )
    let number = 0
    for (const [, code] of blocks) files[`examples/${name.replace('.md', '')}-${++number}.js`] = code!
  }
  for (const file of globSync(['d3-*/src/**/*.js'], {
    cwd: join(root, 'node_modules'),
    ignore: ['**/node_modules/**'],
  }))
    files[`installed/${file}`] = readFileSync(join(root, 'node_modules', file), 'utf8')
  return files
}

interface Report {
  readonly diagnostics: readonly {
    readonly code: string
    readonly message: string
    readonly filename: string
    readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[]
  }[]
}

const files = sources()
const project = new Scratch({ ...files, '.oxlintrc.json': page.file('.oxlintrc.json') })
project.run(install)

it('has the rules of recommended', () => {
  expect((JSON.parse(page.file('.oxlintrc.json')) as { rules: unknown }).rules).toEqual(
    plugin.configs.recommended.rules,
  )
})

it('finds what ESLint finds', () => {
  const { diagnostics } = JSON.parse(project.run(`${run} --format json`).stdout) as Report
  // It has rules of its own as well.
  const ours = diagnostics.filter(({ code }) => code.startsWith('stable-math('))
  const oxlint = ours.map(
    ({ code, message, filename, labels: [label] }) =>
      `${filename}:${label!.span.line}:${label!.span.column} ${code.replace(/\((.*)\)/, '/$1')} ${message}`,
  )
  const eslint = Object.entries(files).flatMap(([file, text]) =>
    lint(text, { config: 'recommended' }).map(
      ({ line, column, ruleId, message }) => `${file}:${line}:${column} ${ruleId} ${message}`,
    ),
  )
  expect(eslint.length).toBeGreaterThan(50)
  expect(oxlint.sort()).toEqual(eslint.sort())
})

it('follows imports where ESLint is installed', () => {
  const files = {
    'helper.js': 'export const squash = z => 1 / (1 + Math.exp(-z))\n',
    'a.js': "import { squash } from './helper.js'\nexport const f = z => Math.log(squash(z))\n",
    '.oxlintrc.json': page.file('.oxlintrc.json'),
  }
  const following = new Scratch(files).link('eslint')
  following.run(install)
  expect(following.run(run).output).toContain('prefer-log-sigmoid')
})

it('fixes what ESLint fixes, once it is run until nothing changes', () => {
  const state = (): string =>
    Object.keys(files)
      .map(file => project.read(file))
      .join('\0')
  let before: string
  let runs = 0
  do {
    before = state()
    project.run(fix)
    runs++
  } while (state() !== before && runs < 20)
  for (const [file, text] of Object.entries(files))
    expect(project.read(file), file).toBe(fixAll(text, { config: 'recommended' }))
})
