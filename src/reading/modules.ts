/**
 * Helpers in other files of the project: a relative import is followed to the function that it brings, so that it is
 * known by its body. Another file is parsed as the linted one is, by the project's own ESLint, and kept by its path, size
 * and time. Where that cannot be (no file system, no such file, a syntax error), nothing is known of it.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isFunction, memberName, seenThrough, type FunctionNode, type Node } from './syntax.ts'

/** Where the linted file is, and how it is parsed. */
export interface Project {
  readonly filename: string
  readonly cwd: string
  readonly languageOptions: Readonly<Record<string, unknown>>
}

export interface Export {
  readonly file: ParsedFile
  readonly fn: FunctionNode
}

export interface ParsedFile {
  readonly path: string
  readonly sourceCode: TSESLint.SourceCode
}

interface Kept {
  readonly size: number
  readonly time: number
  readonly file: ParsedFile | undefined
}

/** As many files as a project's helpers are spread over; then the oldest goes. */
const mostKept = 300
/** A longer file is data, or a bundle. */
const longestFile = 500_000
const reexportsFollowed = 5

const kept = new Map<string, Kept>()

/** Node's own modules, where there is a Node: the plugin runs in browsers, too. */
const builtin = <T>(name: string): T | undefined =>
  globalThis.process?.getBuiltinModule?.(name as 'fs') as T | undefined

const extensions = ['', '.js', '.ts', '.mjs', '.cjs', '.mts', '.cts', '.jsx', '.tsx']
const folders = ['/index.js', '/index.ts', '/index.mjs', '/index.cjs']

/** The function that a module exports under a name (`default` for the default), as seen from a file. */
export function exported(from: string, source: string, name: string, project: Project, depth = 0): Export | undefined {
  const file = /^\.\.?(\/|$)/.test(source) ? fileOf(from, source, project) : undefined
  if (!file || depth > reexportsFollowed) return undefined
  for (const statement of file.sourceCode.ast.body as readonly Node[]) {
    const found = exportedBy(statement, name, file, project, depth)
    if (found) return found
  }
  return undefined
}

function fileOf(from: string, source: string, project: Project): ParsedFile | undefined {
  const [fs, path] = [builtin<typeof import('node:fs')>('node:fs'), builtin<typeof import('node:path')>('node:path')]
  if (!fs || !path) return undefined
  const base = path.resolve(path.dirname(from), source)
  // `import './math.js'` is how TypeScript imports math.ts.
  const stem = base.replace(/\.([cm]?)jsx?$/, '')
  for (const candidate of [
    ...extensions.map(end => base + end),
    ...folders.map(end => base + end),
    `${stem}.ts`,
    `${stem}.tsx`,
  ]) {
    const stats = sizeAndTime(candidate, fs)
    if (!stats) continue
    if (stats.size > longestFile) return undefined
    const before = kept.get(candidate)
    if (before?.size === stats.size && before.time === stats.mtimeMs) return before.file
    const sourceCode = parsed(fs.readFileSync(candidate, 'utf8'), candidate, project)
    const file = sourceCode && { path: candidate, sourceCode }
    kept.delete(candidate)
    kept.set(candidate, { size: stats.size, time: stats.mtimeMs, file })
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
    return file
  }
  return undefined
}

/** Of a file that is there. */
function sizeAndTime(path: string, fs: typeof import('node:fs')): { size: number; mtimeMs: number } | undefined {
  try {
    const stats = fs.statSync(path)
    return stats.isFile() ? stats : undefined
  } catch {
    return undefined
  }
}

type LinterClass = new (options: { cwd: string; configType: 'flat' }) => TSESLint.Linter
const linters = new Map<string, LinterClass | undefined>()

/** The ESLint that lints the project, or the one that runs. */
function linterOf({ cwd, filename }: Project): LinterClass | undefined {
  if (linters.has(cwd)) return linters.get(cwd)
  const module = builtin<typeof import('node:module')>('node:module')
  let found: LinterClass | undefined
  for (const place of [filename, `${cwd}/package.json`, process.argv[1]]) {
    try {
      found ??= module?.createRequire(place!)('eslint').Linter
    } catch {
      // Not there: the next place may do.
    }
  }
  linters.set(cwd, found)
  return found
}

const isOxlint = (parser: unknown): boolean => (parser as { name?: unknown } | undefined)?.name === 'oxlint'

