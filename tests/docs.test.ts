/**
 * What the pages say is tested: every example is linted, every promised fix is compared with the fix, and what can be
 * derived from the rules is derived again, so that README, pages, configs and code cannot disagree.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import plugin from '../src/index.ts'
import { Notation, parse } from '../src/formula/notation.ts'
import { evaluate, type Environment } from '../src/rules/evaluate.ts'
import { exact, toDouble } from '../src/oracle/index.ts'
import { readSettings } from '../src/fixes/settings.ts'
import { rules } from '../src/rules/index.ts'
import * as runtime from '../src/runtime/index.ts'
import { oracleOf } from '../tools/accuracy/expressions/oracle.ts'
import { difference, pages } from '../tools/generate.ts'
import { examplesOf, type Example } from './examples.ts'
import { fixAll, lint } from './lint.ts'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

const rulesReported = (code: string): string[] => [
  ...new Set(lint(code).map(({ ruleId, message }) => ruleId ?? message)),
]

function suggestionsFor(code: string, settings: Record<string, unknown>): string[] {
  return lint(code, { settings }).flatMap(({ suggestions = [] }) =>
    suggestions.map(({ fix }) => code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1])),
  )
}

const check: Record<string, (example: Example, rule: string | undefined) => void> = {
  incorrect({ code, next }, rule) {
    expect(rulesReported(code)).toEqual(rule ? [`stable-math/${rule}`] : [expect.stringContaining('stable-math/')])
    if (next === 'fixed' || next === 'suggestion') return
    expect(fixAll(code)).toBe(code)
    expect(suggestionsFor(code, {})).toEqual([])
  },
  correct: ({ code }) => expect(lint(code)).toEqual([]),
  fixed({ code, naive, settings }) {
    expect(fixAll(naive, { settings })).toBe(code)
    expect(lint(code, { settings })).toEqual([])
  },
  suggestion({ code, naive, settings }) {
    expect(suggestionsFor(naive, settings)).toContain(code)
    expect(lint(code, { settings })).toEqual([])
  },
}

const files = [
  ...readdirSync(new URL('../docs/rules', import.meta.url))
    .filter(file => file.endsWith('.md'))
    .map(file => `docs/rules/${file}`),
  'README.md',
]

describe.each(files)('%s', path => {
  const markdown = read(path)
  const rule = rules.find(({ name }) => path === `docs/rules/${name}.md`)?.name
  for (const example of examplesOf(markdown))
    it(`line ${example.line}: ${example.kind}`, () => check[example.kind]!(example, rule))

  it('has no example that the tests do not know', () => {
    const marked = [...markdown.matchAll(/^```js +\S.*$/gm)].length
    expect(examplesOf(markdown)).toHaveLength(marked)
  })
  it('links to pages that exist', () => {
    const links = [...markdown.matchAll(/\]\(([^)#:]+\.md)/g)].map(
      ([, link]) => new URL(link!, new URL(`../${path}`, import.meta.url)),
    )
    for (const link of links) expect(() => readFileSync(link)).not.toThrow()
  })
})

describe.each(rules)('the page of $name', ({ name, lines }) => {
  const markdown = read(`docs/rules/${name}.md`)
  const kinds = examplesOf(markdown).map(({ kind }) => kind)

  it('says what a reader wants to know', () => {
    const headings = [...markdown.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)
    expect(headings).toEqual([
      'What goes wrong',
      'What is reported',
      'What is seen through',
      'Fix safety',
      'When not to use it',
      'Further reading',
    ])
    const [empty] = /^## .*\n+(?=## |$(?![\s\S]))/m.exec(markdown) ?? []
    expect(empty).toBeUndefined()
  })
  it('has examples of everything that the rule does', () => {
    expect(kinds).toContain('incorrect')
    expect(kinds).toContain('correct')
    for (const [kind, example] of [
      ['fix', 'fixed'],
      ['suggestion', 'suggestion'],
    ] as const)
      if (lines.some(line => line.kind === kind)) expect(kinds).toContain(example)
  })
})

/** A table that was written by hand: its head and its rows, without those of generated parts. */
function tablesOf(markdown: string): (readonly [head: readonly string[], rows: readonly (readonly string[])[]])[] {
  const written = markdown.replace(/^<!-- generated [\s\S]*?<!-- end .*?-->/gm, '')
  return [...written.matchAll(/^(\|.*\n)\| ---.*\n((?:\|.*\n)+)/gm)].map(([, head, rows]) => {
    const cells = (line: string): string[] =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim())
    return [cells(head!), rows!.trim().split('\n').map(cells)]
  })
}

