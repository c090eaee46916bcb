import type { Word } from '../parsed/tree.ts'
import type { Finding } from '../text/finding.ts'
import { findingAt } from './findings.ts'

/** The states, the federal district and the territories, by their two letters (publication 28 of the Postal Service). */
export const STATES: readonly string[] = [
  ['AL', 'AK', 'AZ', 'AR', 'CA', 'CO', 'CT', 'DE', 'FL', 'GA', 'HI', 'ID', 'IL', 'IN', 'IA', 'KS', 'KY', 'LA', 'ME'],
  ['MD', 'MA', 'MI', 'MN', 'MS', 'MO', 'MT', 'NE', 'NV', 'NH', 'NJ', 'NM', 'NY', 'NC', 'ND', 'OH', 'OK', 'OR', 'PA'],
  ['RI', 'SC', 'SD', 'TN', 'TX', 'UT', 'VT', 'VA', 'WA', 'WV', 'WI', 'WY'],
  ['DC', 'AS', 'GU', 'MP', 'PR', 'VI'],
].flat()

/** E131, of an agency and of what a document applies in. */
export function noState({ text, span }: Word): Finding {
  return findingAt(span, 'E131', `there is no state \`${text}\``, {
    label: 'decides which documents apply here',
    fix: 'write the two capital letters of a state, as in `IL`',
  })
}
