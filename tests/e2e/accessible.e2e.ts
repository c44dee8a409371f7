/** No page has an accessibility violation that axe knows of, in light and dark, wide and narrow; none is wider than a phone. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { site } from './site.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const pages = site()

const awake: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  '/index.html': async page => {
    await page.locator('.live').scrollIntoViewIfNeeded()
    await page.locator('.live[data-state="ready"]').waitFor()
  },
  '/playground.html': page => page.locator('.plot[data-state="drawn"]').waitFor(),
  '/explainer.html': async page => {
    await page.locator('.trick').first().scrollIntoViewIfNeeded()
    await page.locator('.trick[data-state="ready"]').first().waitFor()
  },
  '/rules/prefer-log-softmax.html': async page => {
    await page.locator('.live').first().scrollIntoViewIfNeeded()
    await page.locator('.live[data-state="ready"]').first().waitFor()
  },
  '/runtime.html': async () => {},
  '/getting-started.html': async () => {},
}

interface Found {
  readonly violations: readonly { id: string; nodes: readonly { html: string; failureSummary: string }[] }[]
}

describe.each(['light', 'dark'] as const)('%s', colorScheme => {
  it.each(Object.keys(awake))('%s', async path => {
    const viewport = colorScheme === 'light' ? { width: 1280, height: 900 } : { width: 390, height: 844 }
    const page = await pages.open(path, { colorScheme, viewport, reducedMotion: 'reduce' })
    await awake[path]!(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await page.evaluate(axe)
    const { violations } = (await page.evaluate('axe.run()')) as Found
    expect(
      violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 4)
            .map(
              ({ html, failureSummary }) =>
                `${html.slice(0, 160)} ${failureSummary.replace(/\s+/g, ' ').slice(0, 260)}`,
            )
            .join('\n  ')}`,
      ),
    ).toEqual([])
  })
})
