/**
 * The built site, served from this process; or whatever SITE is the address of, such as `npm run docs`, which needs no
 * building while one works on it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

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

export interface Served {
  readonly origin: string
  close(): Promise<void>
}

export async function serve(hears: (path: string, content: Buffer) => void = () => {}): Promise<Served> {
  const { SITE } = process.env
  if (SITE) return { origin: SITE.replace(/\/$/, ''), close: async () => {} }
  if (!existsSync(join(dist, 'index.html'))) throw new Error('The site is not built: run `npm run docs:build` first.')
  const server = createServer(({ url }, response) => {
    const path = decodeURIComponent(new URL(url!, 'http://localhost').pathname)
    const file = join(dist, normalize(path.endsWith('/') ? `${path}index.html` : path))
    if (!file.startsWith(dist) || !existsSync(file)) return void response.writeHead(404).end()
    const content = readFileSync(file)
    hears(path, content)
    const type = types[extname(file)] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=600' }).end(content)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
