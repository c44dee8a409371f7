/** Turborepo and shards, as docs/monorepo.md sets them up: the findings of one plain run, and a cache that serves them. */
import { readdirSync } from 'node:fs'
import { Page } from './page.ts'
import { Scratch } from './scratch.ts'

const page = new Page('monorepo.md')
const [install, lintAll, fix, lint, again, shard] = page.commands as [string, string, string, string, string, string]
const plain = 'npx eslint packages'
const quiet = { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1' }

const project = new Scratch({ ...page.files, '.gitignore': 'node_modules\n.turbo\n' })
const turbo = (command: string): ReturnType<Scratch['run']> => project.run(command, quiet)

/** Place, message and rule of each finding, in whatever order they were printed. */
const findings = (output: string): string[] =>
  [...output.matchAll(/\d+:\d+ +error .*stable-math\/[\w-]+$/gm)].map(([found]) => found.replace(/ +/g, ' ')).sort()

beforeAll(() => {
  project.run(install)
  project.run('git init --quiet && git add --all')
})

it('each shard finds its part, all together the whole', () => {
  const whole = project.run(plain).output
  const shards = [0, 1, 2, 3].map(number => project.run(shard, { SHARD: String(number) }).output)
  expect(findings(whole)).toHaveLength(2)
  expect(findings(shards.join('\n'))).toEqual(findings(whole))
  expect(page.markdown.split(shard)).toHaveLength(3)
})

it('packages linted in parallel have the findings of one run', () => {
  const { status, output } = turbo(lintAll)
  expect(status).not.toBe(0)
  expect(findings(output)).toEqual(findings(project.run(plain).output))
})

it('fixed, they pass, and the next run is served from the cache', () => {
  expect(project.run(fix).status).toBe(0)
  expect(project.read('packages/losses/index.js')).toContain("from '@acme/stable'")
  expect(project.value('it.loss([1000, 0], 1)', 'packages/losses/index.js')).toBe(1000)
  expect(turbo(lint).status).toBe(0)
  const { status, output } = turbo(again)
  expect(status).toBe(0)
  expect(output).toContain(page.shown.find(text => text.includes('cached')))
  expect(readdirSync(project.path('packages'))).toHaveLength(3)
})

it('a change of what they share lints all anew, one of a package its dependants', () => {
  project.write({ 'packages/statistics/index.js': 'export const growth = rate => Math.log1p(rate)\n' })
  expect(turbo(lint).output).toContain('2 cached, 3 total')
  project.write({ 'packages/stable/index.js': `${page.file('packages/stable/index.js')}export const one = 1\n` })
  expect(turbo(lint).output).toContain('0 cached, 3 total')
  project.write({ 'eslint.config.js': `${page.file('eslint.config.js')}\n` })
  expect(turbo(lint).output).toContain('0 cached, 3 total')
})
