/** The built site in the browser. What a page complains of fails its test. */
import { gzipSync } from 'node:zlib'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { serve, type Served } from './server.ts'

/** Longer than anything takes on a busy machine: only what never comes runs into it. */
const patience = 120_000

export interface Site {
  /** A page of its own, at a path of the site. Pages with the same options share what was loaded already. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>
  /** The same, with nothing loaded. */
  openAnew(path: string): Promise<Page>
  /** The scripts served since a page was opened anew, in bytes as a server would send them. */
  readonly scripts: ReadonlyMap<string, number>
}

/** Starts before the tests of a file, and ends after them. A page that a test opens is closed behind it. */
export function site(): Site {
  const scripts = new Map<string, number>()
  const complaints: string[] = []
  const contexts = new Map<string, Promise<BrowserContext>>()
  const opened: Page[] = []
  let browser: Browser
  let served: Served

  beforeAll(async () => {
    served = await serve((path, content) => {
      if (path.endsWith('.js')) scripts.set(path, gzipSync(content).length)
    })
    browser = await chromium.connect(inject('browser'))
  })
  // What is opened before all tests stays.
  beforeEach(() => void opened.splice(0))
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.close()
    expect(complaints.splice(0)).toEqual([])
  })
  afterAll(async () => {
    for (const context of contexts.values()) await (await context).close()
    await browser?.close()
    await served?.close()
  })

  async function openIn(context: BrowserContext, path: string): Promise<Page> {
    const page = await context.newPage()
    opened.push(page)
    page.setDefaultTimeout(patience)
    page.setDefaultNavigationTimeout(patience)
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type())) complaints.push(`${path}: ${message.text()}`)
    })
    page.on('pageerror', error => complaints.push(`${path}: ${error.message}`))
    page.on('request', request => {
      if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(served.origin))
        complaints.push(`${path} asks ${request.url()}`)
    })
    page.on('response', response => {
      if (response.status() >= 400) complaints.push(`${path}: ${response.status()} for ${response.url()}`)
    })
    await page.goto(path, { waitUntil: 'load' })
    // What is pressed before the page is alive, nobody hears: Vue leaves this mark when it has taken over.
    await page.waitForFunction(() => '__vue_app__' in document.querySelector('#app')!)
    return page
  }

  function contextOf(key: string, options: BrowserContextOptions): Promise<BrowserContext> {
    const context = contexts.get(key) ?? browser.newContext({ baseURL: served.origin, ...options })
    contexts.set(key, context)
    return context
  }

  return {
    scripts,
    open: async (path, options = {}) => openIn(await contextOf(JSON.stringify(options), options), path),
    async openAnew(path) {
      scripts.clear()
      return openIn(await contextOf(`anew ${contexts.size}`, {}), path)
    },
  }
}

/** What stands in an editor. */
export const textOf = (page: Page, editor = '.cm-content'): Promise<string> =>
  page
    .locator(editor)
    .first()
    .locator('.cm-line')
    .allInnerTexts()
    .then(lines => lines.map(line => (line === '\n' ? '' : line)).join('\n'))
