/**
 * Examples in the pages come alive: a block marked `js incorrect` or `js correct` is an editor with the plugin in it,
 * and knows what the blocks `js fixed` and `js suggestion` behind it say that becomes of it. In a plain view of the
 * repository they are code blocks.
 */
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'

const marked = /^js (incorrect|correct|fixed|suggestion)(?: (\{.*\}))?$/

const captions = {
  fixed: 'what eslint --fix makes of it',
  suggestion: 'what the editor suggests',
} as const

interface Marked {
  readonly kind: string
  readonly settings: string
  readonly code: string
}

export function liveExamples(md: MarkdownRenderer): void {
  const fence = md.renderer.rules.fence!
  md.renderer.rules.fence = (tokens, at, options, env, self) => {
    const html = fence(tokens, at, options, env, self)
    const found = markedAt(tokens[at])
    if (!found) return html
    const { kind, code, settings } = found
    if (kind in captions)
      return `<div class="outcome"><p>${captions[kind as keyof typeof captions]}${settings ? ` with <code v-pre>${md.utils.escapeHtml(settings)}</code>` : ''}</p>${html}</div>`
    const attributes = { kind, code, ...outcomeOf(tokens.slice(at + 1).map(markedAt)) }
    const written = Object.entries(attributes).map(([name, value]) => `${name}="${encodeURIComponent(value)}"`)
    return `<LiveExample ${written.join(' ')}>${html}</LiveExample>`
  }
}

function markedAt(token: { type: string; info: string; content: string } | undefined): Marked | undefined {
  const [, kind, settings = ''] = (token?.type === 'fence' && marked.exec(token.info.trim())) || []
  return kind ? { kind, settings, code: token!.content } : undefined
}

/** Of an incorrect block, the first one behind it that says what becomes of it. */
function outcomeOf(following: readonly (Marked | undefined)[]): { fixed?: string; suggestion?: string } {
  const next = following.find(found => found)
  return next && !next.settings && next.kind in captions ? { [next.kind]: next.code } : {}
}

/** Links to files that are no pages lead to the repository. */
export function toRepository(md: MarkdownRenderer, repository: string): void {
  md.core.ruler.push('to-repository', state => {
    const page = (state.env as { path?: string }).path
    if (!page) return
    for (const { children } of state.tokens)
      for (const token of children ?? []) {
        const href = token.type === 'link_open' ? token.attrGet('href') : null
        if (!href?.startsWith('../')) continue
        const target = resolve(dirname(page), href.replace(/#.*/, ''))
        const [, inside] = /[\\/]docs[\\/](.*)$/.exec(target) ?? []
        const outside = /[\\/]docs$/.test(dirname(page)) ? href.slice(3) : href.replace(/^(?:\.\.\/)+/, '')
        if (inside === undefined && existsSync(target.split('#')[0]!))
          token.attrSet('href', `${repository}/blob/main/${outside}`)
      }
  })
}
