/**
 * Laws 4 to 6, about code: a rewrite's pattern is written as naive JavaScript, given to ESLint with the plugin, and
 * what comes out is run. As with the laws about numbers, each is a function from a rewrite to its complaints.
 */
import parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import ts from 'typescript'
import plugin from '../../src/index.ts'
import type { Formula } from '../../src/formula/formula.ts'
import { evaluate, type Environment, type Value } from '../../src/rules/evaluate.ts'
import { eslintRule } from '../../src/rules/define-rule.ts'
import { rules } from '../../src/rules/index.ts'
import type { Rule, RuleRewrite } from '../../src/rules/rule.ts'
import * as runtime from '../../src/runtime/index.ts'
import { exact, toDouble } from '../../src/oracle/index.ts'
import { show, type Law } from './numbers.ts'
import { ordinarySamples, variablesOf, type Variable } from './samples.ts'
import {
  agreedNames,
  agreedTypes,
  moduleOf,
  numbersAsTensors,
  styles,
  tensorModuleOf,
  tensorStyle,
  type Parameter,
  type Spelling,
  type Style,
} from './spelling.ts'

const ordinaryPoints = 6
const ordinaryTolerance = 1e-9
const hazardTolerance = 1e-12
/** Below this a result is what cancellation has left, and the naive code has lost digits of it already. */
const everyday = 0.01
const complaintsShown = 4

// Writing

const literalPredicates = new Set(['tiny', 'nearlyOne', 'constant'])
/** What holds of the code of tensors only. */
const tensorPredicates = new Set(['tensor', 'differentiated'])
const stylesOf = ({ conditions }: RuleRewrite): readonly Style[] =>
  conditions.some(({ predicate }) => tensorPredicates.has(predicate)) ? [tensorStyle] : styles
const conditionsOn = (rewrite: RuleRewrite, name: string): string[] =>
  rewrite.conditions
    .filter(({ args, negated }) => !negated && args.some(arg => arg.name === name))
    .map(({ predicate }) => predicate)

/** The variable whose complement another one is. */
const complementedBy = ({ conditions }: RuleRewrite, name: string): string | undefined =>
  conditions.find(({ predicate, args }) => predicate === 'complements' && args[1]!.name === name)?.args[0]!.name

interface Naive {
  readonly code: string
  readonly style: Style
  readonly variables: readonly Variable[]
  readonly parameters: readonly Parameter[]
  /** The arguments of the function at values of the variables. */
  readonly argumentsAt: (environment: Environment) => readonly unknown[]
}

/** The names of the field where a rule listens to them. */
const nameOf = (rewrite: RuleRewrite, name: string): string =>
  conditionsOn(rewrite, name)
    .map(predicate => heard[predicate])
    .find(heardName => heardName !== undefined) ?? name
const heard: Readonly<Record<string, string>> = {
  varianceLike: 'variance',
  squares: 'sumOfSquares',
  squaredMean: 'meanSquared',
  average: 'mean',
  dotProduct: 'dot',
  probable: 'probabilities',
}

/** The pattern of a rewrite as code in one style, with other sources in the place of some variables. */
function naiveCode(rule: Rule, rewrite: RuleRewrite, style: Style, instead: Partial<Spelling> = {}): Naive {
  const values: Record<string, string> = {}
  const parameters: Parameter[] = []
  const taken: ((environment: Environment) => unknown)[] = []
  const variables = variablesOf(rule, rewrite)
  const literal = (name: string): boolean =>
    conditionsOn(rewrite, name).some(predicate => literalPredicates.has(predicate))
  for (const { name, kind, sample } of variables) {
    if (kind === 'list') {
      const names = (rewrite.hazard[name] as readonly number[]).map((_, i) => `${name}${i}`)
      values[`${name}...`] = names.join(' ')
      names.forEach((each, i) => {
        parameters.push({ name: each, type: 'number' })
        taken.push(environment => (environment[name] as readonly number[])[i])
      })
    } else if (complementedBy(rewrite, name) !== undefined)
      values[name] = `tf.add(tf.sub(1, ${complementedBy(rewrite, name)}), 1e-7)`
    else if (literal(name)) values[name] = String(rewrite.hazard[name])
    else {
      values[name] = nameOf(rewrite, name)
      parameters.push({
        name: values[name],
        type: kind === 'vector' ? 'number[]' : sample === 'boolean' ? 'boolean' : 'number',
      })
      taken.push(environment => (sample === 'boolean' ? Boolean(environment[name]) : environment[name]))
    }
  }
  const vector = variables.find(({ kind }) => kind === 'vector')
  if (vector) values['count of'] = vector.name
  const spelling: Spelling = {
    parameters: [...parameters, ...(instead.parameters ?? [])],
    values: { ...values, ...instead.values },
    setup: instead.setup ?? [],
  }
  return {
    code:
      style === tensorStyle ? tensorModuleOf(rewrite.pattern, spelling) : moduleOf(rewrite.pattern, style, spelling),
    style,
    variables,
    parameters,
    argumentsAt: environment => taken.map(take => take(environment)),
  }
}

