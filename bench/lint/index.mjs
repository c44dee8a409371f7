/**
 * What linting with this plugin costs: `npm run bench:lint`. Every number is compared with ESLint without any rule, which
 * parses and traverses the same files in the same process: ratios can be compared between machines, seconds cannot.
 * Nothing passes or fails by its speed here; but a crash of the plugin is named, and makes the exit code 1.
 */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { kinds, realCode } from './corpus.mjs'
import { generated, generatedKinds } from './generated.mjs'
import { compare, Side } from './measure.mjs'
import { percent, seconds, table, times, whole } from './table.mjs'

process.env.STABLE_MATH_DEBUG = '1'

const help = `What linting with this plugin costs, against ESLint without any rule.

Usage: npm run bench:lint [-- options]

  --quick      fewer and shorter files, in less than a minute
  --only PART  real or generated
  --help`

/** Longer files say the same in one run as shorter ones in several. */
const longFile = 20_000
const warmUpFiles = 60
const mostNamed = 5
/** In milliseconds: where a shorter file took longer, the longer one is not waited for. */
const patience = 10_000

const dist = new URL('../../dist/index.js', import.meta.url)
const crashes = new Map()

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { quick: { type: 'boolean' }, only: { type: 'string' }, help: { type: 'boolean' } },
    })
    if (values.only && values.only !== 'real' && values.only !== 'generated')
      throw new TypeError(`--only takes real or generated, but got "${values.only}".`)
    if (!existsSync(dist)) throw new TypeError('There is no dist/index.js to measure: run `npm run build`.')
    return values
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    console.error(error.message)
    process.exitCode = 2
    return undefined
  }
}

async function bench({ quick = false, only }) {
  const { default: plugin } = await import(dist)
  const sides = [new Side({}), new Side(plugin.configs.strict)]
  if (only !== 'generated') benchRealCode(sides, quick)
  if (only !== 'real') benchGrowth(sides, quick)
  for (const [name, message] of [...crashes].slice(0, mostNamed)) console.error(`Crashed on ${name}: ${message}`)
  if (crashes.size > mostNamed) console.error(`Crashed on ${crashes.size - mostNamed} more files.`)
  if (crashes.size > 0) process.exitCode = 1
}

function benchRealCode(sides, quick) {
  const all = realCode()
  const files = quick ? all.filter(({ lines, kind }, at) => lines < longFile && (kind === 'some' || at % 4 === 0)) : all
  for (const file of files.slice(0, warmUpFiles)) run(sides, file, { repeats: 1 })
  const measured = files.flatMap(file => {
    const result = run(sides, file, { repeats: quick || file.lines >= longFile ? 1 : 2 })
    return result ? [{ ...file, ...result }] : []
  })
  const row = (title, part) => {
    const [none, all, lines] = ['none', 'all', 'lines'].map(key => part.reduce((sum, one) => sum + one[key], 0))
    return [title, whole(part.length), whole(lines), seconds(none), seconds(all), percent((all - none) / none)]
  }
  const rest = ['files', 'lines', 'no rules', 'strict', 'plugin / no rules']
  console.log('\nReal code from node_modules\n')
  const byKind = Object.entries(kinds).map(([kind, title]) =>
    row(
      title,
      measured.filter(file => file.kind === kind),
    ),
  )
  console.log(table(['', ...rest], [...byKind, row('all', measured)]))
  console.log('\nThe files that cost most more\n')
  const costliest = [...measured].sort((a, b) => b.all - b.none - (a.all - a.none)).slice(0, mostNamed)
  console.log(
    table(
      ['', ...rest],
      costliest.map(file => row(file.name, [file])),
    ),
  )
}

function benchGrowth(sides, quick) {
  const sizes = quick ? [1000, 10_000] : [1000, 10_000, 100_000]
  // Short functions are compiled after some hundred calls; before that the shortest file would pay for all.
  for (const kind of Object.keys(generatedKinds)) run(sides, made(kind, 1000), { repeats: 6 })
  const head = ['lines', 'no rules', 'strict', 'plugin / no rules', 'growth, no rules', 'growth, strict', 'findings']
  console.log('\nMilliseconds per 1,000 lines; growth is against the file a tenth as long, 1 × is linear\n')
  console.log(table(['', ...head], growth(sides, Object.keys(generatedKinds), sizes, 'verify')))
  console.log('\nThe same for all passes of `--fix`\n')
  console.log(table(['', ...head], growth(sides, ['dense', 'flat'], sizes.slice(0, 2), 'fix')))
}

function growth(sides, kinds, sizes, task) {
  const rows = new Map(kinds.map(kind => [kind, []]))
  const before = new Map()
  // The shortest of all kinds first: a long one leaves a heap behind in which all are slower.
  for (const lines of sizes) {
    for (const kind of kinds) {
      const words = [generatedKinds[kind], whole(lines)]
      const shorter = before.get(kind)
      if (shorter && shorter.all > patience) {
        rows.get(kind).push([...words, '', 'too slow', '', '', '', ''])
        continue
      }
      const result = run(sides, made(kind, lines), { repeats: repeatsFor(lines), task })
      if (!result) continue
      const { none, all, findings } = result
      const perThousand = [none, all].map(time => ((time / lines) * 1000).toFixed(1))
      const grown = key => (shorter ? times(result[key] / lines / (shorter[key] / shorter.lines)) : '')
      const share = percent((all - none) / none)
      rows.get(kind).push([...words, ...perThousand, share, grown('none'), grown('all'), whole(findings)])
      before.set(kind, { ...result, lines })
    }
  }
  return [...rows.values()].flat()
}

function made(kind, lines) {
  return { name: `${kind}-${lines}.js`, lines, text: generated(kind, lines), sourceType: 'module' }
}

/** A short file is soon measured again, and says less in one run. */
const repeatsFor = lines => (lines >= longFile ? 1 : lines > 1000 ? 3 : 9)

/** The times with no rules and with all; undefined where there are none, since the file cannot be parsed or we crashed. */
function run(sides, file, { repeats, task = 'verify' }) {
  try {
    const {
      times: [none, all],
      results,
    } = compare(sides, side => side[task](file), { repeats, lines: file.lines })
    const messages = results.map(result => (Array.isArray(result) ? result : result.messages))
    if (messages[0].some(message => message.fatal)) return undefined
    return { none, all, findings: messages[1].length }
  } catch (error) {
    crashes.set(file.name, error.message.split('\n')[0])
    return undefined
  }
}

const options = readOptions()
if (options?.help) console.log(help)
else if (options) await bench(options)
