/** What a browser computes: bundled, in a page that has nothing else but the calls. */
import * as runtime from 'eslint-plugin-stable-math/runtime'
import { check } from './check.mjs'

const calls = JSON.parse(document.querySelector('#calls').textContent)
document.body.textContent = JSON.stringify(check(runtime, calls))
