/**
 * The package as it is installed: what is in it, that it brings nothing else, and that it works from each module system,
 * under each ESLint, and for the type checker.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const name = 'eslint-plugin-stable-math'
const home = mkdtempSync(join(tmpdir(), 'stable-math-package-'))
const installed = join(home, 'node_modules', name)
afterAll(() => rmSync(home, { recursive: true, force: true }))

const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', home], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  }),
) as { filename: string; size: number; files: { path: string }[] }[]
mkdirSync(installed, { recursive: true })
execFileSync('tar', ['-xzf', packed!.filename, '-C', join('node_modules', name), '--strip-components=1'], { cwd: home })

const link = (as: string, source: string): void => {
  mkdirSync(dirname(join(home, 'node_modules', as)), { recursive: true })
  symlinkSync(join(root, 'node_modules', source), join(home, 'node_modules', as), 'junction')
}
link('eslint', 'eslint')
link('eslint9', 'eslint9')
link('@eslint', '@eslint')
link('@types', '@types')

/** What a program prints that runs beside the installed package. */
function printed(file: string, text: string): unknown {
  writeFileSync(join(home, file), text)
  return JSON.parse(execFileSync(process.execPath, [file], { cwd: home, encoding: 'utf8' }))
}

describe('what is packed', () => {
  const files = packed!.files.map(({ path }) => path)

  it('has all that package.json speaks of', () => {
    const { bin, main, module, types, exports } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
    const spoken = [
      ...Object.values<string>(bin),
      main,
      module,
      types,
      ...JSON.stringify(exports).matchAll(/"(\.\/[^"]+\.[cm]?[jt]s)"/g),
    ].map(found => (typeof found === 'string' ? found : found[1]!))
    expect(spoken.length).toBeGreaterThan(10)
    for (const file of spoken) expect(files).toContain(file.replace(/^\.\//, ''))
  })

  it("has the runtime's source for `vendor`, and the pages that messages point to", () => {
    expect(files).toContain('src/runtime/index.ts')
    expect(files).toContain('LICENSE')
  })

  it('has nothing else', () => {
    expect(
      files.filter(file => !/^(?:dist\/|src\/runtime\/|docs\/rules\/|package\.json$|README\.md$|LICENSE$)/.test(file)),
    ).toEqual([])
  })
})

describe('what it brings', () => {
  it('is no other package', () => {
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
    expect(manifest).not.toHaveProperty('dependencies')
    expect(manifest).not.toHaveProperty('optionalDependencies')
    expect(manifest.peerDependenciesMeta).toEqual({ eslint: { optional: true } })
    for (const script of ['preinstall', 'install', 'postinstall']) expect(manifest.scripts).not.toHaveProperty(script)
  })

  it.each(readdirSync(join(installed, 'dist')))('%s imports only itself, and the command line only Node', file => {
    const text = readFileSync(join(installed, 'dist', file), 'utf8')
    const imported = [
      ...text.matchAll(
        /^(?:import|export)\b[^'"\n]*?(?:from )?["']([^"'\n]+)["'];?$|^(?:const|let|var) [^=\n]+ = require\(["']([^"']+)["']\);?$/gm,
      ),
    ].map(found => (found[1] ?? found[2])!)
    const isNode = (target: string): boolean =>
      file === 'cli.js' && builtinModules.includes(target.replace(/^node:/, ''))
    expect(imported.filter(target => !target.startsWith('./') && !isNode(target))).toEqual([])
  })

  it('is small', () => {
    const size = (file: string): number => readFileSync(join(installed, 'dist', file)).length
    // A twentieth above what they measure: 461 kB, 891 kB, and 598 kB to download.
    expect(size('index.js')).toBeLessThan(485_000)
    expect(size('cli.js')).toBeLessThan(935_000)
    expect(packed!.size).toBeLessThan(628_000)
  })
})

describe('what npm publishes', () => {
  const checked = (...command: string[]): { status: number | null; output: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, command, {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    })
    return { status, output: stdout + stderr }
  }
  const tarball = join(home, packed!.filename)

  it('has nothing that publint warns of', () => {
    expect(checked(join(root, 'node_modules/publint/src/cli.js'), '--strict', tarball)).toMatchObject({
      status: 0,
      output: expect.stringContaining('All good') as string,
    })
  })

  it('has the right types for CommonJS, ESM and bundlers', () => {
    expect(checked(join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js'), tarball)).toMatchObject({
      status: 0,
      output: expect.stringContaining('No problems found') as string,
    })
  })

  it('is installed by npm into an empty project, alone, and its runtime works without ESLint', () => {
    const empty = join(home, 'empty')
    mkdirSync(empty)
    writeFileSync(join(empty, 'package.json'), '{ "private": true, "type": "module" }')
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error', tarball], {
      cwd: empty,
      stdio: 'ignore',
      shell: process.platform === 'win32',
    })
    expect(readdirSync(join(empty, 'node_modules')).filter(each => !each.startsWith('.'))).toEqual([name])
    writeFileSync(join(empty, 'a.js'), `import { softplus } from '${name}/runtime'\nconsole.log(softplus(1000))`)
    expect(execFileSync(process.execPath, ['a.js'], { cwd: empty, encoding: 'utf8' })).toBe('1000\n')
  })
})

describe('the plugin', () => {
  const facts =
    'console.log(JSON.stringify([plugin.meta, Object.keys(plugin.rules).length > 0, Object.keys(plugin.configs), plugin.configs.recommended.plugins["stable-math"] === plugin]))'
  const expected = [
    { name, version: expect.stringMatching(/^\d+\.\d+\.\d+$/), namespace: 'stable-math' },
    true,
    ['recommended', 'strict'],
    true,
  ]

  it('is imported', () => {
    expect(printed('a.mjs', `import plugin from '${name}'\n${facts}`)).toEqual(expected)
  })

  it('is required', () => {
    expect(printed('a.cjs', `const plugin = require('${name}')\n${facts}`)).toEqual(expected)
  })

  const lint = (config: string): string => `
    const eslint = new ESLint({ cwd: import.meta.dirname, overrideConfigFile: true, overrideConfig: ${config} })
    const [{ messages }] = await eslint.lintText('export const f = x => Math.log(1 + x)', { filePath: 'x.js' })
    console.log(JSON.stringify(messages.map(({ ruleId, fix }) => [ruleId, fix !== undefined])))`
  const found = [['stable-math/prefer-log1p', true]]

  describe.each(['eslint', 'eslint9'])('under %s', eslint => {
    it('lints with its config in a list', () => {
      expect(
        printed(
          'list.mjs',
          `import { ESLint } from '${eslint}'\nimport stableMath from '${name}'\n${lint('[stableMath.configs.recommended]')}`,
        ),
      ).toEqual(found)
    })

    it('lints with its config by name', () => {
      const config = "defineConfig({ plugins: { 'stable-math': stableMath }, extends: ['stable-math/recommended'] })"
      expect(
        printed(
          'name.mjs',
          `import { ESLint } from '${eslint}'\nimport { defineConfig } from '${eslint}/config'\nimport stableMath from '${name}'\n${lint(config)}`,
        ),
      ).toEqual(found)
    })

    it('lints from a CommonJS config file', () => {
      writeFileSync(join(home, 'eslint.config.cjs'), `module.exports = [require('${name}').configs.strict]\n`)
      expect(
        printed(
          'file.mjs',
          `import { ESLint } from '${eslint}'\n${lint('[]').replace('overrideConfigFile: true', "overrideConfigFile: 'eslint.config.cjs'")}`,
        ),
      ).toEqual(found)
    })
  })
})

describe('the runtime', () => {
  it('is imported and required, and the same', () => {
    const names = printed(
      'r.mjs',
      `import * as runtime from '${name}/runtime'\nconsole.log(JSON.stringify(Object.keys(runtime).sort()))`,
    )
    expect(names).toEqual(expect.arrayContaining(['log1p', 'logSumExp', 'softmax']))
    expect(printed('r.cjs', `console.log(JSON.stringify(Object.keys(require('${name}/runtime')).sort()))`)).toEqual(
      names,
    )
  })
})

describe('the types', () => {
  const source = {
    'eslint.config.ts': `import { defineConfig } from 'eslint/config'
import stableMath from '${name}'
import { logSumExp } from '${name}/runtime'
export const size: number = logSumExp([1, 2])
export default defineConfig([
  { plugins: { 'stable-math': stableMath }, extends: ['stable-math/recommended'] },
  stableMath.configs.strict,
  { settings: { 'stable-math': { builtins: true } } },
])
`,
    'required.cts': `import stableMath = require('${name}')
export const version: string = stableMath.meta.version
`,
    'alone.ts': `import stableMath from '${name}'
import { softplus } from '${name}/runtime'
export const rules: string[] = Object.keys(stableMath.rules)
export const one: number = softplus(1)
`,
  }

  it.each([
    ['NodeNext', 'NodeNext'],
    ['ESNext', 'Bundler'],
  ])('check under %s, %s', (module, moduleResolution) => {
    for (const [file, text] of Object.entries(source)) writeFileSync(join(home, file), text)
    writeFileSync(join(home, 'package.json'), '{ "type": "module" }')
    const files = module === 'NodeNext' ? Object.keys(source) : ['eslint.config.ts', 'alone.ts']
    writeFileSync(
      join(home, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          module,
          moduleResolution,
          target: 'ES2022',
          strict: true,
          noEmit: true,
          types: [],
          skipLibCheck: true,
        },
        files,
      }),
    )
    expect(typeErrors()).toBe('')
  })

  it('check where ESLint and its types are not installed', () => {
    for (const folder of ['eslint', '@eslint', '@types']) rmSync(join(home, 'node_modules', folder))
    writeFileSync(
      join(home, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          module: 'NodeNext',
          target: 'ES2022',
          strict: true,
          noEmit: true,
          types: [],
          skipLibCheck: false,
          lib: ['ES2022'],
        },
        files: ['alone.ts'],
      }),
    )
    expect(typeErrors()).toBe('')
  })

  function typeErrors(): string {
    try {
      return execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', home], {
        encoding: 'utf8',
      })
    } catch (error) {
      return (error as { stdout: string }).stdout
    }
  }
})