const codeIn = (cell: string): string | undefined => /^`(.*)`$/.exec(cell)?.[1]
const namesIn = (cell: string): string[] | undefined =>
  /^`\w+`(, `\w+`)*$/.test(cell) ? [...cell.matchAll(/\w+/g)].map(([name]) => name) : undefined

type Names = readonly string[]
type Values = readonly number[]

/** What the code returns, with the runtime's functions at hand. */
function returned(code: string, names: Names, values: Values): number {
  const make = new Function(...Object.keys(runtime), `return (${names.join(', ')}) => ${code}`)
  return (make(...Object.values(runtime)) as (...args: Values) => number)(...values)
}

/** What it should return, by MPFR; undefined where that has no such function, or the mathematics no such value. */
function exactly(code: string, names: Names, values: Values): number | undefined {
  try {
    return oracleOf(code).exact(Object.fromEntries(names.map((name, i) => [name, values[i]!])))
  } catch {
    return undefined
  }
}

/** In the digits in which it is printed. */
function expectPrinted(value: number, cell: string): void {
  const digits = cell
    .replace(/e.*/, '')
    .replace(/^-?0*\.?0*/, '')
    .replace('.', '').length
  const rounded = Number.isFinite(value) && digits > 0 && digits < 16 ? Number(value.toPrecision(digits)) : value
  const said = Number(cell)
  if (Math.abs(rounded - said) > 4 * Number.EPSILON * Math.abs(said) || !Number.isFinite(said)) expect(value).toBe(said)
}

/** `x = [1000, 999], k = 0`. */
function environmentIn(cell: string): Environment | undefined {
  const parts = [...cell.matchAll(/(\w+) = (\[[^\]]*\]|[^,]+)(?:, )?/g)]
  return parts.length > 0 && parts.map(([all]) => all).join('') === cell
    ? Object.fromEntries(parts.map(([, name, value]) => [name!, JSON.parse(value!) as number | number[]]))
    : undefined
}

/** What a formula in the notation of the rules is worth, in floating point or exactly, one number after the other. */
function worth(text: string, environment: Environment, isExact: boolean): readonly number[] {
  const formula = new Notation().formula(text)
  return isExact
    ? [exact(formula, environment) ?? []].flat().map(toDouble)
    : [evaluate(formula, environment) as number | number[]].flat()
}

/** A number, or several of them. */
const isOfNumbers = (cell: string): boolean =>
  cell.split(', ').every(number => number === 'NaN' || (number !== '' && !Number.isNaN(Number(number))))

describe('the formulas on the pages', () => {
  let checked = 0
  for (const { name } of rules) {
    for (const [head, rows] of tablesOf(read(`docs/rules/${name}.md`))) {
      for (const [first, ...cells] of rows) {
        const environment = environmentIn(first!)
        const formula = environment ? codeIn(head[1]!) : head[0] === '' ? codeIn(first!) : undefined
        if (formula === undefined || !parse(formula)) continue
        for (const [at, cell] of cells.entries()) {
          if (!isOfNumbers(cell)) continue
          checked++
          it(`${name}: ${formula}, ${first}: ${cell}, ${head[at + 1]}`, () => {
            const numbers = cell.split(', ')
            const values = worth(formula, environment ?? {}, head[at + 1] === 'exact')
            expect(values).toHaveLength(numbers.length)
            for (const [i, number] of numbers.entries()) expectPrinted(values[i]!, number)
          })
        }
      }
    }
  }
  it('are checked', () => expect(checked).toBeGreaterThan(40))
})

