/**
 * TensorFlow.js as `@tensorflow/tfjs` brings it, with gradients and chained methods, on the CPU backend: made of its two
 * small packages, since the whole brings four backends. Node.js cannot import their modules one by one.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import type * as Core from '@tensorflow/tfjs-core'

const entry = `
  export * from '@tensorflow/tfjs-core/dist/index.js'
  import '@tensorflow/tfjs-core/dist/register_all_gradients.js'
  import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js'
  import '@tensorflow/tfjs-backend-cpu/dist/index.js'
`

export async function loadTensorFlow(): Promise<typeof Core> {
  const id = fileURLToPath(new URL('tensorflow-entry.js', import.meta.url))
  const bundle = await rolldown({
    input: id,
    platform: 'node',
    logLevel: 'silent',
    resolve: { mainFields: ['module', 'main'] },
    plugins: [
      {
        name: 'entry',
        resolveId: source => (source === id ? id : undefined),
        load: source => (source === id ? entry : undefined),
      },
    ],
  })
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false })
  const file = join(mkdtempSync(join(tmpdir(), 'tensorflow-')), 'tensorflow.mjs')
  writeFileSync(file, output[0].code)
  const tf = (await import(pathToFileURL(file).href)) as typeof Core
  await tf.setBackend('cpu')
  return tf
}
