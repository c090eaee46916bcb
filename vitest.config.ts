import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{packages,apps,tools}/**/*.test.ts', '{packages,apps,tools}/**/*.test.tsx'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})
