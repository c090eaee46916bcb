import { resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin, type Rolldown } from 'vite'
import { stateShapes } from './tools/state-shapes.ts'

/** The page talks to its own origin alone: fonts and scripts are built in, and nothing is inlined (strict CSP). */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), preloadFonts('PublicSans-Regular', 'PublicSans-Bold'), outlines(), packed(), preRendering()],
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

/**
 * The page that the public asks is also built as a module with which the server draws it: `pre-render/answer.mjs`, and
 * beside it the addresses of the styles and scripts that it then needs in the browser.
 */
function preRendering(): Plugin {
  let outDir = ''
  let mode = 'production'
  return {
    name: 'remit-pre-rendering',
    apply: (_, { isSsrBuild }) => isSsrBuild !== true,
    configResolved: ({ root, build, isProduction }) => {
      mode = isProduction ? 'production' : 'development'
      outDir = resolve(root, build.outDir, 'pre-render')
    },
    generateBundle(_, bundle) {
      const files = filesOf('pages/answer/answer-page.tsx', bundle)
      this.emitFile({ type: 'asset', fileName: 'pre-render/answer.json', source: JSON.stringify(files) })
    },
    async closeBundle() {
      await build({
        root: import.meta.dirname,
        configFile: false,
        logLevel: 'error',
        plugins: [react(), outlines()],
        ssr: { noExternal: true },
        define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
        build: {
          ssr: 'src/pages/answer/pre-render.tsx',
          outDir,
          emptyOutDir: false,
          copyPublicDir: false,
          target: 'es2022',
          rolldownOptions: { output: { entryFileNames: 'answer.mjs' } },
        },
      })
    },
  }
}

/** What the chunk of a module and all that it imports bring along. */
function filesOf(
  module: string,
  bundle: Rolldown.OutputBundle,
): { readonly styles: string[]; readonly scripts: string[] } {
  const styles = new Set<string>()
  const scripts = new Set<string>()
  const visit = (fileName: string): void => {
    const file = bundle[fileName]
    if (file?.type !== 'chunk' || scripts.has(fileName)) return
    scripts.add(fileName)
    for (const style of file.viteMetadata?.importedCss ?? []) styles.add(style)
    file.imports.forEach(visit)
  }
  const start = Object.values(bundle).find((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(module))
  if (start === undefined) throw new Error(`bug: no chunk is made of ${module}`)
  visit(start.fileName)
  return { styles: [...styles], scripts: [...scripts] }
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
