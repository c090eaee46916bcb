/** The language server over standard input and output. Everything else that is printed goes to standard error. */
import { setImmediate, setTimeout } from 'node:timers/promises'
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { DISK } from './disk.ts'
import { serve } from './server.ts'

serve(
  createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout),
  ),
  {
    files: DISK,
    now: () => Date.now(),
    pause: () => setImmediate(),
    wait: (ms) => setTimeout(ms),
  },
)
