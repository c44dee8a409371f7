/** The tensor libraries that are known. A new one is a file beside this one and a line in the list. */
import { jax } from './jax.ts'
import { mathjs } from './mathjs.ts'
import { numjs } from './numjs.ts'
import { numpyTs } from './numpy-ts.ts'
import type { Dialect } from './tensors.ts'
import { tfjs } from './tfjs.ts'

export const libraries: readonly Dialect[] = [tfjs, jax, numpyTs, mathjs, numjs]
