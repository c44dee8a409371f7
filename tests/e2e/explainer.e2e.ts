/** The explainer: each slider breaks the naive value, and not the stable one. */
import type { Page } from 'playwright-core'
import { site } from './site.ts'
import { tricks } from '../../docs/.vitepress/theme/tricks.ts'

const pages = site()
let page: Page
beforeAll(async () => {
  page = await pages.open('/explainer.html')
})

it('shows every trick once', async () => {
  expect(await page.locator('.trick').evaluateAll(all => all.map(trick => trick.getAttribute('data-trick')))).toEqual(
    tricks.map(({ id }) => id),
  )
})

it.each(tricks)('$id', async ({ id, rule }) => {
  const trick = page.locator(`[data-trick="${id}"]`)
  await trick.scrollIntoViewIfNeeded()
  const cell = (name: string) => trick.locator(`[data-value="${name}-float64"]`)
  const bits = async (name: string) => Number(/(\d+) bits? wrong/.exec(await cell(name).innerText())![1])
  await cell('naive').waitFor()
  expect(await bits('naive')).toBeLessThan(5)
  expect(await bits('fixed')).toBeLessThan(5)
  const before = await trick.locator('.inputs').innerText()

  // By keyboard, as far as it goes.
  await trick.getByRole('slider').focus()
  await page.keyboard.press('End')
  await page.waitForFunction(
    ([name, old]) => {
      const widget = document.querySelector(`[data-trick="${name}"]`)!
      return (
        widget.querySelector('.inputs')!.textContent !== old &&
        widget.querySelector('[data-value="naive-float64"].broken')
      )
    },
    [id, before] as const,
  )
  expect(await bits('naive')).toBeGreaterThan(20)
  expect(await bits('fixed')).toBeLessThan(5)
  await trick.locator('.plot[data-state="drawn"] path.fixed').waitFor({ state: 'attached' })
  await trick.locator('.plot circle.breaks').waitFor({ state: 'attached' })
  expect(await trick.locator('.ends a').first().getAttribute('href')).toBe(`/rules/${rule}.html`)
})
