/** `vendor DIR`: the runtime's source, as a project's own. */
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { project, root } from './project.ts'

const runtime = readdirSync(join(root, 'src/runtime'), { recursive: true, encoding: 'utf8' }).filter(name =>
  name.endsWith('.ts'),
)

it('writes every file under a header, and says which setting to add', () => {
  const it = project({}, {})
  const { status, stdout, stderr } = it.run('vendor', 'src/numerics')
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toContain("settings: { 'stable-math': { runtime: './src/numerics/index.ts' } }")
  for (const name of runtime) {
    const [header, ...source] = it.read(join('src/numerics', name)).split('\n')
    expect(header).toMatch(
      /^\/\/ Vendored from eslint-plugin-stable-math \d+\.\d+\.\d+ \(MIT\)\. .*`npx eslint-plugin-stable-math vendor src\/numerics --force`/,
    )
    expect(source.join('\n')).toBe(readFileSync(join(root, 'src/runtime', name), 'utf8'))
  }
})

it('overwrites what it has written, but nothing that was changed unless forced', () => {
  const it = project({}, {})
  it.run('vendor', 'numerics')
  expect(it.run('vendor', 'numerics').status).toBe(0)
  appendFileSync(join(it.directory, 'numerics/index.ts'), '// mine\n')
  expect(it.run('vendor', 'numerics')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'numerics/index.ts would be overwritten: pass --force if that is what you want.\n',
  })
  expect(it.read('numerics/index.ts')).toContain('// mine')
  expect(it.run('vendor', 'numerics', '--force').status).toBe(0)
  expect(it.read('numerics/index.ts')).not.toContain('// mine')
})

it('says why it cannot write', () => {
  const it = project({ 'a.js': '' }, {})
  expect(it.run('vendor', 'a.js')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'Cannot write to "a.js": a file is in the way.\n',
  })
  expect(existsSync(join(it.directory, 'a.js'))).toBe(true)
})
