/** What git would ignore: each `.gitignore` speaks for its own directory, and the nearest one that speaks decides. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'

export class Gitignores {
  readonly #files = new Map<string, Ignore | undefined>()
  /** Above this directory nobody is asked. */
  #top: string | undefined

  /** A directory that was asked for by name is linted although it is ignored; what it ignores itself is not. */
  constructor(start: string) {
    if (this.has(start, true)) this.#top = start
  }

  has(path: string, isDirectory: boolean): boolean {
    for (let directory = dirname(path); ; directory = dirname(directory)) {
      const name = relative(directory, path).split(sep).join('/') + (isDirectory ? '/' : '')
      // A file system's root has no name below itself.
      const answer = name === '/' ? undefined : this.#fileIn(directory)?.test(name)
      if (answer?.ignored) return true
      if (
        answer?.unignored ||
        directory === this.#top ||
        directory === dirname(directory) ||
        existsSync(join(directory, '.git'))
      )
        return false
    }
  }

  #fileIn(directory: string): Ignore | undefined {
    if (!this.#files.has(directory)) this.#files.set(directory, read(join(directory, '.gitignore')))
    return this.#files.get(directory)
  }
}

function read(file: string): Ignore | undefined {
  try {
    return ignore().add(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
