/** Where what VitePress makes of Markdown does not suit everybody: a narrow screen, or who does not see it. */
import type { MarkdownRenderer } from 'vitepress'

/** Indented code scrolls, as fenced code does. */
export function indentedAsFenced({ renderer }: MarkdownRenderer): void {
  const { fence } = renderer.rules
  renderer.rules.code_block = (...args) => fence!(...args)
}

/** An empty cell of a table's head is a header of nothing: it becomes an ordinary cell. */
export function noEmptyHeaders(md: MarkdownRenderer): void {
  md.core.ruler.push('no-empty-headers', ({ tokens }) => {
    for (const [at, opening] of tokens.entries()) {
      const [content, closing] = tokens.slice(at + 1, at + 3)
      if (opening.type === 'th_open' && content?.content === '') opening.tag = closing!.tag = 'td'
    }
  })
}
