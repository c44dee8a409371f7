/** Modules that the site's bundler knows and TypeScript does not: see browser.ts. */
declare module 'estree-converter' {
  export { astConverter } from '@typescript-eslint/typescript-estree/use-at-your-own-risk'
}
declare module 'path-browserify' {
  import path from 'node:path'
  export default path
}
