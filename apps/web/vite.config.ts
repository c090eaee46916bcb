import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The page talks to its own origin alone: fonts and scripts are built in, and nothing is inlined (strict CSP). */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
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
