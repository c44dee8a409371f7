/** No page has an accessibility violation that axe knows of, in light and dark, wide and narrow; none is wider than a phone. */
import { readdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { violations } from './axe.ts'
import { site } from './site.ts'

const pages = site()

const live = async (page: Page, widget: string): Promise<void> => {
  await page.locator(widget).first().scrollIntoViewIfNeeded()
  await page.locator(`${widget}[data-state="ready"]`).first().waitFor()
}

/** Pages with something that has to wake up; the blocks on the pages of rules have a test of their own. */
const awake: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'index.html': page => live(page, '.live'),
  'playground.html': page => page.locator('.plot[data-state="drawn"]').waitFor(),
  'explainer.html': page => live(page, '.trick'),
  'rules/prefer-log-softmax.html': page => live(page, '.live'),
}

const documents = readdirSync(new URL('../../docs', import.meta.url))
  .filter(file => file.endsWith('.md'))
  .map(file => file.replace('.md', '.html'))
const all = [...new Set([...documents, 'rules/index.html', ...Object.keys(awake)])]

const light = { colorScheme: 'light', viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' } as const
const dark = { colorScheme: 'dark', viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' } as const

async function check(path: string, options: typeof light | typeof dark): Promise<void> {
  const page = await pages.open(`/${path}`, options)
  await awake[path]?.(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
}

it.each(all)('%s on a phone in the dark', path => check(path, dark))
it.each(Object.keys(awake))('%s on a screen in the light', path => check(path, light))
