/** Brings packages from npm into the temporary directory of the machine, once: a version never changes. */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CannotRun, firstLine } from '../../src/cli/failure.ts'

const run = promisify(execFile)

export const cache = join(tmpdir(), 'stable-math-ecosystem')

export const directoryOf = (spec: string): string => join(cache, 'packages', spec.replace('/', '+'))

/** Tarballs asked for in one go: a process of npm takes longer to start than to load one. */
const batch = 20

export async function download(specs: readonly string[]): Promise<void> {
  const missing = specs.filter(spec => !existsSync(directoryOf(spec)))
  for (let i = 0; i < missing.length; i += batch) await downloadBatch(missing.slice(i, i + batch))
}

async function downloadBatch(specs: readonly string[]): Promise<void> {
  const work = join(cache, `download-${process.pid}`)
  mkdirSync(work, { recursive: true })
  try {
    const { stdout } = await npm(['pack', '--json', '--ignore-scripts', ...specs], work)
    for (const { id, filename } of packed(stdout)) await unpack(work, filename, directoryOf(id))
  } catch (error) {
    throw new CannotRun(`Cannot download ${specs.join(', ')}: ${complaint(error)}. Is there a network?`)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** On Windows npm is a script. */
export const npm = (args: readonly string[], cwd: string): Promise<{ stdout: string }> =>
  run('npm', [...args], { cwd, maxBuffer: 1e8, shell: process.platform === 'win32' })

const packed = (json: string): { id: string; filename: string }[] => JSON.parse(json)

/** Beside its place first: a run that is interrupted leaves no half of a package. */
async function unpack(work: string, tarball: string, target: string): Promise<void> {
  const partial = join(work, 'unpacked')
  mkdirSync(partial)
  await run('tar', ['-xzf', tarball.replace(/^@/, '').replace('/', '-'), '-C', partial, '--strip-components=1'], {
    cwd: work,
  })
  mkdirSync(join(target, '..'), { recursive: true })
  renameSync(partial, target)
}

/** npm says what went wrong on stderr, after its own name. */
export function complaint(error: unknown): string {
  const { stderr } = error as { stderr?: string }
  const lines = stderr?.split('\n').filter(line => /^npm err(or|!)/i.test(line)) ?? []
  const said = lines
    .map(line => line.replace(/^npm err(or|!)\s*/i, ''))
    .find(line => !/^(?:code|errno|syscall) /.test(line))
  return (said ?? firstLine(error)).replace(/\.$/, '')
}
