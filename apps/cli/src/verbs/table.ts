/** The verbs. Each is loaded when it is called: `remit check` does not wait for what a server needs. */
import type { Arguments } from '../arguments.ts'
import type { ExitCode } from '../exit-codes.ts'
import type { Output } from '../output.ts'
import type { Verb } from '../usage.ts'

export type RunVerb = (args: Arguments, output: Output) => Promise<ExitCode>

export const VERBS: { readonly [verb in Verb]: () => Promise<RunVerb> } = {
  check: async () => (await import('./check.ts')).check,
  test: async () => (await import('./test.ts')).test,
  cover: async () => (await import('./cover.ts')).coverVerb,
  fmt: async () => (await import('./fmt.ts')).fmt,
  new: async () => (await import('./new.ts')).newVerb,
  reports: async () => (await import('./reports.ts')).reports,
  decide: async () => (await import('./decide.ts')).decideVerb,
  ask: async () => (await import('./ask.ts')).askVerb,
  explain: async () => (await import('./explain.ts')).explainVerb,
  'what-if': async () => (await import('./what-if.ts')).whatIfVerb,
  'why-not': async () => (await import('./why-not.ts')).whyNotVerb,
  compile: async () => (await import('./compile.ts')).compileVerb,
  bundle: async () => (await import('./bundle.ts')).bundle,
  analyse: async () => (await import('./analyse.ts')).analyseVerb,
  diff: async () => (await import('./diff.ts')).diffVerb,
  impact: async () => (await import('./impact.ts')).impactVerb,
  drills: async () => (await import('./drills.ts')).drillsVerb,
  paper: async () => (await import('./paper.ts')).paperVerb,
  serve: async () => (await import('./serve.ts')).serve,
  verify: async () => (await import('./verify.ts')).verify,
}
