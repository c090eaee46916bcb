import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** The page talks to its own origin alone: fonts and scripts are built in, and nothing is inlined (strict CSP). */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), preloadFonts('PublicSans-Regular', 'PublicSans-Bold')],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    sourcemap: true,
  },
  server: { host: '127.0.0.1' },
})

/** An order must not jump when its font arrives: the two weights that every screen shows are asked for with the page. */
function preloadFonts(...names: readonly string[]): Plugin {
  return {
    name: 'remit-preload-fonts',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => file.endsWith('.woff2') && names.some((name) => file.includes(name)))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' },
            injectTo: 'head',
          })),
    },
  }
}
