/** The guide, word by word: its files are written, its commands run, and what it shows is what comes out. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'stable-math-guide-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** What stands in the fenced blocks of a page, with the text before each. */
const blocksOf = (page: string) =>
  [...readFileSync(join(root, 'docs', page), 'utf8').matchAll(/([^\n]*)\n\n```(\w+)\n([\s\S]*?)^```$/gm)].map(
    ([, before, language, code]) => ({ before: before!, language: language!, code: code! }),
  )

beforeAll(() => {
  // What `npm install` would do, of which the registry has no part here.
  const packages = join(directory, 'node_modules')
  mkdirSync(join(packages, 'eslint-plugin-stable-math'), { recursive: true })
  symlinkSync(join(root, 'node_modules/eslint'), join(packages, 'eslint'), 'junction')
  for (const part of ['dist', 'src/runtime', 'package.json'])
    cpSync(join(root, part), join(packages, 'eslint-plugin-stable-math', part), { recursive: true })
  writeFileSync(join(directory, 'package.json'), '{ "type": "module" }')
})

function run(...args: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: directory,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  })
  return stdout + stderr
}
const eslint = (...args: string[]): string => run(join(root, 'node_modules/eslint/bin/eslint.js'), ...args)
const cli = (...args: string[]): string =>
  run(join(directory, 'node_modules/eslint-plugin-stable-math/dist/cli.js'), ...args)
const read = (file: string): string => readFileSync(join(directory, file), 'utf8')
const write = (file: string, text: string): void => writeFileSync(join(directory, file), text)

it('getting started', () => {
  const page = readFileSync(join(root, 'docs/getting-started.md'), 'utf8')
  const blocks = blocksOf('getting-started.md')
  expect(blocks.map(({ language }) => language)).toEqual(['sh', 'js', 'js', 'sh', 'text', 'sh', 'js', 'sh'])
  const [, config, loss, check, report, fix, fixed, explain] = blocks as [
    ...typeof blocks,
    never,
    never,
    never,
    never,
    never,
    never,
    never,
    never,
  ]
  expect(config.before).toContain('`eslint.config.js`')
  write('eslint.config.js', config.code)
  write('loss.js', loss.code)
  expect(page).toContain(`It prints \`${run('loss.js').trim()}\``)
  expect(check.code).toBe('npx eslint loss.js\n')
  expect(
    eslint('loss.js')
      .replace(/^\n.*loss\.js\n/, '')
      .trimEnd(),
  ).toBe(report.code.trimEnd())
  expect(explain.code).toBe('npx eslint-plugin-stable-math explain loss.js:5 --plot\n')
  const explained = cli('explain', 'loss.js:5', '--plot')
  for (const part of ['read', 'rewrite', 'measured', 'naive: bits wrong']) expect(explained).toContain(part)
  expect(fix.code).toBe('npx eslint --fix loss.js\n')
  expect(eslint('--fix', 'loss.js')).toBe('')
  expect(read('loss.js')).toBe(fixed.code)
  expect(page).toContain(`prints \`${run('loss.js').trim()}\``)
  expect(cli('.')).toContain('No findings')
})

it('how it works', () => {
  const blocks = blocksOf('how-it-works.md')
  const [source] = blocks
  const stage = (name: string): string =>
    readFileSync(join(root, 'docs/how-it-works.md'), 'utf8')
      .split(`<!-- stage: ${name} -->\n`)[1]!
      .split(/```\w*\n/)[1]!
  write('how.js', source!.code)
  const explained = cli('explain', 'how.js:5')
  const said = (label: string): string => new RegExp(`^  ${label} +(.*\\n)`, 'm').exec(explained)![1]!
  expect(said('read').replace(/^-/, '')).toBe(stage('read'))
  expect(said('rewrite')).toBe(stage('rewrite'))
  expect(said('measured')).toBe(stage('measured'))
  eslint('--fix', 'how.js')
  expect(read('how.js')).toBe(stage('fixed'))
})
