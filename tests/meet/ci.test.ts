/** What a CI does with ESLint, as docs/ci.md says it: exit codes, suppressions, SARIF, the cache, several processes. */
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { Page } from './page.ts'
import { Scratch, type Run } from './scratch.ts'

const page = new Page('ci.md')
const [install, lint, installFormatter, sarif, fix, suppress, prune] = page.commands as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
]
const config = (settings = '', severity = ''): string =>
  `import stableMath from 'eslint-plugin-stable-math'\nexport default [stableMath.configs.recommended${settings}${severity}]\n`
const fixable = 'export const f = x => Math.log(1 + x)\n'
/** Its fix would lose the comment. */
const stubborn = 'export const f = x => Math.log(1 /* smooth */ + x)\n'

const project = (files: Record<string, string>): Scratch => {
  const made = new Scratch({ 'eslint.config.js': config(), ...files })
  made.run(install)
  return made
}

describe('exit codes', () => {
  const meaning = (wanted: number): RegExp => new RegExp(`^\\| ${wanted} \\|`, 'm')
  const text = page.markdown
  it.each([
    [0, 'where nothing is found', { 'a.js': 'export const f = x => Math.log1p(x)\n' }],
    [1, 'where something is found', { 'a.js': fixable }],
    [
      2,
      'where ESLint cannot run',
      { 'a.js': fixable, 'eslint.config.js': 'export default [{ rules: { "no/such": 2 } }]\n' },
    ],
  ])('%i %s', (status, _, files) => {
    expect(text).toMatch(meaning(status))
    expect(project(files as unknown as Record<string, string>).run(lint).status).toBe(status)
  })

  it('warnings pass, and --max-warnings stops them', () => {
    const warns = project({
      'a.js': fixable,
      'eslint.config.js': config('', ", { rules: { 'stable-math/prefer-log1p': 'warn' } }"),
    })
    expect(warns.run(lint).status).toBe(0)
    expect(text).toContain('`npx eslint . --max-warnings 0`')
    expect(warns.run('npx eslint . --max-warnings 0').status).toBe(1)
  })
})

it('an old codebase: fixed, the rest suppressed, what is new fails, what is mended leaves the list', () => {
  const old = project({ 'a.js': fixable, 'b.js': stubborn })
  expect(old.run(fix).status).toBe(1)
  expect(old.read('a.js')).toContain('stable.log1p(x)')
  expect(old.run(suppress).status).toBe(0)
  expect(JSON.parse(old.read('eslint-suppressions.json'))).toEqual({
    'b.js': { 'stable-math/prefer-log1p': { count: 1 } },
  })
  expect(old.run(lint).status).toBe(0)
  old.write({ 'c.js': fixable })
  expect(old.run(lint)).toMatchObject({ status: 1, output: expect.stringContaining('c.js') as string })
  old.write({ 'b.js': '', 'c.js': '' })
  expect(old.run(prune).status).toBe(0)
  expect(JSON.parse(old.read('eslint-suppressions.json'))).toEqual({})
})

describe('GitHub', () => {
  const workflow = page.file('.github/workflows/stable-math.yml')

  it('runs what the page says', () => {
    expect(workflow).toContain(`run: ${sarif}\n`)
    expect(workflow).toContain('sarif_file: eslint.sarif')
  })

  it('gets valid SARIF, with the place and the page of the rule', () => {
    const found = project({ 'a.js': fixable })
    found.run(installFormatter)
    expect(found.run(sarif).status).toBe(1)
    const log = JSON.parse(found.read('eslint.sarif')) as Sarif
    expect(violations(log)).toEqual([])
    const [{ results, tool }] = log.runs as [Sarif['runs'][number]]
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([['stable-math/prefer-log1p', 'error']])
    expect(results[0]!.locations[0]!.physicalLocation.region).toMatchObject({ startLine: 1, startColumn: 23 })
    expect(tool.driver.rules[0]!.helpUri).toMatch(/docs\/rules\/prefer-log1p\.md$/)
  })
})

describe('the cache', () => {
  const settings = page.shown.find(text => text.includes('followImports'))!
  const naive = 'export const squash = z => 1 / (1 + Math.exp(-z))\n'
  const files = {
    'helper.js': 'export const squash = z => z / 2\n',
    'a.js': "import { squash } from './helper.js'\nexport const f = z => Math.log(squash(z))\n",
  }
  const found = ({ output }: Run): string[] => [...output.matchAll(/stable-math\/[\w-]+$/gm)].map(([rule]) => rule)

  it('says what a run without it says, with the settings of the page', () => {
    const cached = project({
      ...files,
      'eslint.config.js': `import stableMath from 'eslint-plugin-stable-math'\n${settings}\n`,
      'b.js': fixable,
    })
    const first = found(cached.run(`${lint} --cache`))
    expect(first).toEqual(['stable-math/prefer-log1p'])
    cached.write({ 'helper.js': naive })
    expect(found(cached.run(`${lint} --cache`))).toEqual(first)
    expect(found(cached.run(lint))).toEqual(first)
  })

  it('needs them: an imported helper that changes is not seen', () => {
    const cached = project(files)
    expect(found(cached.run(`${lint} --cache`))).toEqual([])
    cached.write({ 'helper.js': naive })
    expect(found(cached.run(`${lint} --cache`))).toEqual([])
    expect(found(cached.run(lint))).toEqual(['stable-math/prefer-log-sigmoid'])
  })

  it('sees that settings change', () => {
    const cached = project({ 'a.js': fixable })
    expect(cached.run(`${lint} --cache`).output).toContain('stable.log1p')
    cached.write({ 'eslint.config.js': config(", { settings: { 'stable-math': { builtins: true } } }") })
    expect(cached.run(`${lint} --cache`).output).toContain('Math.log1p')
  })
})

it('several processes find and fix what one does', () => {
  const files = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}.js`, i % 2 ? fixable : stubborn]))
  const eslintConfig = config(", { settings: { 'stable-math': { imports: 'named' } } }")
  const [one, many] = [
    project({ ...files, 'eslint.config.js': eslintConfig }),
    project({ ...files, 'eslint.config.js': eslintConfig }),
  ]
  expect(many.run(`${lint} --concurrency 2 --format json`).stdout).toBe(one.run(`${lint} --format json`).stdout)
  one.run(fix)
  many.run(`${fix} --concurrency 2`)
  for (const file of Object.keys(files)) expect(many.read(file)).toBe(one.read(file))
  expect(many.read('1.js')).toContain('import { log1p }')
})

interface Sarif {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly helpUri: string }[] } }
    readonly results: readonly {
      readonly ruleId: string
      readonly level: string
      readonly locations: readonly { readonly physicalLocation: { readonly region: unknown } }[]
    }[]
  }[]
}

/** Of the schema, which is in an old dialect that ajv reads all the same. */
function violations(log: unknown): unknown {
  const ajv = new Ajv({ strict: false, logger: false, unicodeRegExp: false })
  addFormats.default(ajv)
  const { $schema: _, id: __, ...schema } = sarifSchema
  const validate = ajv.compile(schema)
  return validate(log) ? [] : validate.errors
}
