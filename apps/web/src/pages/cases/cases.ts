/** The cases, in the groups in which they are listed. */
import type { Case } from './case.ts'
import { A1 } from './cases/a1.ts'
import { A2 } from './cases/a2.ts'
import { A3 } from './cases/a3.ts'
import { A4 } from './cases/a4.ts'
import { A5 } from './cases/a5.ts'
import { A6 } from './cases/a6.ts'
import { A7 } from './cases/a7.ts'
import { A8 } from './cases/a8.ts'
import { A9 } from './cases/a9.ts'
import { A10 } from './cases/a10.ts'
import { A11 } from './cases/a11.ts'
import { A12 } from './cases/a12.ts'
import { A13 } from './cases/a13.ts'

export type CaseGroup = { readonly title: string; readonly cases: readonly Case[] }

export const CASE_GROUPS: readonly CaseGroup[] = [
  { title: 'Chicago, the memo of late September 2019', cases: [A1, A2, A3, A4, A5] },
  { title: 'Fairfax County, the order of 2019', cases: [A6, A7, A8, A9] },
  { title: 'Houston, orders of 2026', cases: [A13] },
  { title: 'Around both', cases: [A10, A11, A12] },
]

export const FIRST_CASE: Case = A1

export function caseWith(id: string | undefined): Case {
  return CASE_GROUPS.flatMap(({ cases }) => cases).find((each) => each.id === id) ?? FIRST_CASE
}
