/** Writes the runtime's source into a project, for teams that want no dependency in the code that they ship. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import plugin from '../index.ts'
import type { VendorCommand } from './arguments.ts'
import { CannotRun, reason } from './failure.ts'
import { plural } from './summary.ts'

/** The package ships its source; the bundle is one directory below the package. */
const source = fileURLToPath(new URL('../src/runtime', import.meta.url))

export function vendor({ directory, force }: VendorCommand): number {
  const target = resolve(directory)
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => ({ path: join(target, name), text: header(directory) + readFileSync(join(source, name), 'utf8') }))
  const differing = files.filter(({ path, text }) => existsSync(path) && readFileSync(path, 'utf8') !== text)
  if (differing.length > 0 && !force)
    throw new CannotRun(
      `${relative('.', differing[0]!.path)}${differing.length > 1 ? ` and ${plural(differing.length - 1, 'other file')}` : ''} would be overwritten: pass --force if that is what you want.`,
    )
  try {
    for (const { path, text } of files) {
      mkdirSync(join(path, '..'), { recursive: true })
      writeFileSync(path, text)
    }
  } catch (error) {
    throw new CannotRun(`Cannot write to "${directory}": ${reason(error)}.`)
  }
  console.log(`Wrote ${plural(files.length, 'file')} to ${directory}. Add this to your ESLint configuration, so that fixes import from there:

  settings: { 'stable-math': { runtime: './${relative('.', target).split(sep).join('/')}/index.ts' } },

TypeScript's compiler wants \`allowImportingTsExtensions\` or \`rewriteRelativeImportExtensions\` for imports of .ts files.`)
  return 0
}

const header = (directory: string): string =>
  `// Vendored from ${plugin.meta.name} ${plugin.meta.version} (MIT). Do not edit: \`npx ${plugin.meta.name} vendor ${directory} --force\` writes it anew.\n`