// Linting

const linter = new Linter()

function configOf(rule: Rule, language: Style['language']): Linter.Config[] {
  const known = rules.includes(rule)
  const { plugins, rules: enabled } = rule.strict ? plugin.configs.strict : plugin.configs.recommended
  const alone = {
    plugins: { 'stable-math': { rules: { [rule.name]: eslintRule(rule) } } },
    rules: { [`stable-math/${rule.name}`]: 'error' },
  }
  return [
    {
      files: ['**/*.js', '**/*.ts'],
      ...(known ? { plugins, rules: enabled } : alone),
      languageOptions: { sourceType: 'module', ...(language === 'ts' ? { parser } : {}) },
    } as unknown as Linter.Config,
  ]
}

interface Treated {
  readonly messages: readonly Linter.LintMessage[]
  readonly output: string
  /** What is left after one run of the fixes. */
  readonly left: readonly Linter.LintMessage[]
}

const treated = new WeakMap<Rule, Map<string, Treated>>()

function treat(rule: Rule, { code, style }: Naive): Treated {
  const known = treated.get(rule) ?? new Map<string, Treated>()
  treated.set(rule, known)
  const key = `${style.language} ${code}`
  let result = known.get(key)
  if (!result) {
    const config = configOf(rule, style.language)
    const filename = `code.${style.language}`
    const { output, messages: left } = linter.verifyAndFix(code, config, { filename })
    result = { messages: linter.verify(code, config, { filename }), output, left }
    known.set(key, result)
  }
  return result
}

const applied = (code: string, { range, text }: { range: readonly [number, number]; text: string }): string =>
  code.slice(0, range[0]) + text + code.slice(range[1])

/** The code after the fix, or after the suggestion that the rewrite stands for. */
function improved(rule: Rule, rewrite: RuleRewrite, naive: Naive): string | undefined {
  const { messages, output } = treat(rule, naive)
  if (rewrite.kind === 'fix') return output === naive.code ? undefined : output
  const own = messages.find(message => message.ruleId === `stable-math/${rule.name}`)
  const at = rule.lines.find(line => line.alternatives.includes(rewrite))?.alternatives.indexOf(rewrite) ?? 0
  const suggestion = own?.suggestions?.[at]
  return suggestion && applied(naive.code, suggestion.fix)
}

// Running

type Callable = (...args: readonly unknown[]) => Value

function run(code: string): Callable {
  const namespace = /^import \* as (\w+) from/m.exec(code)?.[1] ?? 'unused'
  const plain = ts.transpileModule(code.replace(/^import .*$/gm, ''), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  }).outputText
  const names = Object.keys(agreedNames)
  const make = new Function(namespace, ...names, `${plain.replace(/^export /gm, '')}\nreturn f`) as (
    ...args: unknown[]
  ) => Callable
  return make(namespace === 'tf' ? numbersAsTensors : runtime, ...Object.values(agreedNames))
}

const entries = (value: Value): readonly number[] => (typeof value === 'number' ? [value] : value)
const close = (a: number, b: number, tolerance: number, least: number): boolean =>
  Object.is(a, b) || a === b || Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b), least)
const allClose = (a: Value, b: Value, tolerance: number, least = 0): boolean =>
  entries(a).length === entries(b).length &&
  entries(a).every((value, i) => close(value, entries(b)[i]!, tolerance, least))

