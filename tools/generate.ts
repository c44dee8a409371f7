/**
 * Writes into docs and README what the rules already say, so that pages, configs and code cannot disagree. Only the text
 * between markers is generated: what a person wrote around it stays. `--check` compares instead of writing.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { printFormula } from '../src/formula/print.ts'
import type { Condition } from '../src/formula/notation.ts'
import { rules } from '../src/rules/index.ts'
import type { Rule, RuleRewrite } from '../src/rules/rule.ts'
import { sentence, witnessOf } from '../src/rules/witness.ts'
import { runtimeReference } from './runtime-page.ts'
import { speedParts, speedTable } from './speed/page.ts'

export interface Page {
  /** Relative to the repository. */
  readonly path: string
  readonly committed: string
  readonly expected: string
}

const root = new URL('../', import.meta.url)

/** Every page with a generated part, as it is and as it should be. */
export function pages(): readonly Page[] {
  return [
    page('README.md', { rules: ruleTable('docs/rules/'), speed: speedTable() }),
    page('docs/oxlint.md', { oxlint: oxlintConfig() }),
    page('docs/rules/index.md', {
      recommended: ruleList(rules.filter(rule => !rule.strict)),
      strict: ruleList(rules.filter(rule => rule.strict)),
      sites: siteTable(),
    }),
    page('docs/runtime.md', { reference: runtimeReference() }),
    page('docs/speed.md', speedParts()),
    ...rules.map(rule =>
      page(`docs/rules/${rule.name}.md`, { header: header(rule), rewrites: rewrites(rule) }, skeleton),
    ),
  ]
}

function committedAt(path: string): string {
  const file = new URL(path, root)
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : ''
}

/** Drawing takes longer than all the rest. */
async function plots(): Promise<readonly Page[]> {
  const { speedPlots } = await import('./speed/plot.ts')
  return [...speedPlots()].map(([name, expected]) => {
    const path = `docs/${name}`
    return { path, committed: committedAt(path), expected }
  })
}

function page(path: string, parts: Readonly<Record<string, string>>, fallback?: string): Page {
  const committed = committedAt(path)
  const expected = Object.entries(parts).reduce(
    (text, [name, part]) => filled(text, name, part, path),
    committed || (fallback ?? ''),
  )
  return { path, committed, expected }
}

const opening = (name: string): string => `<!-- generated ${name}: edit the rules and run "npm run generate" -->`
const closing = (name: string): string => `<!-- end ${name} -->`

function filled(text: string, name: string, part: string, path: string): string {
  const start = text.indexOf(opening(name))
  const end = text.indexOf(closing(name))
  if (start < 0 || end < start) throw new Error(`${path} needs the two lines\n${opening(name)}\n${closing(name)}`)
  return `${text.slice(0, start)}${opening(name)}\n\n${part}\n\n${text.slice(end)}`
}

/** The page of a rule that has none yet. */
const skeleton = `${opening('header')}
${closing('header')}

## What goes wrong

## What is reported

${opening('rewrites')}
${closing('rewrites')}

## What is seen through

## Fix safety

## When not to use it

## Further reading
`

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')

const code = (text: string): string => `\`${text}\``

const everyLine = (rule: Rule): readonly RuleRewrite[] => rule.lines.flatMap(line => [line, ...line.alternatives])
const has = (rule: Rule, kind: RuleRewrite['kind']): boolean => everyLine(rule).some(line => line.kind === kind)

const badges = { recommended: '✅', fix: '🔧', suggestion: '💡', report: '👁' } as const

const header = (rule: Rule): string =>
  [
    `# ${rule.name}`,
    `> ${rule.why}`,
    [
      rule.strict
        ? 'Only in the `strict` config.'
        : `${badges.recommended} In the \`recommended\` and \`strict\` configs.`,
      ...(has(rule, 'fix') ? [`${badges.fix} Fixed by \`eslint --fix\`.`] : []),
      ...(has(rule, 'suggestion') ? [`${badges.suggestion} Has suggestions, for you to accept in the editor.`] : []),
      ...(has(rule, 'report') ? [`${badges.report} Reports what no single edit can repair.`] : []),
    ].join('<br>\n'),
  ].join('\n\n')

function rewrites(rule: Rule): string {
  const lines = everyLine(rule)
  const listed = lines.filter(line => !line.variant)
  const rows = listed.map(line => [badges[line.kind], naive(line), stable(line), conditions(line), measured(line)])
  return [
    table(['', 'naive', 'stable', 'when', 'measured: the naive side'], rows),
    ...(lines.length > listed.length
      ? [`The same with other signs of the variables: ${lines.length - listed.length} more lines.`]
      : []),
    ...(rule.differs ? [`Where the two sides differ on purpose: ${rule.differs}`] : []),
    'The signs and the notation are explained in the [list of rules](index.md#how-to-read-the-tables).',
  ].join('\n\n')
}

