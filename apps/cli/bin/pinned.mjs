#!/usr/bin/env node
// Runs a script with the Node that package.json pins (the npm package `node`), whatever Node started this file.
// Plain JavaScript, because the system's Node may be too old to run TypeScript.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const pinned = join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin', 'node')

export function runPinned(args) {
  const child = spawn(pinned, args, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`remit: could not start the pinned Node at ${pinned}: ${error.message}. Run \`npm ci\` first.`)
    process.exit(70)
  })
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}

if (process.argv[1] === import.meta.filename) runPinned(process.argv.slice(2))