const about = (naive: Naive, complaint: string): string => `${naive.style.name}: ${complaint}\n${naive.code}`

/** Naive code, fixed and run: the same on ordinary input, right at the hazard. */
export const executed: Law = (rule, rewrite) => {
  const complaints: string[] = []
  for (const style of stylesOf(rewrite)) {
    const naive = naiveCode(rule, rewrite, style)
    const { messages } = treat(rule, naive)
    if (!messages.some(message => message.ruleId === `stable-math/${rule.name}`)) {
      complaints.push(about(naive, `not reported${messages.map(({ message }) => `; instead: ${message}`).join('')}`))
      continue
    }
    if (!rewrite.result) continue
    const code = improved(rule, rewrite, naive)
    if (code === undefined) {
      complaints.push(about(naive, `not fixed: ${messages.map(({ message }) => message).join(' ')}`))
      continue
    }
    const complaint = comparedAtRuntime(rule, rewrite, naive, code)
    if (complaint) complaints.push(about(naive, `${complaint} with\n${code}from`))
  }
  return complaints.slice(0, complaintsShown)
}

function comparedAtRuntime(rule: Rule, rewrite: RuleRewrite, naive: Naive, code: string): string | undefined {
  try {
    const before = run(naive.code)
    const after = run(code)
    for (const sampled of rewrite.kind === 'fix' ? ordinarySamples(rule, rewrite, ordinaryPoints) : []) {
      const environment = withFixedLists(sampled, naive)
      const [old, now] = [before, after].map(f => f(...naive.argumentsAt(environment)))
      if (!allClose(old!, now!, ordinaryTolerance, everyday)) return `${old} became ${now} at ${show(environment)}`
    }
    const truth = [exact(rewrite.result!, rewrite.hazard) ?? []].flat().map(toDouble)
    const now = after(...naive.argumentsAt(rewrite.hazard))
    return allClose(now, truth, hazardTolerance)
      ? undefined
      : `${now} where ${truth} is exact, at ${show(rewrite.hazard)}`
  } catch (error) {
    return `it threw ${String(error)}`
  }
}

/** The code has one parameter for each entry of a list, as many as at the hazard. */
const withFixedLists = (environment: Environment, { variables }: Naive): Environment =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      variables.some(variable => variable.name === name && variable.kind === 'list')
        ? (value as readonly number[]).slice(0, 1)
        : value,
    ]),
  )

// Fixed points

/** TypeScript modules that the fixes have made, for one program that checks them all. */
export function fixedModules(rule: Rule, rewrite: RuleRewrite): string[] {
  return stylesOf(rewrite)
    .filter(({ language }) => language === 'ts')
    .flatMap(style => improved(rule, rewrite, naiveCode(rule, rewrite, style)) ?? [])
}

const comment = /\/\/.*|\/\*[^]*?\*\//g

/** After one run of the fixes there is nothing left to fix, a second changes nothing, and every comment is still there. */
export const fixedPoint: Law = (rule, rewrite) => {
  const complaints: string[] = []
  for (const style of stylesOf(rewrite)) {
    const naive = naiveCode(rule, rewrite, style)
    const code = improved(rule, rewrite, naive)
    if (code === undefined) continue
    const again = linter.verifyAndFix(code, configOf(rule, style.language), { filename: `code.${style.language}` })
    const broken = again.messages.find(({ fatal }) => fatal)
    if (broken) complaints.push(about(naive, `${broken.message} in\n${code}from`))
    if (rewrite.kind === 'fix' && (again.fixed || again.messages.some(({ fix }) => fix)))
      complaints.push(about(naive, `a second run makes of it\n${again.output}of the first one's\n${code}from`))
    const comments = [naive.code, code].map(text => text.match(comment)?.length)
    if (comments[0] !== comments[1])
      complaints.push(about(naive, `${comments[0]} comments became ${comments[1]} in\n${code}from`))
  }
  return complaints.slice(0, complaintsShown)
}

