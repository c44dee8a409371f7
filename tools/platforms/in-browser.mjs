/** What a browser computes: bundled, in a page that has nothing else. */
import * as runtime from 'eslint-plugin-stable-math/runtime'
import { check } from './check.mjs'

document.body.textContent = JSON.stringify(check(runtime))
