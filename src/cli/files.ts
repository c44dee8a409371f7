/** From the paths on the command line to the files to lint: what git ignores and what was built is left out. */
import { readdirSync, statSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import { globSync, isDynamicPattern } from 'tinyglobby'
import { CannotRun, reason } from './failure.ts'
import { Gitignores } from './gitignores.ts'

export interface Found {
  readonly path: string
  /** Named by the user himself, and therefore linted whatever it is. */
  readonly named: boolean
}

export const extensions = ['js', 'jsx', 'mjs', 'cjs', 'ts', 'tsx', 'mts', 'cts']

const isSource = (path: string): boolean => extensions.includes(extname(path).slice(1))
const skipped = /^(?:node_modules|dist|\..+)$/
/** Generated text, and declarations, which compute nothing. */
const uninteresting = /[.-]min\.[cm]?js$|\.d\.[cm]?ts$/

export function filesAt(paths: readonly string[], cwd: string, complain: (sentence: string) => void): Found[] {
  const found = new Map<string, Found>()
  for (const path of paths) {
    const before = found.size
    let again = false
    for (const file of filesOf(path, cwd, complain)) {
      again ||= found.has(file.path)
      found.set(file.path, file)
    }
    if (found.size === before && !again)
      throw new CannotRun(`There is no JavaScript or TypeScript file to lint in "${path}".`)
  }
  return [...found.values()]
}

function* filesOf(path: string, cwd: string, complain: (sentence: string) => void): Generator<Found> {
  const absolute = resolve(cwd, path)
  const stats = statSync(absolute, { throwIfNoEntry: false })
  if (stats?.isDirectory()) {
    for (const file of walk(absolute, new Gitignores(absolute), complain)) yield { path: file, named: false }
  } else if (stats) {
    if (!isSource(absolute))
      throw new CannotRun(
        `"${path}" is not a JavaScript or TypeScript file: the extensions are ${extensions.map(extension => `.${extension}`).join(' ')}.`,
      )
    yield { path: absolute, named: true }
  } else if (isDynamicPattern(path)) {
    const ignored = new Gitignores(cwd)
    for (const file of globSync(path, { cwd, absolute: true, ignore: ['**/node_modules/**', '**/dist/**'] }).sort())
      if (isSource(file) && !uninteresting.test(file) && !ignored.has(file, false))
        yield { path: resolve(file), named: false }
  } else throw new CannotRun(`There is no file or directory "${path}".`)
}

function* walk(directory: string, ignored: Gitignores, complain: (sentence: string) => void): Generator<string> {
  for (const entry of entriesOf(directory, complain)) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) {
      if (!skipped.test(basename(path)) && !ignored.has(path, true)) yield* walk(path, ignored, complain)
    } else if (entry.isFile() && isSource(path) && !uninteresting.test(path) && !ignored.has(path, false)) yield path
  }
}

function entriesOf(directory: string, complain: (sentence: string) => void) {
  try {
    return readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    complain(`Cannot read "${directory}": ${reason(error)}.`)
    return []
  }
}

/** Text that a tool has squeezed: nobody would fix it, and its source is elsewhere. */
export const isMinified = (text: string): boolean =>
  text.length > 5000 && text.length / (text.split('\n').length + 1) > 250
