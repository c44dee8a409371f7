/** What Node.js computes with the runtime as an ES module. */
import * as runtime from 'eslint-plugin-stable-math/runtime'
import { check } from './check.mjs'

console.log(JSON.stringify(check(runtime)))