/** Rewrites are shown as their authors wrote them, not as the algebra orders them. */
const sides = (line: RuleRewrite): readonly string[] =>
  line.text
    .split(/ when /)[0]!
    .split(/->|~>/)
    .map(side => side.trim())
const naive = (line: RuleRewrite): string => code(sides(line)[0]!)
const stable = (line: RuleRewrite): string => (line.result ? code(sides(line)[1]!) : '–')
const measured = (line: RuleRewrite): string => {
  const witness = witnessOf(line)
  return line.says ?? (witness ? sentence(witness) : '–')
}

/** What each word of a rule's `when` says, and what its negation says. */
const words: Readonly<Record<string, (negated: boolean, ...args: string[]) => string>> = {
  small: (not, x) => `${x} ${not ? 'cannot' : 'can'} be close to 0`,
  close: (not, a, b) => `${a} and ${b} ${not ? 'cannot' : 'can'} be close to each other`,
  large: (not, x) => `${x} ${not ? 'stays' : 'can go'} ${not ? 'within' : 'beyond'} ±30`,
  deep: (not, x) => `${x} ${not ? 'cannot' : 'can'} be below -30`,
  unbounded: (not, x) => `${x} ${not ? 'is' : 'is not'} known to stay below 709`,
  pastGamma: (not, x) => `${x} ${not ? 'is' : 'is not'} known to stay below 171`,
  exponential: (not, x) => `${x} ${not ? 'holds no' : 'holds an'} exponential`,
  wide: (not, ...xs) => `${xs.join(', ')} ${not ? 'are all' : 'are not all'} known to be counts or of moderate size`,
  given: (not, x) => `${x} was ${not ? 'computed here' : 'passed in'}`,
  vanishing: (not, x) => `${x} ${not ? 'cannot' : 'can'} be 0`,
  negative: (not, x) => `${x} ${not ? 'cannot' : 'can'} be less than 0`,
  opposite: (not, a, b) => `${a} ${not ? 'is not' : 'is'} the negative of ${b}`,
  scalar: (not, x) => `${x} is ${not ? 'a vector' : 'a number'}`,
  shifted: (not, x) => `${x} ${not ? 'has not' : 'has'} been shifted by its maximum`,
  centered: (not, x) => `${x} ${not ? 'is not' : 'is'} a difference to a mean already`,
  tiny: (not, x) => `${x} is ${not ? 'not ' : ''}a positive constant up to 0.001, or named as an epsilon`,
  decay: (not, x) => `${x} is ${not ? 'not ' : ''}named as what is left after a round`,
  fractional: (not, x) => `${x} ${not ? 'are' : 'are not known to be'} whole numbers`,
  squares: (not, x) => `${x} is ${not ? 'not ' : ''}named as a sum or mean of squares`,
  squaredMean: (not, x) => `${x} is ${not ? 'not ' : ''}named as the square of a mean`,
  average: (not, x) => `${x} is ${not ? 'not ' : ''}named as a mean`,
  apart: (not, a, b) => `${a} and ${b} have ${not ? 'a' : 'no'} term in common`,
  turns: (not, x) => `${x} is ${not ? 'not ' : ''}a multiple of π, as of a window or an easing`,
  positive: (not, x) => `${x} ${not ? 'cannot' : 'can'} be positive`,
  dotProduct: (not, x) => `${x} is ${not ? 'not ' : ''}named as a dot product`,
  probable: (not, x) => `${x} are ${not ? 'not ' : ''}named as probabilities or densities`,
  atHand: (not, x) => `${x} is ${not ? 'not ' : ''}a value at hand, not one that was rounded here`,
  tensor: (not, x) => `${x} is ${not ? 'no' : 'a'} tensor`,
  differentiated: (not, x) => `${x} is ${not ? 'no' : 'a'} tensor of a library that takes gradients`,
  hedged: (not, x) =>
    `${x} is ${not ? 'not ' : ''}a value at hand, or one that an epsilon or a clamp holds away from 0 and 1`,
  complements: (not, x, y) => `${y} is ${not ? 'not ' : ''}\`1\` less ${x}, epsilons and clamps left out`,
  constant: (not, x) => `${x} is ${not ? 'not ' : ''}a constant`,
  varianceLike: (not, v) =>
    `${v} is ${not ? 'neither computed as a variance nor' : 'computed as a variance, or'} named as one`,
}

