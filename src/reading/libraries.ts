/** Which tensor library a name belongs to, and by what path below that library's root. */
import { libraries } from '../dialects/libraries.ts'
import type { Dialect } from '../dialects/tensors.ts'
import type { Denoted } from './resolve.ts'

export interface OfLibrary {
  readonly dialect: Dialect
  readonly path: readonly string[]
}

const globals = new Map(libraries.map(dialect => [dialect, dialect.globals.map(name => name.split('.'))]))

export function libraryOf(denoted: Denoted): OfLibrary | undefined {
  const { path } = denoted
  for (const dialect of libraries) {
    if (denoted.kind === 'global') {
      const root = globals.get(dialect)!.find(names => names.every((name, at) => path[at] === name))
      if (root) return { dialect, path: path.slice(root.length) }
      continue
    }
    for (const [name, root] of Object.entries(dialect.packages)) {
      if (!denoted.source.startsWith(name)) continue
      const below = path[0] === 'default' ? path.slice(1) : path
      if (root === '') return { dialect, path: below }
      if (below[0] === root) return { dialect, path: below.slice(1) }
    }
  }
  return undefined
}
