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

/** From page to page as readers go, by a link: what all pages have in common is loaded once. */
function tour(options: typeof light | typeof dark, paths: readonly string[], where: string): void {
  let page: Page
  beforeAll(async () => {
    page = await pages.open('/404.html', options)
  })
  it.each(paths)(`%s ${where}`, async path => {
    const before = await page.title()
    await page.evaluate(href => {
      const link = document.body.appendChild(document.createElement('a'))
      link.href = href
      link.click()
      link.remove()
    }, `/${path}`)
    await page.waitForFunction(title => document.title !== title, before)
    await awake[path]?.(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    expect(await violations(page)).toEqual([])
  })
}

describe('dark', () => tour(dark, all, 'on a phone in the dark'))
describe('light', () => tour(light, Object.keys(awake), 'on a screen in the light'))