function parsed(text: string, path: string, project: Project): TSESLint.SourceCode | undefined {
  const Linter = linterOf(project)
  if (!Linter) return undefined
  const root = /^([a-z]:)?[\\/]/i.exec(path)?.[0] ?? '/'
  const linter = new Linter({ cwd: root, configType: 'flat' })
  try {
    const { parser, parserOptions, sourceType, ecmaVersion } = project.languageOptions
    // Types are not needed, and would have to be worked out for the file.
    const {
      project: _,
      projectService: __,
      programs: ___,
      ...options
    } = { ...(parserOptions as object) } as Record<string, unknown>
    // Oxlint's own parser is none that ESLint could use.
    const languageOptions = isOxlint(parser)
      ? { sourceType, parserOptions: { ecmaFeatures: { jsx: true } } }
      : { ...(parser ? { parser } : {}), sourceType, ecmaVersion, parserOptions: options }
    const config = { files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'], languageOptions }
    const messages = linter.verify(text, [{ ignores: ['!**/node_modules/'] }, config] as never, { filename: path })
    return messages.some(message => message.fatal) ? undefined : (linter.getSourceCode() as TSESLint.SourceCode)
  } catch {
    return undefined
  }
}

function exportedBy(
  statement: Node,
  name: string,
  file: ParsedFile,
  project: Project,
  depth: number,
): Export | undefined {
  const local = (node: Node | null | undefined): Export | undefined => {
    const fn = node ? functionOf(node, file) : undefined
    return fn && { file, fn }
  }
  switch (statement.type) {
    case 'ExportDefaultDeclaration':
      return name === 'default' ? local(statement.declaration) : undefined
    case 'ExportAllDeclaration':
      return statement.exported ? undefined : exported(file.path, statement.source.value, name, project, depth + 1)
    case 'ExportNamedDeclaration': {
      const { declaration, specifiers, source } = statement
      if (declaration?.type === 'FunctionDeclaration')
        return declaration.id?.name === name ? local(declaration) : undefined
      if (declaration?.type === 'VariableDeclaration')
        return local(declaration.declarations.find(({ id }) => id.type === 'Identifier' && id.name === name)?.init)
      const specifier = specifiers.find(each => nameOf(each.exported) === name)
      if (!specifier) return undefined
      return source
        ? exported(file.path, source.value, nameOf(specifier.local), project, depth + 1)
        : local(specifier.local)
    }
    case 'ExpressionStatement':
      return statement.expression.type === 'AssignmentExpression'
        ? byAssignment(statement.expression, name, local)
        : undefined
    default:
      return undefined
  }
}

const nameOf = (node: TSESTree.Identifier | TSESTree.StringLiteral): string =>
  node.type === 'Identifier' ? node.name : node.value

/** `module.exports = f`, `module.exports = { f }`, `exports.f = f`. */
function byAssignment(
  { left, right }: TSESTree.AssignmentExpression,
  name: string,
  local: (node: Node | undefined) => Export | undefined,
): Export | undefined {
  if (left.type !== 'MemberExpression') return undefined
  const object = seenThrough(left.object)
  const member = memberName(left)
  const isWhole = object.type === 'Identifier' && object.name === 'module' && member === 'exports'
  if (isWhole && right.type === 'ObjectExpression') {
    const property = right.properties.find(
      each => each.type === 'Property' && each.key.type === 'Identifier' && each.key.name === name,
    )
    return property?.type === 'Property' ? local(property.value) : undefined
  }
  if (isWhole) return name === 'default' ? local(right) : undefined
  const isExports =
    (object.type === 'Identifier' && object.name === 'exports') ||
    (object.type === 'MemberExpression' &&
      object.object.type === 'Identifier' &&
      object.object.name === 'module' &&
      memberName(object) === 'exports')
  return isExports && member === name ? local(right) : undefined
}

/** A function, or the name of one in the file. */
function functionOf(node: Node, { sourceCode }: ParsedFile): FunctionNode | undefined {
  const inner = seenThrough(node)
  if (isFunction(inner)) return inner
  if (inner.type !== 'Identifier') return undefined
  for (const scope of sourceCode.scopeManager!.scopes) {
    const variable =
      scope.type === 'module' || scope.type === 'global' || scope.upper?.type === 'global'
        ? scope.set.get(inner.name)
        : undefined
    const [definition, ...others] = variable?.defs ?? []
    if (!definition || others.length > 0) continue
    if (variable!.references.some(reference => reference.isWrite() && !reference.init)) return undefined
    if (definition.type === 'FunctionName')
      return isFunction(definition.node as Node) ? (definition.node as FunctionNode) : undefined
    const { init } = definition.node as TSESTree.VariableDeclarator
    if (definition.type === 'Variable' && init && isFunction(seenThrough(init)))
      return seenThrough(init) as FunctionNode
  }
  return undefined
}
