/**
 * `npm run screenshots`, after `npm run docs:build`: the pages that people see first, in light, dark and on a phone, into
 * docs/.vitepress/screenshots, to be looked at. With `--readme`, the two of them that the README shows.
 */
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type BrowserContextOptions, type Page } from 'playwright-core'
import { executable, flags } from '../tests/e2e/browser.ts'
import { serve } from '../tests/e2e/server.ts'

const docs = new URL('../docs/', import.meta.url)
const readme = process.argv.includes('--readme')

interface Shot {
  readonly path: string
  /** What has to be there before it is worth a picture. */
  ready(page: Page): Promise<unknown>
}

const awake = (page: Page, widget: string): Promise<void> => {
  const first = page.locator(widget).first()
  return first.scrollIntoViewIfNeeded().then(() => first.and(page.locator('[data-state="ready"]')).waitFor())
}
const drawn = (page: Page): Promise<void> => page.locator('.plot[data-state="drawn"]').first().waitFor()

const shots: Readonly<Record<string, Shot>> = {
  home: {
    path: '/',
    ready: async page => {
      await awake(page, '.live')
      await page.locator('.trick').scrollIntoViewIfNeeded()
      await drawn(page)
      await page.evaluate('scrollTo(0, 0)')
    },
  },
  rule: { path: '/rules/prefer-log-softmax.html', ready: page => awake(page, '.live') },
  playground: {
    path: '/playground.html',
    ready: async page => {
      await drawn(page)
      await page.locator('[data-value="exact-float32"]').waitFor()
    },
  },
  explainer: {
    path: '/explainer.html',
    ready: async page => {
      await awake(page, '.trick')
      await page.getByRole('slider').first().press('End')
      await page.locator('[data-value="naive-float64"].broken').first().waitFor()
      await drawn(page)
    },
  },
  speed: { path: '/speed.html', ready: async () => {} },
}

const views: Readonly<Record<string, BrowserContextOptions>> = {
  light: { viewport: { width: 1280, height: 900 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 } },
}

const server = await serve()
const browser = await chromium.launch({ executablePath: executable(), args: flags() })

/** Of the window, of the whole page, or of the first of its parts that a selector finds. */
type Extent = 'window' | 'page' | `.${string}`

async function shoot(shot: Shot, options: BrowserContextOptions, file: URL, extent: Extent): Promise<void> {
  const context = await browser.newContext({ baseURL: server.origin, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  await page.goto(shot.path)
  await shot.ready(page)
  const path = fileURLToPath(file)
  if (extent.startsWith('.')) await page.locator(extent).first().screenshot({ path })
  else await page.screenshot({ path, fullPage: extent === 'page' })
  await context.close()
  console.log(path)
}

if (readme) {
  const folder = new URL('images/', docs)
  mkdirSync(folder, { recursive: true })
  // So high that nothing of the page lies over what is shown.
  const viewport = { width: 1200, height: 1600 }
  await shoot(shots.playground!, { viewport }, new URL('playground.png', folder), '.playground')
  await shoot(shots.explainer!, { viewport }, new URL('explainer.png', folder), '.trick')
} else {
  const folder = new URL('.vitepress/screenshots/', docs)
  mkdirSync(folder, { recursive: true })
  for (const [name, shot] of Object.entries(shots))
    for (const [view, options] of Object.entries(views)) {
      const whole = view === 'phone' && (name === 'home' || name === 'playground')
      await shoot(shot, options, new URL(`${name}-${view}.png`, folder), whole ? 'page' : 'window')
    }
}

await browser.close()
await server.close()
