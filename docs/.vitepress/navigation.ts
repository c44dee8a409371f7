/**
 * The sidebar, from the rules and from what lies in docs/: a new rule or page is in it without anybody adding it. Only
 * the pages that are read in an order are named here; every other one is a recipe.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DefaultTheme } from 'vitepress'
import { rules } from '../../src/rules/index.ts'

const guide = ['getting-started', 'explainer', 'playground', 'how-it-works', 'comparison']
const reference = ['runtime', 'accuracy', 'speed', 'dialects', 'expressions']

type Item = DefaultTheme.SidebarItem

export function sidebar(docs: string): DefaultTheme.SidebarMulti {
  const page = (name: string): Item => ({ text: titleOf(join(docs, `${name}.md`)), link: `/${name}` })
  const there = (names: readonly string[]): Item[] => names.filter(name => existsSync(join(docs, `${name}.md`))).map(page)
  const recipes = readdirSync(docs)
    .filter(file => file.endsWith('.md'))
    .map(file => file.slice(0, -3))
    .filter(name => name !== 'index' && !guide.includes(name) && !reference.includes(name))
  const ruleItems = (strict: boolean): Item[] =>
    rules.filter(rule => (rule.strict ?? false) === strict).map(({ name }) => ({ text: name, link: `/rules/${name}` }))
  return {
    '/': [
      { text: 'Guide', items: there(guide) },
      { text: 'Reference', items: [{ text: 'Rules', link: '/rules/' }, ...there(reference)] },
      { text: 'Recipes', items: there(recipes.sort()) },
      { text: 'Rules: recommended', items: ruleItems(false) },
      { text: 'Rules: only in strict', items: ruleItems(true) },
    ],
  }
}

const titleOf = (path: string): string => /^# (.*)$/m.exec(readFileSync(path, 'utf8'))?.[1] ?? path
