/**
 * How fixed code reaches a function of the tensor library that the file uses: through a name for the library that the
 * site sees, through an import of the function itself, or by adding it to such an import.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import type { Dialect } from '../dialects/tensors.ts'
import type { Reading } from '../reading/index.ts'
import { libraryOf, type OfLibrary } from '../reading/libraries.ts'
import type { Denoted } from '../reading/resolve.ts'
import type { Node } from '../reading/syntax.ts'
import { Unfixable } from './finding.ts'
import type { Imports } from './imports.ts'

export class Reach {
  readonly #reading: Reading
  readonly #dialect: Dialect
  readonly #site: Node
  readonly #imports: Imports
  readonly #added = new Map<string, { readonly at: number; readonly text: string; readonly local: string }>()

  constructor(reading: Reading, dialect: Dialect, site: Node, imports: Imports) {
    this.#reading = reading
    this.#dialect = dialect
    this.#site = site
    this.#imports = imports
  }

  /** What to write before the parenthesis, for the path of a function below the library's root. */
  callee(path: string): string {
    const names = path.split('.')
    return this.#added.get(path)?.local ?? this.#there(names) ?? this.#imported(path, names)
  }

  /** Additions to imports that the callees need. */
  get insertions(): readonly { readonly at: number; readonly text: string }[] {
    return [...this.#added.values()]
  }

  #there(names: readonly string[]): string | undefined {
    let best: readonly string[] | undefined
    for (const { name, path } of this.#bindings())
      if (path.every((part, at) => part === names[at])) {
        const text = [...name.split('.'), ...names.slice(path.length)]
        if (!best || text.length < best.length) best = text
      }
    return best?.join('.')
  }

  /** Names that the site sees, and what they are of the library. */
  *#bindings(): Generator<{ readonly name: string; readonly path: readonly string[] }> {
    const { resolver, sourceCode } = this.#reading
    const { scopes } = sourceCode.scopeManager!
    for (const { set } of scopes)
      for (const [name, variable] of set) {
        const denoted = variable.defs.length > 0 ? resolver.denotedBy(variable) : undefined
        if (!denoted || resolver.lookUp(name, this.#site) !== variable) continue
        for (const root of ['', ...Object.values(this.#dialect.packages)]) {
          // The library may be a part of what the name stands for: `tensorflow` of danfojs.
          const below = root === '' ? [] : [root]
          const found = this.#found({ ...denoted, path: [...denoted.path, ...below] })
          if (found && found.path.length <= denoted.path.length)
            yield { name: [name, ...below].join('.'), path: found.path }
        }
      }
    for (const name of this.#dialect.globals)
      if (
        !resolver.lookUp(rootOf(name), this.#site) &&
        scopes.some(({ through }) => through.some(({ identifier }) => identifier.name === rootOf(name)))
      )
        yield { name, path: [] }
  }

  #found(denoted: Denoted): OfLibrary | undefined {
    const found = libraryOf(denoted)
    return found?.dialect === this.#dialect ? found : undefined
  }

  /** Beside another function that is imported from the same place. */
  #imported(path: string, names: readonly string[]): string {
    const name = names.at(-1)!
    for (const statement of this.#reading.sourceCode.ast.body) {
      if (statement.type !== 'ImportDeclaration' || statement.importKind === 'type') continue
      const specifiers = statement.specifiers.filter(
        (one): one is TSESTree.ImportSpecifier => one.type === 'ImportSpecifier',
      )
      const last = specifiers.at(-1)
      const beside = libraryOf({ kind: 'module', source: statement.source.value, path: [names[0]!] })
      if (!last || beside?.dialect !== this.#dialect || beside.path.length !== 1) continue
      // Of nn.softmax, what is imported is nn.
      const local = this.#imports.free(names[0]!)
      const text = `, ${names[0] === local ? local : `${names[0]} as ${local}`}`
      const callee = [local, ...names.slice(1)].join('.')
      this.#added.set(path, { at: last.range[1], text, local: callee })
      return callee
    }
    throw new Unfixable(`\`${name}\` of ${this.#dialect.name} has no name here`)
  }
}

/** `dfd` of `dfd.tensorflow`. */
const rootOf = (path: string): string => path.split('.')[0]!
