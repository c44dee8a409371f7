/**
 * One atomic with one kind of input, in a process of its own: engines compile a function for what it has been called
 * with, and one that has been called with everything is slow. What the runtime offers is the built one, as it is installed.
 */
import * as runtime from 'eslint-plugin-stable-math/runtime'
import * as inputs from './inputs.mjs'
import { compare } from './measure.mjs'
import * as naive from '../../tools/peers/naive.mjs'
import { peersOf } from './peers.mjs'

/** Powers of 2: so many calls have other arguments, but all in all not too many numbers. */
const differentScalars = 4096
const differentEntries = 2 ** 16

const columnsOf = calls =>
  calls[0].map((first, at) => {
    const column = calls.map(call => call[at])
    return typeof first === 'number' ? Float64Array.from(column) : column
  })

function vectorCalls(atomic, kind, n) {
  const count = Math.max(1, 2 ** Math.floor(Math.log2(differentEntries / n)))
  return Array.from({ length: count }, () => [
    kind.from({ length: n }, inputs.vectors[atomic]),
    ...(inputs.others[atomic]?.(n) ?? []),
  ])
}

const ours = atomic => ({
  library: undefined,
  call: atomic === 'RunningMoments' ? naive.varianceOfStream(runtime.RunningMoments) : runtime[atomic],
})

async function sidesOf(atomic, sides) {
  if (sides === 'ours') return [ours(atomic)]
  const peers = await peersOf(atomic)
  if (sides === 'float32') return peers.filter(({ single }) => single)
  return [ours(atomic), ...peers.filter(({ single }) => !single)]
}

async function measure({ atomic, kind, sizes, milliseconds, sides: which }) {
  const isScalar = kind === 'number'
  const sides = await sidesOf(atomic, which)
  const calls = [(isScalar ? naive.scalars : naive.vectors)[atomic], ...sides.map(({ call }) => call)]
  return sizes.map(n => {
    const columns = columnsOf(
      isScalar
        ? Array.from({ length: differentScalars }, inputs.scalars[atomic])
        : vectorCalls(atomic, kind === 'number[]' ? Array : Float64Array, n),
    )
    const [naiveTime, ...times] = compare(calls, columns, milliseconds)
    const ratios = sides.map(({ library, single }, at) => ({ library, single, ratio: times[at] / naiveTime }))
    return { atomic, kind, n, nanoseconds: (naiveTime * 1e6) / n, ratios }
  })
}

process.once('message', async work => process.send(await measure(work), () => process.disconnect()))
