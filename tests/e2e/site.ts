/** The built site, served from this process, in the system's Chromium. What a page complains of fails its test. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium, type Browser, type Page } from 'playwright-core'
import { findChromium } from '../../tools/platforms/engines.ts'

const dist = fileURLToPath(new URL('../../docs/.vitepress/dist', import.meta.url))

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

/** Longer than anything takes on a busy machine: only what never comes runs into it. */
const patience = 120_000

export interface Site {
  /** A page of its own, with an empty cache, at a path of the site. */
  open(path: string, options?: Parameters<Browser['newContext']>[0]): Promise<Page>
  /** The scripts served since the last page was opened, in bytes as a server would send them. */
  readonly scripts: ReadonlyMap<string, number>
}

/** Starts before the tests of a file, and ends after them. */
export function site(): Site {
  const scripts = new Map<string, number>()
  const complaints: string[] = []
  let browser: Browser
  let origin = ''
  const server = createServer(({ url }, response) => {
    const path = decodeURIComponent(new URL(url!, 'http://localhost').pathname)
    const file = join(dist, normalize(path.endsWith('/') ? `${path}index.html` : path))
    if (!file.startsWith(dist) || !existsSync(file)) return void response.writeHead(404).end()
    const content = readFileSync(file)
    if (extname(file) === '.js') scripts.set(path, gzipSync(content).length)
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(content)
  })

  beforeAll(async () => {
    if (!existsSync(join(dist, 'index.html'))) throw new Error('The site is not built: run `npm run docs:build` first.')
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    // Chromium has no sandbox for root, which is who containers run as.
    const rights = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const quiet = [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ]
    browser = await chromium.launch({ executablePath: executable(), args: [...rights, ...quiet], timeout: patience })
  })
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
    expect(complaints.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await new Promise(resolve => server.close(resolve))
  })

  return {
    scripts,
    async open(path, options = {}) {
      const context = await browser.newContext({ baseURL: origin, ...options })
      const page = await context.newPage()
      page.setDefaultTimeout(patience)
      page.setDefaultNavigationTimeout(patience)
      page.on('console', message => {
        if (['error', 'warning'].includes(message.type())) complaints.push(`${path}: ${message.text()}`)
      })
      page.on('pageerror', error => complaints.push(`${path}: ${error.message}`))
      page.on('request', request => {
        if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(origin))
          complaints.push(`${path} asks ${request.url()}`)
      })
      page.on('response', response => {
        if (response.status() >= 400) complaints.push(`${path}: ${response.status()} for ${response.url()}`)
      })
      scripts.clear()
      await page.goto(path, { waitUntil: 'load' })
      return page
    },
  }
}

/** Playwright takes a path, where a shell takes a name. */
function executable(): string {
  const name = findChromium()
  if (name.includes('/')) return name
  const found = process.env
    .PATH!.split(':')
    .map(folder => join(folder, name))
    .find(existsSync)
  return found ?? name
}

/** What stands in an editor. */
export const textOf = (page: Page, editor = '.cm-content'): Promise<string> =>
  page
    .locator(editor)
    .first()
    .locator('.cm-line')
    .allInnerTexts()
    .then(lines => lines.map(line => (line === '\n' ? '' : line)).join('\n'))
