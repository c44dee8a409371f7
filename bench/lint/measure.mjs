/**
 * How long ESLint takes, with all the plugin's rules and with none. Both sides are taken in turns within one process, since
 * a machine is never as fast as it was a minute ago, and time is that of the processor, since others work there too. The
 * garbage of one run is collected before the next where a file is long enough for that to show; what a run collects
 * while it works is part of its time.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import typescript from '@typescript-eslint/parser'
import { Linter } from 'eslint'

// ESLint prepares a configuration once for all files; `Linter` alone would do it anew for each.
const require = createRequire(import.meta.url)
const internals = join(dirname(require.resolve('eslint/package.json')), 'lib')
const { FlatConfigArray } = require(join(internals, 'config', 'flat-config-array.js'))

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc')
/** In lines: a shorter file leaves less garbage than collecting it would cost. */
const worthCollecting = 1000
/** In milliseconds: what takes this long is not measured again. */
const longEnough = 3000

export class Side {
  #linter = new Linter()
  #prepared = new Map()
  #config

  constructor(config) {
    this.#config = config
  }

  verify({ text, name, sourceType = 'module' }) {
    return this.#linter.verify(text, this.#configs(sourceType), { filename: name })
  }

  fix({ text, name, sourceType = 'module' }) {
    return this.#linter.verifyAndFix(text, this.#configs(sourceType), { filename: name })
  }

  #configs(sourceType) {
    let configs = this.#prepared.get(sourceType)
    if (!configs) {
      // What a comment in the code switches on is not the plugin's cost.
      const linterOptions = { noInlineConfig: true, reportUnusedDisableDirectives: 'off' }
      configs = new FlatConfigArray(
        [
          { files: ['**/*.{js,mjs,cjs,ts}'], languageOptions: { sourceType }, linterOptions },
          { files: ['**/*.ts'], languageOptions: { parser: typescript } },
          this.#config,
        ],
        { basePath: process.cwd() },
      )
      configs.normalizeSync()
      this.#prepared.set(sourceType, configs)
    }
    return configs
  }
}

/** The medians of each side's times of the processor in milliseconds, and what each side gave the last time. */
export function compare(sides, run, { repeats, lines }) {
  const times = sides.map(() => [])
  const results = []
  const began = performance.now()
  for (let round = 0; round < repeats && (round === 0 || performance.now() - began < longEnough); round++) {
    // Who comes second finds the caches warm, and the heap full.
    const order = round % 2 === 0 ? sides.keys() : [...sides.keys()].reverse()
    for (const at of order) {
      if (lines >= worthCollecting) collectGarbage()
      const start = process.cpuUsage()
      results[at] = run(sides[at])
      const { user, system } = process.cpuUsage(start)
      times[at].push((user + system) / 1000)
    }
  }
  return { times: times.map(median), results }
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