function conditions({ conditions: all, text }: RuleRewrite): string {
  const said = all.map(({ predicate, args, negated }: Condition) => {
    const say = words[predicate]
    if (!say) throw new Error(`tools/generate.ts has no words for the condition ${predicate} of "${text}".`)
    return say(negated, ...args.map(arg => code(printFormula(arg))))
  })
  return said.length > 0 ? said.join(', and ') : 'always'
}

/** Oxlint cannot take over a plugin's configuration: its rules are named. */
function oxlintConfig(): string {
  const named = rules.filter(rule => !rule.strict).map(rule => [`stable-math/${rule.name}`, 'error'])
  const config = {
    jsPlugins: ['eslint-plugin-stable-math'],
    ignorePatterns: ['node_modules'],
    rules: Object.fromEntries(named) as Record<string, string>,
  }
  const json = JSON.stringify(config, null, 2).replace(/\[\s+(".*")\s+\]/g, '[$1]')
  return `This \`.oxlintrc.json\` has the rules of \`recommended\`:\n\n\`\`\`json\n${json}\n\`\`\``
}

const ruleTable = (folder: string): string =>
  table(
    ['rule', 'naive', 'stable', badges.recommended, badges.fix, badges.suggestion],
    rules.map(rule => [
      `[${rule.name}](${folder}${rule.name}.md)`,
      naive(rule.lines[0]!),
      stable(rule.lines[0]!),
      rule.strict ? '' : badges.recommended,
      has(rule, 'fix') ? badges.fix : '',
      has(rule, 'suggestion') ? badges.suggestion : '',
    ]),
  )

interface Sites {
  /** How many were read: in so many repositories, so many of them unstable, so many not. */
  readonly repositories: number
  readonly unstable: number
  readonly others: number
  /** At how many of them any rule speaks. */
  readonly found: number
  readonly falseAlarms: number
  /** By rule, those that any of its findings touches; a rule that is not there speaks at none. */
  readonly rules: Readonly<Record<string, Readonly<Record<'unstable' | 'low' | 'tensors' | 'others', number>>>>
}

/** What each rule says of labelled places in real code: counted by hand and written down, as the code is not ours. */
function siteTable(): string {
  const sites = JSON.parse(committedAt('tools/labelled-sites.json')) as Sites
  const seen = rules.filter(({ name }) => sites.rules[name])
  const silent = rules.filter(({ name }) => !sites.rules[name])
  const counted = table(
    ['rule', `of ${sites.unstable} unstable`, 'of low severity', 'in tensors', `of ${sites.others} others`, 'config'],
    seen.map(({ name, strict }) => {
      const { unstable, low, tensors, others } = sites.rules[name]!
      return [`[${name}](${name}.md)`, ...[unstable, low, tensors, others].map(String), configOf(strict)]
    }),
  )
  const links = silent.map(({ name, strict }) => `[${name}](${name}.md) (${configOf(strict)})`)
  return `${sites.unstable + sites.others} places in ${sites.repositories} public repositories, ${sites.unstable} of them unstable: ${sites.found} are found, and of the others ${sites.falseAlarms} are spoken of.

${counted}

Nowhere there speak ${links.join(', ')}.`
}

const configOf = (strict = false): string => (strict ? '`strict`' : '`recommended`')

const ruleList = (included: readonly Rule[]): string =>
  included.map(rule => `- [${rule.name}](${rule.name}.md): ${rule.why}`).join('\n')

const lineOf = (text: string, at: number): string => text.split('\n')[at] ?? '(end of file)'

/** The first difference, as a diff would show it. */
export function difference({ path, committed, expected }: Page): string | undefined {
  if (committed === expected) return undefined
  let at = 0
  while (lineOf(committed, at) === lineOf(expected, at)) at++
  return `${path}:${at + 1} is out of date: run "npm run generate".\n- ${lineOf(committed, at)}\n+ ${lineOf(expected, at)}`
}

async function run(check: boolean): Promise<void> {
  const outdated = [...pages(), ...(await plots())].filter(({ committed, expected }) => committed !== expected)
  if (!check) {
    for (const { path, expected } of outdated) {
      mkdirSync(new URL('./', new URL(path, root)), { recursive: true })
      writeFileSync(new URL(path, root), expected)
    }
    console.log(
      outdated.length > 0 ? outdated.map(({ path }) => `wrote ${path}`).join('\n') : 'everything is up to date',
    )
  } else if (outdated.length > 0) {
    console.error(outdated.map(difference).join('\n\n'))
    process.exitCode = 1
  }
}

if (process.argv[1] && fileURLToPath(import.meta.url) === resolve(process.argv[1]))
  await run(process.argv.includes('--check'))
