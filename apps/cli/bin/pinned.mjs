#!/usr/bin/env node
// Runs a script with the Node that package.json pins (the npm package `node`), whatever Node started this file.
// Plain JavaScript, because the system's Node may be too old to run TypeScript.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * With `isTied` the script gets a channel that closes when this process dies, even by kill -9, and can end itself. What Node
 * made of the sources is kept beside the packages, so that a second start reads them in half the time.
 */
export function runPinned(args, isTied = false) {
  const env = { NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'node'), ...process.env }
  const stdio = isTied ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit'
  const child = spawn(pinnedNode(), args, { stdio, env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`remit: could not start the pinned Node: ${error.message}. Run \`npm ci\` first.`)
    process.exit(70)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

const ROOT = join(import.meta.dirname, '..', '..', '..')

function pinnedNode() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin', 'node')
  } catch {
    console.error('remit: the pinned Node is not installed. Run `npm ci` first.')
    process.exit(70)
  }
}

if (process.argv[1] === import.meta.filename) runPinned(process.argv.slice(2))
