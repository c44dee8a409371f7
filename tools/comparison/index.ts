/**
 * What other ESLint plugins with rules about Math say of the unstable code on the rules' pages: `npm run comparison`
 * writes the table into docs/comparison.md. All rules of each plugin whose name or description speaks of mathematics
 * are switched on; counted is in how many
 * snippets one of them reports anything at all, and in how many it names a function that computes the thing well.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Linter, type ESLint, type Rule } from 'eslint'
import stableMath from '../../src/index.ts'
import * as runtime from '../../src/runtime/index.ts'
import { examplesOf } from '../../tests/examples.ts'
import { install } from '../install.ts'

const packages = ['eslint-plugin-math', 'eslint-plugin-unicorn', 'eslint-plugin-sonarjs'] as const
const root = new URL('../../', import.meta.url)
const linters = new URL('linters/', import.meta.url)

const aboutMathematics = /\bmath|arithmetic|exponent|logarithm|number-prop|numeric|precision|rounding|floating/i

interface Contender {
  readonly name: string
  readonly version: string
  readonly plugin: ESLint.Plugin
  readonly rules: readonly string[]
}

install(linters)
const require = createRequire(new URL('package.json', linters))

async function contender(name: string): Promise<Contender> {
  const module = (await import(require.resolve(name))) as { default: ESLint.Plugin }
  const plugin = 'rules' in module.default ? module.default : (module.default as { default: ESLint.Plugin }).default
  const rules = Object.entries(plugin.rules!).filter(([rule, { meta }]) => {
    const { deprecated, docs } = (meta ?? {}) as Rule.RuleMetaData
    return !deprecated && (name === 'eslint-plugin-math' || aboutMathematics.test(`${rule} ${docs?.description ?? ''}`))
  })
  const { version } = JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, linters), 'utf8')) as {
    version: string
  }
  return { name, version, plugin, rules: rules.map(([rule]) => rule) }
}

const own = (): Contender => ({
  name: 'eslint-plugin-stable-math',
  version: stableMath.meta.version,
  plugin: stableMath as unknown as ESLint.Plugin,
  rules: Object.keys(stableMath.rules),
})

const snippets = readdirSync(new URL('docs/rules/', root))
  .filter(file => file !== 'index.md' && file.endsWith('.md'))
  .flatMap(file => examplesOf(readFileSync(new URL(`docs/rules/${file}`, root), 'utf8')))
const incorrect = snippets.filter(({ kind }) => kind === 'incorrect')
const correct = snippets.filter(({ kind }) => kind !== 'incorrect')

interface Said {
  readonly rule: string
  /** It names one of the functions that compute such things well. */
  readonly cures: boolean
}

const stable = new RegExp(`\\b(?:${Object.keys(runtime).join('|')})\\b`)

function reportedBy({ plugin, rules }: Contender, code: string): Said[] {
  const linter = new Linter()
  const config = {
    plugins: { it: plugin },
    rules: Object.fromEntries(rules.map(rule => [`it/${rule}`, 'error' as const])),
  }
  return linter.verify(code, [config as Linter.Config], 'a.js').map(({ ruleId, message }) => ({
    rule: ruleId?.replace('it/', '') ?? message,
    cures: stable.test(message),
  }))
}

const contenders = [own(), ...(await Promise.all(packages.map(contender)))]
const rows = contenders.map(one => {
  const found = incorrect.map(({ code }) => reportedBy(one, code))
  const silent = correct.filter(({ code }) => reportedBy(one, code).length > 0)
  const others = one.name === stableMath.meta.name ? [] : found.flat()
  const names = [...new Set(others.map(({ rule }) => rule))].sort()
  const cured = found.filter(all => all.some(({ cures }) => cures))
  return `| ${one.name} ${one.version} | ${one.rules.length} | ${cured.length} of ${incorrect.length} | ${found.filter(all => all.length > 0).length} | ${silent.length} | ${names.map(name => `\`${name}\``).join(', ')} |`
})

const page = new URL('docs/comparison.md', root)
const [open, close] = ['<!-- measured: run "npm run comparison" -->', '<!-- end measured -->']
const text = readFileSync(page, 'utf8')
const table = [
  `| plugin | rules about mathematics | a stable function named | anything reported | in the ${correct.length} stable snippets | by the rules |`,
  '| --- | --- | --- | --- | --- | --- |',
  ...rows,
].join('\n')
writeFileSync(page, `${text.split(open)[0]}${open}\n\n${table}\n\n${close}${text.split(close)[1]}`)
console.log(table)
