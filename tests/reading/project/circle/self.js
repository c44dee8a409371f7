import { grow as again } from './self.js'
export { nowhere } from './self.js'
export * from './self.js'
export const grow = x => Math.exp(again(x))
export const plain = x => Math.exp(x)
