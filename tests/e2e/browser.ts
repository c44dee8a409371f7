/** One Chromium of the system for all files of tests, which connect to it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { findChromium } from '../../tools/platforms/engines.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly browser: string
  }
}

export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const server = await chromium.launchServer({ executablePath: executable(), args: flags() })
  project.provide('browser', server.wsEndpoint())
  return () => server.close()
}

export const flags = (): string[] => [
  // Chromium has no sandbox for root, which is who containers run as.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Playwright takes a path, where a shell takes a name. */
export function executable(): string {
  const name = findChromium()
  if (name.includes('/')) return name
  const found = process.env
    .PATH!.split(':')
    .map(folder => join(folder, name))
    .find(existsSync)
  return found ?? name
}
