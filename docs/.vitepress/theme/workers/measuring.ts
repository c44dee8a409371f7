/** Errors against arbitrary precision. Several curves are drawn in turns, and each can be stopped. */
import { compare, curveOf, pointsAlong, type Point } from '../../../../src/explain/curve.ts'
import { plottable } from '../../../../src/explain/explain.ts'
import { float32, float64, type Format } from '../../../../src/oracle/formats.ts'
import { trickOf } from '../tricks.ts'
import type { Drawn, Question, Subject, Values } from './curve.ts'

const formats: Readonly<Record<Format['name'], Format>> = { float64, float32 }
const points = 121
/** How many milliseconds pass before the page hears of it, and the worker of the page. */
const patience = 40

const found = (subject: Subject) => ('trick' in subject ? trickOf(subject.trick) : plottable(subject))

const stopped = new Set<number>()

const breath = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 0))

async function draw(id: number, subject: Subject, format: Format): Promise<Drawn | undefined> {
  const plotted = found(subject)
  if (!plotted) return undefined
  const { rewrite, sweep } = plotted
  const drawn: (Point | undefined)[] = []
  let since = performance.now()
  for (const point of pointsAlong(rewrite, sweep, format, points)) {
    drawn.push(point)
    if (performance.now() - since < patience) continue
    postMessage({ id, progress: drawn.length / points })
    await breath()
    if (stopped.delete(id)) return undefined
    since = performance.now()
  }
  return { curve: curveOf(sweep, drawn, format), variable: sweep.variable }
}

function values(subject: Subject, inputs: Values['inputs'] | number): Values | undefined {
  const plotted = found(subject)
  if (!plotted) return undefined
  const environment = typeof inputs === 'number' ? plotted.sweep.at(inputs) : inputs
  const compared = (format: Format) => compare(plotted.rewrite, environment, format)
  return { inputs: environment, float64: compared(float64), float32: compared(float32) }
}

/** Undefined for what needs no answer. */
export async function answer(question: Question): Promise<Drawn | Values | undefined> {
  if (question.kind === 'values') return values(question.subject, question.inputs)
  if (question.kind === 'curve') return draw(question.id, question.subject, formats[question.format])
  stopped.add(question.curve)
  return undefined
}
