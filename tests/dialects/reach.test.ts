/** The names by which TensorFlow.js is reached, and what is said of its numbers. */
import { describe, expect, it } from 'vitest'
import { fixAll, lint } from '../lint.ts'

const header = "import * as tf from '@tensorflow/tfjs'\n"

describe('how the library is reached', () => {
  const reached: readonly (readonly [string, string])[] = [
    [
      "import { log, add } from '@tensorflow/tfjs-core'\nexport const f = x => log(add(1, x))",
      "import { log, add, log1p } from '@tensorflow/tfjs-core'\nexport const f = x => log1p(x)",
    ],
    [
      "import { log as ln, add, log1p } from '@tensorflow/tfjs'\nexport const f = x => ln(add(1, x))",
      "import { log as ln, add, log1p } from '@tensorflow/tfjs'\nexport const f = x => log1p(x)",
    ],
    [
      "const tf = require('@tensorflow/tfjs-node')\nexports.f = x => tf.log(tf.add(1, x))",
      "const tf = require('@tensorflow/tfjs-node')\nexports.f = x => tf.log1p(x)",
    ],
    ['const f = x => tf.log(tf.add(1, x))', 'const f = x => tf.log1p(x)'],
    [
      "import * as dfd from 'danfojs'\nconst tf = dfd.tensorflow\nexport const f = x => tf.log(tf.add(1, x))",
      "import * as dfd from 'danfojs'\nconst tf = dfd.tensorflow\nexport const f = x => tf.log1p(x)",
    ],
    [
      "import * as dfd from 'danfojs-node'\nexport const f = df => df.tensor.add(1).log()",
      "import * as dfd from 'danfojs-node'\nexport const f = df => df.tensor.log1p()",
    ],
    [
      "import * as dfd from 'danfojs'\nexport const f = x => dfd.tensorflow.log(dfd.tensorflow.add(1, x))",
      "import * as dfd from 'danfojs'\nexport const f = x => dfd.tensorflow.log1p(x)",
    ],
    [
      "const { tensorflow: tf } = require('danfojs-node')\nexports.f = df => tf.log(tf.add(1, df.tensor))",
      "const { tensorflow: tf } = require('danfojs-node')\nexports.f = df => tf.log1p(df.tensor)",
    ],
    ['const f = df => dfd.tensorflow.log(df.tensor.add(1))', 'const f = df => dfd.tensorflow.log1p(df.tensor)'],
    [
      "import * as tensorflow from '@tensorflow/tfjs'\nexport const f = x => x.square().mean().sub(x.mean().square())",
      "import * as tensorflow from '@tensorflow/tfjs'\nexport const f = x => tensorflow.moments(x).variance",
    ],
  ]
  it.each(reached)('%s', (before, after) => expect(fixAll(before)).toBe(after))
  it('what is shadowed is not the library', () =>
    expect(
      lint("import * as tf from '@tensorflow/tfjs'\nexport const f = (tf, x) => tf.log(tf.add(1, x))").filter(
        ({ fix }) => fix,
      ),
    ).toEqual([]))
  it('ones may be there for their shape', () => {
    const code = `${header}export const f = x => tf.log(tf.add(tf.ones([2, 3]), x))`
    expect(fixAll(code)).toBe(code)
    expect(lint(code)).toHaveLength(1)
  })
})

describe('what is said holds for float32', () => {
  const said = (code: string): string => lint(`${header}export const f = ${code}`)[0]!.message
  it('an example that float32 can hold', () =>
    expect(said('x => tf.log(tf.add(1, tf.exp(x)))')).toContain('returns Infinity at x = 1000; exact 1000'))
  it.each(['x => tf.sqrt(tf.sum(tf.square(x)))', 'x => tf.sub(tf.mean(tf.square(x)), tf.square(tf.mean(x)))'])(
    'none that it cannot: %s',
    code => {
      expect(said(code)).not.toMatch(/e\+200|1000000001/)
      expect(said(code)).toContain('in float32')
    },
  )
})
