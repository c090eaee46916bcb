import type { Arguments } from '../arguments.ts'
import type { ExitCode } from '../exit-codes.ts'
import type { Output } from '../output.ts'
import type { Verb } from '../usage.ts'
import { askVerb } from './ask.ts'
import { check } from './check.ts'
import { decideVerb } from './decide.ts'
import { explainVerb } from './explain.ts'
import { serve } from './serve.ts'
import { test } from './test.ts'
import { verify } from './verify.ts'

export const VERBS: { readonly [verb in Verb]: (args: Arguments, output: Output) => Promise<ExitCode> } = {
  check,
  test,
  decide: decideVerb,
  ask: askVerb,
  explain: explainVerb,
  serve,
  verify,
}
