#!/usr/bin/env node
import { join } from 'node:path'
import { runPinned } from './pinned.mjs'

runPinned([join(import.meta.dirname, '..', 'src', 'main.ts'), ...process.argv.slice(2)], true)