describe('the numbers on the pages', () => {
  const pagesWithNumbers = new Set<string>()
  for (const { name } of rules) {
    for (const [head, rows] of tablesOf(read(`docs/rules/${name}.md`))) {
      const names = namesIn(head[0]!)
      for (const [first, ...cells] of rows) {
        const [, codeAt, place] = /^`(.*)` at (.*)$/.exec(first!) ?? []
        const own = codeAt ?? codeIn(first!)
        if (head[0] === '' && own !== undefined && parse(own) && place === undefined) continue
        const variables = names ?? (place === undefined ? [] : ['x'])
        const values = names ? first!.split(', ').map(Number) : place === undefined ? [] : [Number(place)]
        if (names ? values.length !== names.length || values.some(Number.isNaN) : own === undefined) continue
        for (const [at, cell] of cells.entries()) {
          const isExact = /^(exact|should be)$/.test(head[at + 1]!)
          const code = own ?? codeIn(isExact ? head[1]! : head[at + 1]!)
          if (code === undefined || (cell !== 'NaN' && Number.isNaN(Number(cell || 'no number')))) continue
          pagesWithNumbers.add(name)
          it(`${name}: ${code} at ${values.join(', ')}: ${cell}${isExact ? ', exactly' : ''}`, () => {
            const value = isExact ? exactly(code, variables, values) : returned(code, variables, values)
            if (value !== undefined) expectPrinted(value, cell)
          })
        }
      }
    }
  }
  it('are found on most of them', () => expect(pagesWithNumbers.size).toBeGreaterThan(rules.length / 2))
})

describe('generated text', () => {
  it.each(pages())('$path is up to date', page => expect(difference(page)).toBeUndefined())

  it('lists in README exactly the rules of the plugin, and in the configs exactly what it says', () => {
    const rows = [...read('README.md').matchAll(/^\| \[([\w-]+)\]\(docs\/rules\/\1\.md\) \|.*?\| (✅?) \| 🔧?/gmu)].map(
      ([, name, recommended]) => ({ name: name!, recommended: recommended === '✅' }),
    )
    const named = (names: string[]): string[] => names.map(name => `stable-math/${name}`)
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(plugin.rules))
    expect(named(rows.map(({ name }) => name))).toEqual(Object.keys(plugin.configs.strict.rules))
    expect(named(rows.filter(({ recommended }) => recommended).map(({ name }) => name))).toEqual(
      Object.keys(plugin.configs.recommended.rules),
    )
  })
})

describe('README', () => {
  const markdown = read('README.md')
  const section = (title: string): string => markdown.split(/^## /m).find(text => text.startsWith(`${title}\n`))!

  it('shows the message that ESLint prints', () => {
    const [{ line, column, message, ruleId }] = lint(examplesOf(markdown)[0]!.code) as [ReturnType<typeof lint>[number]]
    expect(markdown.replace(/\s+/g, ' ')).toContain(`${line}:${column} error ${message.replace(/\.$/, '')} ${ruleId}`)
  })
  it('documents every setting', () => {
    const documented = [...section('Settings').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
    expect(documented).toEqual(Object.keys(readSettings({})))
  })
  it('names what the runtime exports', () => {
    const rows = section('Runtime')
      .split('Functions of a vector')[0]!
      .match(/^\|.*$/gm)!
    const named = rows.flatMap(row => [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name!))
    expect(named.toSorted()).toEqual(Object.keys(runtime).toSorted())
  })
  it('shows results that the runtime returns', () => {
    const results = [...section('Runtime').matchAll(/^(\w+)\((.*)\) \/\/ (.*)$/gm)]
    expect(results.length).toBeGreaterThan(0)
    const functions = runtime as unknown as Record<string, (...args: unknown[]) => number>
    for (const [, name, args, result] of results)
      expect(functions[name!]!(...(JSON.parse(`[${args}]`) as unknown[]))).toBe(Number(result))
  })
  it('leads to every page, as does the first page of the site', () => {
    const pages = readdirSync(new URL('../docs', import.meta.url)).filter(
      file => file.endsWith('.md') && file !== 'index.md',
    )
    const linked = (text: string, folder: string) => pages.filter(file => text.includes(`](${folder}${file})`))
    expect(linked(markdown, 'docs/')).toEqual(pages)
    const first = read('docs/index.md').replace(/^ +link: \/([\w-]+)$/gm, ']($1.md)')
    expect(linked(first, '')).toEqual(pages)
  })
  it('names scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    for (const [, name] of markdown.matchAll(/npm (?:run )?(demo|test)\b/g)) expect(scripts).toHaveProperty(name!)
  })
})
