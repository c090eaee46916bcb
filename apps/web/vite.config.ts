import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { stateShapes } from './tools/state-shapes.ts'

/** The page talks to its own origin alone: fonts and scripts are built in, and nothing is inlined (strict CSP). */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), preloadFonts('PublicSans-Regular', 'PublicSans-Bold'), outlines(), packed()],
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

/** `virtual:state-shapes`: the outlines are made once, by the build, so that no page carries what makes them. */
function outlines(): Plugin {
  const name = 'virtual:state-shapes'
  return {
    name: 'remit-state-shapes',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? `export const SHAPES = ${JSON.stringify(stateShapes())}` : undefined),
  }
}

/** What is text is also written packed, and the server sends whichever the browser reads. */
function packed(): Plugin {
  return {
    name: 'remit-packed',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const [fileName, file] of Object.entries(bundle)) {
          if (!/\.(?:js|css|svg)$/.test(fileName)) continue
          const source = Buffer.from(file.type === 'chunk' ? file.code : file.source)
          const params = { [constants.BROTLI_PARAM_SIZE_HINT]: source.length }
          this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: brotliCompressSync(source, { params }) })
          this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzipSync(source, { level: 9 }) })
        }
      },
    },
  }
}
