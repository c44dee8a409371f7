/**
 * `npm run new-rule prefer-something`: writes the rule, puts it on the list, writes its page and its test. What they
 * hold at first is an example that works, to be replaced line by line; until the page is filled, its test says what is missing.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const [name] = process.argv.slice(2)
const at = (path: string): URL => new URL(`../${path}`, import.meta.url)

const rule = (name: string): string => `import { defineRule } from './define-rule.ts'

export default defineRule({
  name: '${name}',
  why: 'log(2 + x) - log(2) cancels for small x: the first logarithm has already lost the bits that the difference leaves.',
  rewrites: ['log(2 + x) - log(2) -> log1p(x / 2)'],
  hazard: { x: 1e-17 },
})
`

const test = (
  name: string,
): string => `/** log(2 + x) - log(2): what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('${name}', {
  spelled: [['Math.log(2 + x) - Math.log(2)', 'stable.log1p(0.5 * x)']],
  invalid: {
    'order of terms': [['Math.log(x + 2) - Math.log(2)', 'stable.log1p(0.5 * x)']],
  },
  valid: {
    'another constant': ['Math.log(2 + x) - Math.log(3)'],
  },
})
`

const identifier = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

function listed(list: string, name: string): string {
  return list
    .replace(/^import type \{ Rule \}/m, `import ${identifier(name)} from './${name}.ts'\n$&`)
    .replace(/\n\]\s*$/, `\n  ${identifier(name)},\n]\n`)
}

function complaint(): string | undefined {
  if (!name) return 'Say its name: npm run new-rule prefer-something'
  if (!/^(prefer|no|require)-[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
    return `A rule is called prefer-…, no-… or require-…, in small letters: not ${name}.`
  return existsSync(at(`src/rules/${name}.ts`)) ? `There is a rule ${name} already.` : undefined
}

const problem = complaint()
if (problem !== undefined) {
  console.error(problem)
  process.exitCode = 1
} else if (name) {
  const list = at('src/rules/index.ts')
  writeFileSync(at(`src/rules/${name}.ts`), rule(name))
  writeFileSync(at(`tests/rules/${name}.test.ts`), test(name))
  writeFileSync(list, listed(readFileSync(list, 'utf8'), name))
  // The page is written from the rule, which is on the list only now.
  const { pages } = await import('./generate.ts')
  for (const { path, expected } of pages()) writeFileSync(at(path), expected)
  console.log(
    `Wrote src/rules/${name}.ts, tests/rules/${name}.test.ts and docs/rules/${name}.md: put in their place what is true.`,
  )
}
