/** The site over docs/: what VitePress has to know, and what a browser lacks of what ESLint expects. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'
import { indentedAsFenced, noEmptyHeaders } from './markdown.ts'
import { liveExamples, toRepository } from './examples.ts'
import { sidebar } from './navigation.ts'
import { browserParts } from './browser.ts'

const docs = fileURLToPath(new URL('..', import.meta.url))
const repository = 'https://github.com/stable-math/eslint-plugin-stable-math'

export default defineConfig({
  title: 'stable-math',
  description: 'An ESLint plugin that finds numerically unstable mathematics, says what it costs, and fixes it.',
  base: process.env.BASE ?? '/',
  cleanUrls: false,
  appearance: true,
  // A page loads what it shows.
  router: { prefetchLinks: false },
  head: [['link', { rel: 'icon', href: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M3 26h8q5 0 5-10t5-10h8" fill="none" stroke="%232563c9" stroke-width="4" stroke-linecap="round"/></svg>' }]],
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config(md) {
      md.use(noEmptyHeaders).use(indentedAsFenced).use(liveExamples).use(toRepository, repository)
    },
  },
  themeConfig: {
    nav: [
      { text: 'Guide', link: '/getting-started' },
      { text: 'Watch it break', link: '/explainer' },
      { text: 'Rules', link: '/rules/' },
      { text: 'Playground', link: '/playground' },
      { text: 'Repository', link: repository },
    ],
    sidebar: sidebar(docs),
    search: {
      provider: 'local',
      // The name of the button is its text: style.css keeps it where there is no room to show it.
      options: { translations: { button: { buttonText: 'Search', buttonAriaLabel: '' } } },
    },
    outline: [2, 3],
  },
  vite: browserParts,
})
