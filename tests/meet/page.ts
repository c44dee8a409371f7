/**
 * A page of the docs, as somebody follows it: the files that it says to write, the commands that it says to run, what it
 * says comes out. The tests take them from the page word by word, so that the two cannot diverge.
 */
import { readFileSync } from 'node:fs'

export interface Step {
  /** `shown` is what the page shows as coming out, or just for reading. */
  readonly kind: 'file' | 'command' | 'shown'
  /** Of a file, its name, which is the last thing in backticks in the line before. */
  readonly name: string
  readonly text: string
}

const block = /^(?:(.*):\n\n)?```(\w*).*\n([\s\S]*?)^```$/gm

export class Page {
  readonly steps: readonly Step[]

  constructor(name: string) {
    const markdown = readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
    this.steps = [...markdown.matchAll(block)].flatMap(([, lead = '', language, text = '']): Step[] => {
      if (language === 'sh')
        return text
          .trim()
          .split('\n')
          .map(line => ({ kind: 'command', name: '', text: line }))
      const file = [...lead.matchAll(/`([^`\s]*\.\w+|[^`\s]*\/[^`\s]+)`/g)].at(-1)?.[1]
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
