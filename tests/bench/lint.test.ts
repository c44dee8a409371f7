/** That the benchmark of the lint cost measures what it says: how much code there is, and that it is of its kind. Never how fast. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { verify } from '../lint.ts'
// @ts-expect-error plain JavaScript, so that nothing is transpiled while it measures
import { countLines, realCode } from '../../bench/lint/corpus.mjs'
// @ts-expect-error as above
import { generated, generatedKinds } from '../../bench/lint/generated.mjs'
