/** VitePress's own theme, with the components that pages use. */
import DefaultTheme from 'vitepress/theme-without-fonts'
import type { Theme } from 'vitepress'
import { defineAsyncComponent, h } from 'vue'
import LiveExample from './components/LiveExample.vue'
import Trick from './components/Trick.vue'
import './style.css'

/** The editor needs a browser, and is loaded where it is shown. */
const Playground = defineAsyncComponent({
  loader: () => import('./components/Playground.vue'),
  loadingComponent: () => h('p', { class: 'loading' }, 'Loading the playground …'),
})

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('LiveExample', LiveExample).component('Trick', Trick).component('Playground', Playground)
  },
} satisfies Theme
