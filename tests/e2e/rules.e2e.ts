/** Every live block on every page reports what the page says, and becomes what the page says; and axe finds nothing. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { rules } from '../../src/rules/index.ts'
import { examplesOf } from '../examples.ts'
import { violations } from './axe.ts'
import { site, textOf } from './site.ts'

const pages = site()
let page: Page
beforeAll(async () => {
  page = await pages.open('/rules/index.html')
})

it.each(rules)('$name', async ({ name }) => {
  const examples = examplesOf(readFileSync(new URL(`../../docs/rules/${name}.md`, import.meta.url), 'utf8'))
  await page.locator(`.VPSidebar a[href$="/rules/${name}.html"]`).click()
  await page.locator('.vp-doc h1', { hasText: name }).waitFor()
  const blocks = page.locator('.live')
  const live = examples.filter(({ kind }) => kind === 'incorrect' || kind === 'correct')
  expect(await blocks.count()).toBe(live.length)
  for (const [at, example] of live.entries()) {
    const block = blocks.nth(at)
    await block.scrollIntoViewIfNeeded()
    await page.locator(`.live >> nth=${at} >> css=:scope[data-state="ready"]`).waitFor()
    const found = Number(await block.getAttribute('data-findings'))
    expect(found > 0, `line ${example.line}`).toBe(example.kind === 'incorrect')
    const next = examples[examples.indexOf(example) + 1]
    if (
      example.kind !== 'incorrect' ||
      !next ||
      !['fixed', 'suggestion'].includes(next.kind) ||
      Object.keys(next.settings).length > 0
    )
      continue
    await block
      .locator(next.kind === 'fixed' ? '[data-action="fix"]' : '[data-action="suggestion"]')
      .first()
      .click()
    await block.locator('[data-action="revert"]').waitFor()
    await page.locator(`.live >> nth=${at} >> css=:scope[data-state="ready"][data-findings="0"]`).waitFor()
    expect(await textOf(page, `.live >> nth=${at} >> .cm-content`), `line ${next.line}`).toBe(next.code.trimEnd())
    await block.locator('[data-action="revert"]').click()
    await page.locator(`.live >> nth=${at} >> css=:scope[data-state="ready"]:not([data-findings="0"])`).waitFor()
    expect(await textOf(page, `.live >> nth=${at} >> .cm-content`)).toBe(example.code.trimEnd())
  }
  expect(await violations(page, '.VPDoc')).toEqual([])
})
