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

/** What is long is not typed: the browser itself takes minutes to. */
const paste = (page: Page, code: string): Promise<void> =>
  page.locator('.cm-content').evaluate((editor, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, code)

/** As fast as no hand is, so that there certainly is something to stop. */
const pressWhenShown = (page: Page, action: string): Promise<void> =>
  page.evaluate(name => {
    const observer = new MutationObserver(() => {
      const button = document.querySelector<HTMLElement>(`[data-action="${name}"]`)
      if (button) observer.disconnect()
      button?.click()
    })
    observer.observe(document.body, { childList: true, subtree: true })
  }, action)

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
  await drawn(page)
  const input = page.locator('[data-input="x"]')
  await input.fill('1e-10')
  const cell = (name: string) => page.locator(`[data-value="${name}"]`)
  await page.waitForFunction(() =>
    document.querySelector('[data-value="exact-float64"]')?.textContent?.startsWith('9.9999999995'),
  )
  // 1 + 1e-10 is a multiple of 2^-52; in float32 it is 1.
  expect(await cell('naive-float64').innerText()).toMatch(/^1\.00000008269037\d+e-10\s+\d+ bits wrong$/)
  expect(await cell('naive-float32').innerText()).toMatch(/^0\s+24 bits wrong$/)
  // The double nearest to 9.99999999950000036e-11, as mpmath has it.
  expect(await cell('fixed-float64').innerText()).toMatch(/^9\.999999999500001e-11\s+0 bits wrong$/)
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
  await ready(page)
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

it('can stop a measurement, and take it up again', async () => {
  const page = await pages.open('/playground.html')
  await drawn(page)
  await pressWhenShown(page, 'stop')
  await page.getByLabel('plot float32').check()
  await page.locator('.plot[data-state="stopped"]').waitFor()
  await page.getByRole('button', { name: 'Measure again' }).click()
  await page.locator('.plot[data-state="drawn"] svg[aria-label*="float32"]').waitFor()
})

it('can stop reading what is very long', async () => {
  const page = await pages.open('/playground.html')
  await findings(page, 1)
  const lines = Array.from({ length: 4000 }, (_, i) => `export const f${i} = x => Math.log(1 + x) + Math.exp(x) - 1`)
  await pressWhenShown(page, 'stop-lint')
  await paste(page, lines.join('\n'))
  await page.locator('.playground[data-state="stopped"]').waitFor()
  await type(page, 'export const f = x => Math.log(1 + x)\n')
  await findings(page, 1)
})

it('reads 200 lines', async () => {
  const page = await pages.open('/playground.html')
  const lines = Array.from(
    { length: 25 },
    (_, i) => `export function loss${i}(logits, label) {
  const exps = logits.map(z => Math.exp(z))
  let total = 0
  for (const e of exps) total += e
  const probabilities = exps.map(e => e / total)
  return -Math.log(probabilities[label])
}
`,
  ).join('\n')
  await type(page, '')
  await findings(page, 0)
  await paste(page, lines)
  await findings(page, 25)
  const durations: number[] = []
  for (let i = 0; i < 30; i++) {
    await page.keyboard.type(' ')
    await findings(page, 25)
    durations.push(Number(await page.locator('.playground').getAttribute('data-duration')))
  }
  const median = (some: number[]): number => some.sort((a, b) => a - b)[some.length >> 1]!
  console.log(
    `200 lines with 25 findings are linted in ${median(durations.slice(-9))} ms once the page is warm, ` +
      `in ${median(durations.slice(0, 9))} ms before (medians of nine).`,
  )
})

it('loads less than 400 kB of script, compressed, until all is drawn, and no TypeScript', async () => {
  const page = await pages.openAnew('/playground.html')
  const total = () => [...pages.scripts.values()].reduce((sum, size) => sum + size, 0)
  await findings(page, 1)
  const linted = total()
  await drawn(page)
  await page.locator('[data-value="exact-float32"]').waitFor()
  const kilobytes = (size: number) => `${(size / 1000).toFixed(0)} kB`
  console.log(
    `The playground loads ${kilobytes(linted)} of script until it lints, ${kilobytes(total())} until it has drawn.`,
  )
  expect(total()).toBeLessThan(400_000)
  expect([...pages.scripts.keys()].filter(path => path.includes('typescript'))).toEqual([])
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
