export { lost, turn as back } from './there.js'
export const turn = x => Math.exp(x)
