/**
 * How long each side takes for the same calls. The sides are taken in turns, since a machine is never as fast as it was
 * a minute ago, and each has a loop of its own that calls nothing else, so that none is compiled for what another does.
 * Time is that of the processor, since others work there too.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { median } from '../lint/measure.mjs'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc')

/** In milliseconds: long enough for the clock. */
const leastSample = 2
/** In entries of a result: what is shorter leaves less garbage than collecting it would cost. */
const worthCollecting = 1e4
const fewestRounds = 5
const mostRounds = 41

let loops = 0

/**
 * A function that calls so many times, with the arguments of the columns in turn. Made from a text that no other side
 * has: V8 keeps one account of what is called where for each text, and knows it again.
 */
function loopOf(call, columns, givesVector) {
  const names = columns.map((_, at) => `column${at}`)
  const text = `return function (count) { // ${loops++}
    for (let done = 0, i = 0; done < count; done++) {
      out[i] = call(${names.map(name => `${name}[i]`).join(', ')})${givesVector ? '[0]' : ''}
      i = i + 1 & ${columns[0].length - 1}
    }
  }`
  return new Function('call', 'out', ...names, text)(call, new Float64Array(columns[0].length), ...columns)
}

class Side {
  #run
  #count = 1
  #times = []
  spent = 0

  constructor(run) {
    this.#run = run
  }

  #time() {
    const began = process.cpuUsage()
    this.#run(this.#count)
    const { user, system } = process.cpuUsage(began)
    const time = (user + system) / 1000
    this.spent += time
    return time
  }

  /** Finds out how many calls take long enough, and goes on until they have been compiled for good. */
  warmUp(milliseconds) {
    for (;;) {
      const time = this.#time()
      if (time < leastSample)
        this.#count = Math.ceil(this.#count * Math.min(Math.max((1.2 * leastSample) / time, 1.1), 8))
      else if (this.spent >= milliseconds) break
    }
    this.spent = 0
  }

  sample() {
    this.#times.push(this.#time())
  }

  /** In milliseconds for a call. */
  get median() {
    return median(this.#times) / this.#count
  }

  get rounds() {
    return this.#times.length
  }
}

/**
 * The median milliseconds of one call of each, which all have the same time: the slow are measured less often. Infinity
 * for one that throws.
 */
export function compare(calls, columns, milliseconds) {
  const result = calls[0](...columns.map(([argument]) => argument))
  const sides = calls.map(call => new Side(loopOf(call, columns, typeof result !== 'number')))
  const able = sides.filter(side => {
    try {
      side.warmUp(milliseconds / 3)
      return true
    } catch {
      return false
    }
  })
  for (let round = 0; round < mostRounds; round++) {
    const due = able.filter(side => side.rounds < fewestRounds || side.spent < milliseconds)
    // Who comes second finds the caches warm, and the heap full.
    for (const side of round % 2 === 0 ? due : due.reverse()) {
      if (result.length >= worthCollecting) collectGarbage()
      side.sample()
    }
  }
  return sides.map(side => (able.includes(side) ? side.median : Infinity))
}
