/** The playground: code is typed, underlined, explained, plotted, fixed, and shared by its address. */
import type { Page } from 'playwright-core'
import { site, textOf } from './site.ts'

const pages = site()

const ready = (page: Page) => page.locator('.playground[data-state="ready"]').waitFor()
const findings = (page: Page, count: number) =>
  page.locator(`.playground[data-state="ready"][data-findings="${count}"]`).waitFor()
const drawn = (page: Page) => page.locator('.plot[data-state="drawn"] path.naive').waitFor({ state: 'attached' })
const naivePath = (page: Page) => page.locator('.plot path.naive').getAttribute('d')

async function type(page: Page, code: string): Promise<void> {
  const editor = page.locator('.cm-content')
  await editor.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(code)
}

it('types unstable code, sees the squiggle and the plot, fixes it, and restores it from its address', async () => {
  const page = await pages.open('/playground.html')
  await findings(page, 1)
  await drawn(page)
  const before = await naivePath(page)

  await type(page, 'export const f = rate => Math.exp(rate) - 1\n')
  await page.locator('.finding[data-rule="prefer-expm1"]').waitFor()
  expect(await page.locator('.cm-lintRange').innerText()).toBe('Math.exp(rate) - 1')
  await drawn(page)
  await page.waitForFunction(
    old => document.querySelector('.plot[data-state="drawn"] path.naive')?.getAttribute('d') !== old,
    before,
  )
  expect(await page.locator('.finding math').first().getAttribute('aria-label')).toBe('exp(rate) - 1')
  expect(await page.locator('.finding .measured').innerText()).toBe('returns 0 at rate = 1e-17; exact 1e-17')
  expect(await page.locator('.language-diff ins').allInnerTexts()).toContain(
    '+export const f = rate => stable.expm1(rate)\n',
  )

  await page.waitForFunction(() => location.hash.length > 1)
  const address = new URL(page.url())
  await page.locator('[data-action="fix"]').click()
  await findings(page, 0)
  expect(await textOf(page)).toBe(
    "import * as stable from 'eslint-plugin-stable-math/runtime'\nexport const f = rate => stable.expm1(rate)\n",
  )

  const other = await pages.open(address.pathname + address.hash)
  await other.locator('.finding[data-rule="prefer-expm1"]').waitFor()
  expect(await textOf(other)).toBe('export const f = rate => Math.exp(rate) - 1\n')
})

it('shows naive, fixed and exact for any input, in float64 and float32', async () => {
  const page = await pages.open('/playground.html')
  await type(page, 'export const f = x => Math.log(1 + x)\n')
  await page.locator('.finding[data-rule="prefer-log1p"]').waitFor()
  const input = page.locator('[data-input="x"]')
  await input.fill('1e-10')
  const cell = (name: string) => page.locator(`[data-value="${name}"]`)
  await page.waitForFunction(() =>
    document.querySelector('[data-value="exact-float64"]')?.textContent?.startsWith('9.9999999995'),
  )
  // 1 + 1e-10 is a multiple of 2^-52; in float32 it is 1.
  expect(await cell('naive-float64').innerText()).toMatch(/^1\.00000008269037\d+e-10\s+\d+ bits wrong$/)
  expect(await cell('naive-float32').innerText()).toMatch(/^0\s+24 bits wrong$/)
  expect(await cell('fixed-float64').innerText()).toMatch(/^9\.9999999995e-11\s+0 bits wrong$/)
  await input.fill('a lot')
  expect(await page.getByRole('alert').innerText()).toBe('x takes a number, such as 1e-17.')
})

it('takes settings, the strict rules and TypeScript', async () => {
  const page = await pages.open('/playground.html')
  await type(
    page,
    'export const f = (x: number): number => Math.sqrt(x * x + 4 * x ** 2) + Math.log1p(x) + Math.exp(x) - 1\n',
  )
  await page.locator('.bar .status', { hasText: 'line 1: Parsing error' }).waitFor()
  await page.getByLabel('Language').selectOption('typescript')
  await findings(page, 1)
  await page.getByLabel('Math where it has the call').check()
  await ready(page)
  await page.locator('.language-diff ins', { hasText: 'Math.expm1(x)' }).waitFor()
  await page.getByLabel('Imports').selectOption('named')
  await type(page, 'export const length = (x: number, y: number) => Math.sqrt(x ** 2 + y ** 2)\n')
  await findings(page, 0)
  await page.getByLabel('Rules').selectOption('strict')
  await page.locator('.finding[data-rule="prefer-hypot"]').waitFor()
})

it('has a gallery of which every shape is reported', async () => {
  const page = await pages.open('/playground.html')
  const titles = await page.getByLabel('Example').locator('option').allInnerTexts()
  expect(titles.length).toBeGreaterThan(5)
  for (const title of titles.slice(1)) {
    await page.getByLabel('Example').selectOption(title)
    const code = await textOf(page)
    await page.locator('.playground[data-state="ready"]:not([data-findings="0"])').waitFor()
    await page.locator('.story').waitFor()
    expect(code.length).toBeGreaterThan(20)
  }
})

it('can stop a measurement', async () => {
  const page = await pages.open('/playground.html')
  await type(page, 'export const f = (l, k) => Math.log(Math.exp(l) + Math.exp(k))\n')
  await page.locator('.finding[data-rule="prefer-log-sum-exp"]').waitFor()
  await page.getByLabel('plot float32').check()
  // Whether there is still something to stop depends on the machine.
  const stop = page.locator('[data-action="stop"]')
  if (await stop.isVisible()) await stop.click({ timeout: 1000 }).catch(() => {})
  await page.locator('.plot:not([data-state="drawing"])').waitFor()
})

/** The goal is 400 kB, and not reached: half of it is ESLint with the plugin, a quarter CodeMirror. */
it('loads less than 470 kB of script, compressed, and no TypeScript', async () => {
  const page = await pages.open('/playground.html')
  await findings(page, 1)
  await drawn(page)
  await page.locator('[data-value="exact-float32"]').waitFor()
  const sizes = [...pages.scripts]
  const total = sizes.reduce((sum, [, size]) => sum + size, 0)
  console.log(
    `The playground's first load: ${(total / 1000).toFixed(0)} kB of script in ${sizes.length} files, compressed.`,
  )
  expect(total).toBeLessThan(470_000)
  expect(sizes.map(([path]) => path).filter(path => path.includes('typescript'))).toEqual([])
})

it('works by keyboard alone', async () => {
  const page = await pages.open('/playground.html')
  await findings(page, 1)
  const focused = () =>
    page.evaluate(
      () =>
        document.activeElement?.closest('[data-action], .cm-content, select')?.getAttribute('data-action') ??
        document.activeElement?.className ??
        '',
    )
  const tabTo = async (wanted: string) => {
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press('Tab')
      if ((await focused()).includes(wanted)) return
    }
    throw new Error(`Tab never comes to ${wanted}.`)
  }
  await tabTo('cm-content')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('const g = x => 1 - Math.exp(x)')
  await page.locator('.finding[data-rule="prefer-expm1"]').waitFor()
  // Out of the editor again, to the fix.
  await tabTo('fix')
  await page.keyboard.press('Enter')
  await findings(page, 0)
  expect(await textOf(page)).toContain('const g = x => -stable.expm1(x)')
})
