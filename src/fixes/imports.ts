/**
 * How the fixed code reaches an atomic: `stable.log1p` through a namespace, `log1p` by name, or `Math.log1p`. A binding
 * that is there is reused; a new one gets a free name and a place below directives, hashbang and file comments.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import { builtinFunctions } from '../dialects/runtime.ts'
import type { Operator } from '../formula/formula.ts'
import type { Reading } from '../reading/index.ts'
import { descendants, staticName, type Node } from '../reading/syntax.ts'
import type { Settings } from './settings.ts'
import { continuesLine } from './text.ts'

export interface Insertion {
  readonly at: number
  readonly text: string
}

/** The names by which one fix calls the runtime, and what has to be inserted for them. */
export class Imports {
  readonly #reading: Reading
  readonly #settings: Settings
  readonly #site: Node
  readonly #missing = new Map<string, string>()
  readonly #given = new Set<string>()
  #namespace: string | undefined
  #newNamespace: string | undefined

  constructor(reading: Reading, settings: Settings, site: Node) {
    this.#reading = reading
    this.#settings = settings
    this.#site = site
  }

  /** What to write before the parenthesis of a call. */
  callee(operator: Operator): string {
    if (this.#settings.builtins && builtinFunctions.has(operator) && this.seesMath() && !this.makesUpFor(operator))
      return `Math.${operator}`
    if (this.#settings.imports === 'named') return this.#named(operator)
    this.#namespace ??= this.#existing(binding => binding.name === '*')?.local
    if (this.#namespace === undefined) this.#namespace = this.#newNamespace = this.free('stable')
    return `${this.#namespace}.${operator}`
  }

  /** Whether the site is where a missing `Math.name` is made up for: it must not call what it stands in for. */
  makesUpFor(name: string): boolean {
    const { sourceCode } = this.#reading
    const mentions = (node: Node | null | undefined): boolean =>
      node != null && new RegExp(`\\bMath(\\.|\\[.)${name}\\b`).test(sourceCode.text.slice(...node.range))
    for (let at: Node | undefined = this.#site; at; at = at.parent) {
      const { parent } = at
      const condition =
        parent?.type === 'LogicalExpression' && parent.right === at
          ? parent.left
          : (parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression') && parent.test !== at
            ? parent.test
            : parent?.type === 'AssignmentExpression' && parent.right === at
              ? parent.left
              : undefined
      if (mentions(condition)) return true
      if (staticNameOf(at) === name && extendsMath.test(sourceCode.text)) return true
    }
    return false
  }

  seesMath(): boolean {
    return this.#reading.resolver.lookUp('Math', this.#site) === undefined
  }

  #named(operator: string): string {
    const there = this.#missing.get(operator) ?? this.#existing(binding => binding.name === operator)?.local
    if (there !== undefined) return there
    const local = this.free(operator)
    this.#missing.set(operator, local)
    return local
  }

  /** A binding of the runtime that the site sees. */
  #existing(wanted: (binding: RuntimeBinding) => boolean): RuntimeBinding | undefined {
    const { resolver } = this.#reading
    return (fileOf(this.#reading).bindings ??= bindingsOf(this.#reading, this.#settings.runtime)).find(binding => {
      const seen = wanted(binding) ? resolver.lookUp(binding.local, this.#site) : undefined
      return seen !== undefined && seen.identifiers.some(identifier => identifier.range[0] === binding.at)
    })
  }

  /** The name itself, or the next one that nothing in the file has. */
  free(name: string): string {
    const { taken } = fileOf(this.#reading)
    let candidate = name
    for (let i = 2; taken.has(candidate) || this.#given.has(candidate); i++) candidate = `${name}${i}`
    this.#given.add(candidate)
    return candidate
  }

  /** What a person must know before the import is written. */
  get caution(): string | undefined {
    const isNeeded = this.#newNamespace !== undefined || this.#missing.size > 0
    return isNeeded && fileOf(this.#reading).runsAnywhere
      ? 'calls `require`, and this file asks whether there are modules'
      : undefined
  }

  /**
   * The insertion that the callees need. ESLint makes ten passes and every fix that imports takes one, so when more
   * names are missing in a file than that, `also` brings them at once.
   */
  insertion(also: ReadonlySet<string> = new Set()): Insertion | undefined {
    if (this.#settings.imports === 'named') {
      if (this.#missing.size === 0) return undefined
      for (const name of also) this.#named(name)
      return this.#insertNamed([...this.#missing].map(([name, local]) => ({ name, local })))
    }
    if (this.#newNamespace === undefined) return undefined
    const { quote, end, isCommonJS } = fileOf(this.#reading)
    const source = `${quote}${this.#settings.runtime}${quote}`
    return placed(
      this.#reading,
      isCommonJS
        ? `const ${this.#newNamespace} = require(${source})${end}`
        : `import * as ${this.#newNamespace} from ${source}${end}`,
    )
  }

  #insertNamed(names: readonly { name: string; local: string }[]): Insertion {
    const { quote, end, isCommonJS, runtimeImport } = fileOf(this.#reading)
    const source = `${quote}${this.#settings.runtime}${quote}`
    if (isCommonJS) {
      const list = names.map(({ name, local }) => (name === local ? name : `${name}: ${local}`)).join(', ')
      return placed(this.#reading, `const { ${list} } = require(${source})${end}`)
    }
    const list = names.map(({ name, local }) => (name === local ? name : `${name} as ${local}`)).join(', ')
    const last = runtimeImport?.specifiers.at(-1)
    return last
      ? { at: last.range[1], text: `, ${list}` }
      : placed(this.#reading, `import { ${list} } from ${source}${end}`)
  }
}

/** `Object.defineProperties(Math, …)`, `define({ target: 'Math' }, …)`. */
const extendsMath = /\b(?:assign|extend|define\w*)\s*\(\s*Math\b|\btarget\s*:\s*['"`]Math\b/

/** The name under which a function is defined: `function tanh(x) {}`, `{ tanh: x => … }`. */
function staticNameOf(node: Node): string | undefined {
  if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression') return node.id?.name
  return node.type === 'Property' ? staticName(node.key, node.computed) : undefined
}

interface RuntimeBinding {
  /** `*` for the whole module. */
  readonly name: string
  readonly local: string
  readonly at: number
}

/** What is the same for all fixes of a file. */
interface File {
  readonly quote: string
  readonly end: string
  readonly isCommonJS: boolean
  /** It calls `require` for nothing else, and runs without: in a browser, or in a host of its own. */
  readonly runsAnywhere: boolean
  /** All names that are declared or used anywhere. */
  readonly taken: ReadonlySet<string>
  /** Where an import goes, and whether what stands there would go on with the line before. */
  readonly place: Place
  /** The import of the runtime's functions by their names that is there. */
  readonly runtimeImport: TSESTree.ImportDeclaration | undefined
  bindings: readonly RuntimeBinding[] | undefined
}

const files = new WeakMap<Reading, File>()

function fileOf(reading: Reading): File {
  let file = files.get(reading)
  if (!file) {
    const taken = new Set<string>()
    for (const scope of reading.sourceCode.scopeManager!.scopes) {
      for (const name of scope.set.keys()) taken.add(name)
      for (const reference of scope.references) taken.add(reference.identifier.name as string)
    }
    const usesRequire = isCommonJS(reading)
    file = {
      ...styleOf(reading),
      isCommonJS: usesRequire,
      runsAnywhere: usesRequire && runsAnywhere(reading.sourceCode),
      taken,
      place: placeOf(reading.sourceCode),
      runtimeImport: runtimeImportOf(reading),
      bindings: undefined,
    }
    files.set(reading, file)
  }
  return file
}

const runtimeImportOf = ({ sourceCode, runtime }: Reading): TSESTree.ImportDeclaration | undefined =>
  topLevel(sourceCode).find(
    (statement): statement is TSESTree.ImportDeclaration =>
      statement.type === 'ImportDeclaration' &&
      statement.source.value === runtime &&
      statement.importKind !== 'type' &&
      statement.specifiers.some(s => s.type === 'ImportSpecifier'),
  )

function bindingsOf(reading: Reading, runtime: string): RuntimeBinding[] {
  const found: RuntimeBinding[] = []
  for (const statement of topLevel(reading.sourceCode)) {
    if (
      statement.type === 'ImportDeclaration' &&
      statement.source.value === runtime &&
      statement.importKind !== 'type'
    ) {
      for (const specifier of statement.specifiers) {
        const at = specifier.local.range[0]
        if (specifier.type === 'ImportNamespaceSpecifier') found.push({ name: '*', local: specifier.local.name, at })
        else if (
          specifier.type === 'ImportSpecifier' &&
          specifier.importKind !== 'type' &&
          specifier.imported.type === 'Identifier'
        )
          found.push({ name: specifier.imported.name, local: specifier.local.name, at })
      }
    }
    if (statement.type !== 'VariableDeclaration') continue
    for (const { id, init } of statement.declarations) {
      const denoted = init ? reading.resolver.denoted(init) : undefined
      if (denoted?.kind !== 'module' || denoted.source !== runtime || denoted.path.length > 0) continue
      if (id.type === 'Identifier') found.push({ name: '*', local: id.name, at: id.range[0] })
      else if (id.type === 'ObjectPattern')
        for (const property of id.properties)
          if (
            property.type === 'Property' &&
            property.key.type === 'Identifier' &&
            property.value.type === 'Identifier'
          )
            found.push({ name: property.key.name, local: property.value.name, at: property.value.range[0] })
    }
  }
  return found
}

/** Whether a file without `import` and `export` uses `require`. */
function isCommonJS({ sourceCode }: Reading): boolean {
  const body = topLevel(sourceCode)
  if (body.some(statement => /^(Import|Export|TSExport|TSImport)/.test(statement.type))) return false
  if (sourceCode.ast.sourceType !== 'module') return true
  return (
    /\brequire\s*\(|\bmodule\s*(?:\.\s*exports\b|\[\s*['"]exports)|\bexports\.\w/.test(sourceCode.text) &&
    mentionsCommonJS(sourceCode)
  )
}

/** Whether a file looks for modules before it uses them, as what is made for Node and for browsers does. */
function runsAnywhere(sourceCode: Reading['sourceCode']): boolean {
  const requires = (statement: Node): boolean =>
    statement.type === 'VariableDeclaration' &&
    statement.declarations.some(({ init }) => init && /^require\s*\(/.test(sourceCode.getText(init as never)))
  return (
    /\btypeof\s*\(?\s*(?:module|exports|define|require)\b/.test(sourceCode.text) && !topLevel(sourceCode).some(requires)
  )
}

function mentionsCommonJS(sourceCode: Reading['sourceCode']): boolean {
  for (const node of descendants(sourceCode.ast as Node, sourceCode.visitorKeys))
    if (node.type === 'Identifier' && (node.name === 'require' || node.name === 'module' || node.name === 'exports'))
      return true
  return false
}

/** Quotes and semicolons as the file has them. */
function styleOf({ sourceCode }: Reading): { quote: string; end: string } {
  const strings = sourceCode.ast.tokens.filter(token => token.type === 'String')
  const double = strings.filter(token => token.value.startsWith('"')).length
  const statements = topLevel(sourceCode).filter(statement =>
    /^(Import|VariableDeclaration|ExpressionStatement|ExportAll)/.test(statement.type),
  )
  const ended = statements.filter(statement => sourceCode.text[statement.range[1] - 1] === ';').length
  // Of a file that is one function: not the semicolons in the head of a loop.
  const inside = /;[ \t]*(\r?\n|$)/.test(sourceCode.text)
  return {
    quote: double * 2 > strings.length ? '"' : "'",
    end: statements.length > 0 ? (ended * 2 >= statements.length ? ';' : '') : inside ? ';' : '',
  }
}

const fileComment = /@ts-|eslint|@license|@preserve|copyright|@file|@module|@jest|@flow|istanbul|prettier|^!/i

/** After the imports; else below directives and the comments that speak of the file. */
function placed(reading: Reading, wanted: string): Insertion {
  const { at, before, after, continues } = fileOf(reading).place
  return { at, text: `${before}${continues && !wanted.endsWith(';') ? `${wanted};` : wanted}${after}` }
}

interface Place {
  readonly at: number
  readonly before: string
  readonly after: string
  readonly continues: boolean
}

function placeOf(sourceCode: Reading['sourceCode']): Place {
  const place = gapOf(sourceCode)
  return { ...place, continues: continuesLine(sourceCode.text.slice(place.at).trimStart()) }
}

/** The end of the line, behind its comments; what else stands there goes on a line of its own. */
function below(end: number, indent: string, lineEnd: string, text: string): Omit<Place, 'continues'> {
  const at = end + /^(?:[ \t]*(?:\/\/.*|\/\*[^\n]*?\*\/))*/.exec(text.slice(end))![0].length
  const isFollowed = /^[ \t]*[^\s]/.test(text.slice(at))
  return { at, before: lineEnd + indent, after: isFollowed ? lineEnd + indent : '' }
}

function gapOf(sourceCode: Reading['sourceCode']): Omit<Place, 'continues'> {
  const { text } = sourceCode
  const body = topLevel(sourceCode)
  const lineEnd = sourceCode.text.includes('\r\n') ? '\r\n' : '\n'
  const script = scriptOf(sourceCode)
  if (script && body.length === 0) return { at: script.startTag.range[1], before: `${lineEnd}  `, after: '' }
  // A component without a script gets one.
  if (isComponent(sourceCode) && !script)
    return { at: 0, before: `<script>${lineEnd}  `, after: `${lineEnd}</script>${lineEnd}${lineEnd}` }
  const firstOther = body.findIndex(statement => statement.type !== 'ImportDeclaration' && !isDirective(statement))
  const before = firstOther < 0 ? body.at(-1) : body[firstOther - 1]
  if (before) return below(before.range[1], indentation(before.range[0], sourceCode), lineEnd, text)
  const [first] = body
  const comments = first ? sourceCode.getCommentsBefore(first as never) : []
  let at = 0
  for (const comment of comments) {
    const followedByBlankLine = /^[ \t]*\r?\n[ \t]*\r?\n/.test(text.slice(comment.range[1]))
    if ((comment.type as string) === 'Shebang' || fileComment.test(comment.value) || followedByBlankLine)
      at = comment.range[1]
  }
  // In a component the program does not begin where the file does.
  const firstCode = comments[0]?.range[0] ?? first?.range[0] ?? 0
  const indent = indentation(firstCode, sourceCode)
  return at > 0 ? below(at, indent, lineEnd, text) : { at: firstCode, before: '', after: lineEnd + indent }
}

const indentation = (at: number, { text }: Reading['sourceCode']): string =>
  /(?:^|\n)([ \t]*)$/.exec(text.slice(0, at))?.[1] ?? ''

const isDirective = (statement: Node): boolean =>
  statement.type === 'ExpressionStatement' && statement.directive !== undefined

/** As svelte-eslint-parser has it: a component's scripts are elements beside its markup. */
interface Script {
  readonly type: string
  readonly body: readonly Node[]
  readonly startTag: {
    readonly range: readonly [number, number]
    readonly attributes: readonly { readonly key?: { readonly name: string } }[]
  }
}

const isComponent = ({ ast }: Reading['sourceCode']): boolean =>
  ast.body.some(node => (node.type as string).startsWith('Svelte'))

/** Of a component, the script whose names are seen everywhere. */
function scriptOf(sourceCode: Reading['sourceCode']): Script | undefined {
  const scripts = (sourceCode.ast.body as unknown as readonly Script[]).filter(
    ({ type }) => type === 'SvelteScriptElement',
  )
  const isShared = ({ startTag }: Script): boolean =>
    startTag.attributes.some(({ key }) => key?.name === 'context' || key?.name === 'module')
  return scripts.find(isShared) ?? scripts[0]
}

/** The statements among which imports stand. */
const topLevel = (sourceCode: Reading['sourceCode']): readonly Node[] =>
  isComponent(sourceCode) ? (scriptOf(sourceCode)?.body ?? []) : (sourceCode.ast.body as readonly Node[])
