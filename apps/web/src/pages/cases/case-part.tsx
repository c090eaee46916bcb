import type { CasePart } from './case.ts'

/** What a case shows that is no script: the part that its own page shows too. */
export function CasePartView({ part }: { readonly part: CasePart }) {
  return <p>{part}</p>
}