/** What TypeScript says of modules that import the runtime, dead variables included. */
export function typeErrors(modules: readonly string[]): string[] {
  const root = new URL('../../', import.meta.url).pathname
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    noUnusedLocals: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    allowImportingTsExtensions: true,
    paths: { 'eslint-plugin-stable-math/runtime': [`${root}src/runtime/index.ts`] },
  }
  const host = ts.createCompilerHost(options)
  const sources = new Map(modules.map((code, at) => [`${root}tests/laws/fixed-${at}.ts`, code]))
  sources.set(`${root}tests/laws/mathematics.ts`, agreedTypes)
  const { getSourceFile, fileExists, readFile } = host
  host.getSourceFile = (name, ...rest) =>
    sources.has(name)
      ? ts.createSourceFile(name, sources.get(name)!, ts.ScriptTarget.ES2022)
      : getSourceFile(name, ...rest)
  host.fileExists = name => sources.has(name) || fileExists(name)
  host.readFile = name => sources.get(name) ?? readFile(name)
  return (
    ts
      .getPreEmitDiagnostics(ts.createProgram([...sources.keys()], options, host))
      .filter(({ file }) => !file || sources.has(file.fileName))
      .map(({ file, messageText }) => ({
        message: ts.flattenDiagnosticMessageText(messageText, '\n'),
        code: sources.get(file?.fileName ?? '') ?? '',
      }))
      // Helpers and imports at the top of a module may stay; a fix takes away the parts of a formula that it made dead.
      .filter(({ message }) => !/is declared but/.test(message) || /'part\d+'/.test(message))
      .map(({ message, code }) => `${message}\n${code}`)
  )
}

// Quiet

type Negative = (names: readonly string[], vector: boolean) => Partial<Spelling> & { values?: Record<string, string> }

const number = (name: string): Parameter => ({ name, type: 'number' })
const replaced = (names: readonly string[], value: string, ...parameters: Parameter[]): ReturnType<Negative> => ({
  values: Object.fromEntries(names.map(name => [name, value])),
  parameters,
})
const mapped = ([name]: readonly string[], body: string, ...setup: string[]): ReturnType<Negative> => ({
  setup: [...setup, `const moved = ${name}.map(v => ${body})`],
  values: { [name!]: 'moved', 'count of': 'moved' },
})

/** For each condition, something in the place of its variables for which it does not hold. */
const negatives: Readonly<Record<string, Negative>> = {
  small: names => replaced(names, 'entries.length', { name: 'entries', type: 'number[]' }),
  close: ([a, b]) => replaced([b!], `${a} + 1`),
  large: names => replaced(names, 'Math.sin(angle)', number('angle')),
  deep: names => replaced(names, 'Math.sin(angle) - 1', number('angle')),
  unbounded: (names, vector) =>
    vector ? mapped(names, '-Math.abs(v)') : replaced(names, '-Math.abs(distance)', number('distance')),
  vanishing: (names, vector) =>
    vector ? mapped(names, '1 + v * v') : replaced(names, '1 + angle * angle', number('angle')),
  'not constant': names => replaced(names, '3'),
  negative: names => replaced(names, 'Math.abs(volume)', number('volume')),
  'not negative': names => replaced(names, '-3'),
  'not opposite': ([a, b]) => replaced([b!], `-${a}`),
  'not exponential': ([name]) => replaced([name!], `Math.exp(${name})`),
  wide: (names, vector) =>
    vector ? mapped(names, 'Math.sin(v)') : replaced(names, 'Math.sin(angle)', number('angle')),
  'not shifted': names => mapped(names, 'v - most', `const most = Math.max(...${names[0]})`),
  'not counted': ([name]) => ({
    setup: [`const counted = ${name}.map((_, k) => k + 1)`],
    values: { [name!]: 'counted', 'count of': 'counted' },
  }),
  'not centered': names => ({
    setup: names.flatMap((name, i) => [
      `const middle${i} = ${name}.reduce((a, b) => a + b, 0) / ${name}.length`,
      `const moved${i} = ${name}.map(v => v - middle${i})`,
    ]),
    values: { ...Object.fromEntries(names.map((name, i) => [name, `moved${i}`])), 'count of': 'moved0' },
  }),
  tiny: names => replaced(names, '0.5'),
  nearlyOne: names => replaced(names, '115'),
  // The same formula of plain numbers.
  tensor: () => ({}),
  differentiated: () => ({}),
  constant: names => replaced(names, 'offset', number('offset')),
  'not turns': names => replaced(names, 'Math.PI * phase', number('phase')),
  apart: ([a, b]) => ({
    values: { [a!]: '(offset + 1)', [b!]: '(offset + 2)' },
    parameters: [number('offset')],
  }),
  hedged: names => replaced(names, 'tf.div(width, height)', number('width'), number('height')),
  complements: ([, r]) => replaced([r!], 'tf.sub(1, other)', number('other')),
  atHand: names => replaced(names, 'width * height', number('width'), number('height')),
  positive: names => replaced(names, '-Math.abs(distance)', number('distance')),
  dotProduct: names => replaced(names, 'scale', number('scale')),
  probable: names => ({
    setup: [`const moved = ${names[0]}.map(v => 1 - v)`],
    values: { [names[0]!]: 'moved', 'count of': 'moved' },
  }),
  fractional: (names, vector) =>
    vector ? mapped(names, 'Math.floor(v)') : replaced(names, 'Math.floor(size)', number('size')),
  given: (names, vector) =>
    vector ? mapped(names, 'Math.sinh(v)') : replaced(names, 'Math.sinh(angle)', number('angle')),
  squares: names => replaced(names, 'scale', number('scale')),
  squaredMean: names => replaced(names, 'scale', number('scale')),
  pastGamma: names => replaced(names, '2 + Math.sin(angle)', number('angle')),
  'not decay': names => replaced(names, 'beta', number('beta')),
  average: names => replaced(names, 'offset', number('offset')),
  varianceLike: names => replaced(names, 'scale', number('scale')),
}

