import { weights } from '../math.js'
/** The two files import each other. */
export const share = (z, k) => weights(z)[k]
