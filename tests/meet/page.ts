/**
 * A page of the docs, as somebody follows it: the files that it says to write, the commands that it says to run, what it
 * says comes out. The tests take them from the page word by word, so that the two cannot diverge.
 */
import { readFileSync } from 'node:fs'

export interface Step {
  /** `shown` is what the page shows as coming out, or just for reading. */
  readonly kind: 'file' | 'command' | 'shown'
  /** Of a file, its name: the last one in backticks in the paragraph before, which ends in a colon. */
  readonly name: string
  readonly text: string
}

const fence = /^```(\w*).*\n([\s\S]*?)^```$/gm

export class Page {
  readonly markdown: string
  readonly steps: readonly Step[]

  constructor(name: string) {
    const markdown = readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
    this.markdown = markdown
    this.steps = [...markdown.matchAll(fence)].flatMap(({ 1: language, 2: text = '', index }): Step[] => {
      if (language === 'sh')
        return text
          .trim()
          .split('\n')
          .map(line => ({ kind: 'command', name: '', text: line }))
      const lead = markdown
        .slice(0, index)
        .trimEnd()
        .split(/\n\s*\n/)
        .at(-1)!
      const file = lead.endsWith(':') ? [...lead.matchAll(/`([^`\s]*\.\w+|[^`\s]*\/[^`\s]+)`/g)].at(-1)?.[1] : undefined
      return [{ kind: file ? 'file' : 'shown', name: file ?? '', text }]
    })
  }

  /** The texts of a file, from the first to what it becomes. */
  versions(name: string): string[] {
    return this.steps.filter(step => step.kind === 'file' && step.name === name).map(({ text }) => text)
  }

  file(name: string): string {
    const [text] = this.versions(name)
    if (text === undefined) throw new Error(`The page has no file ${name}.`)
    return text
  }

  get files(): Record<string, string> {
    return Object.fromEntries(
      this.steps
        .filter(step => step.kind === 'file')
        .reverse()
        .map(({ name, text }) => [name, text]),
    )
  }

  get commands(): readonly string[] {
    return this.steps.filter(step => step.kind === 'command').map(({ text }) => text)
  }

  get shown(): readonly string[] {
    return this.steps.filter(step => step.kind === 'shown').map(({ text }) => text.trimEnd())
  }
}
