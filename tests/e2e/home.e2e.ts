/** The first page: its example is alive, and the search beside it finds a rule. */
import { site, textOf } from './site.ts'

const pages = site()

it('shows an example that says what is wrong with it, fixes it, and goes back', async () => {
  const page = await pages.open('/')
  const example = page.locator('.live')
  await example.scrollIntoViewIfNeeded()
  await page.locator('.live[data-state="ready"][data-findings="1"]').waitFor()
  await example.locator('.cm-lintRange').hover()
  const tooltip = page.locator('.cm-tooltip-lint')
  await tooltip.waitFor()
  expect(await tooltip.innerText()).toContain('returns -Infinity at logits = [1000, 0], label = 1; exact -1000')
  const before = await textOf(page)
  await tooltip.getByRole('button', { name: 'Fix' }).click()
  await page.locator('.live[data-state="ready"][data-findings="0"]').waitFor()
  expect(await textOf(page)).toContain('return -stable.logSoftmax(logits)[label]')
  await example.locator('[data-action="revert"]').click()
  await page.locator('.live[data-state="ready"][data-findings="1"]').waitFor()
  expect(await textOf(page)).toBe(before)
})

it('finds a rule by what it is about', async () => {
  const page = await pages.open('/')
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox').fill('softplus')
  await page.locator('.result[href*="prefer-softplus"]').first().waitFor()
  await page.keyboard.press('Escape')
})