/** A variable that can take another's place in the pattern: the condition must fail for both. */
function interchangeable(rule: Rule, rewrite: RuleRewrite, name: string): string[] {
  const [environment] = ordinarySamples(rule, rewrite, 1)
  const scalars = variablesOf(rule, rewrite).filter(({ kind }) => kind === 'scalar')
  if (!scalars.some(scalar => scalar.name === name) || scalars.length < variablesOf(rule, rewrite).length) return [name]
  const value = evaluate(rewrite.pattern, environment!)
  return scalars
    .filter(
      other =>
        evaluate(rewrite.pattern, {
          ...environment,
          [name]: environment![other.name]!,
          [other.name]: environment![name]!,
        }) === value || other.name === name,
    )
    .map(other => other.name)
}

const symbolsOf = (f: Formula): string[] => (f.op === 'symbol' ? [f.name!] : f.args.flatMap(symbolsOf))

/** Where one condition of a rewrite does not hold, its rule says nothing. */
export const quiet: Law = (rule, rewrite) => {
  const complaints: string[] = []
  for (const { predicate, args, negated } of rewrite.conditions) {
    const key = `${negated ? 'not ' : ''}${predicate}`
    const negative = negatives[key]
    if (!negative) {
      complaints.push(`no negative example for ${key}`)
      continue
    }
    const variables = variablesOf(rule, rewrite).filter(({ sample }) => sample !== 'index')
    const spoken = args.flatMap(arg => symbolsOf(arg))
    const names = spoken.filter(name => variables.some(variable => variable.name === name))
    const isVector = variables.some(({ name, kind }) => names.includes(name) && kind === 'vector')
    const all = names.length === 1 ? interchangeable(rule, rewrite, names[0]!) : names
    const broken = negative(all, isVector)
    const [counted] = variables.filter(({ kind }) => kind === 'vector')
    // What is counted stays where another vector is moved.
    if (broken.values && counted && !names.includes(counted.name)) delete broken.values['count of']
    for (const style of tensorPredicates.has(predicate) ? styles : stylesOf(rewrite)) {
      const naive = naiveCode(rule, rewrite, style, broken)
      const said = treat(rule, naive).messages.find(
        ({ ruleId, fatal }) => fatal || ruleId === `stable-math/${rule.name}`,
      )
      if (said) complaints.push(about(naive, `not ${key}, but: ${said.message}`))
    }
  }
  return complaints.slice(0, complaintsShown)
}
