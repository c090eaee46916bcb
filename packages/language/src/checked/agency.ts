import type { ParsedAgency } from '../parsed/tree.ts'
import type { Finding } from '../text/finding.ts'
import { sourceOf, spanAt } from '../text/source.ts'
import type { Span } from '../text/span.ts'
import { findingAt } from './findings.ts'
import type { Linker } from './linker.ts'
import { isTimeZone } from './local-time.ts'
import { noState, STATES } from './states.ts'
import type { Agency } from './tree.ts'

/** An agency as its `agency.md` states it; its roles are checked against each book by {@link roleFindings}. */
export function agencyOf(parsed: ParsedAgency): Agency {
  const { id, name, kind, state, timeZone, fips, runs, demo, silent, pageEachSeconds } = parsed
  return {
    id,
    name,
    kind,
    state,
    timeZone,
    runs,
    demo,
    roles: parsed.roles.map(({ text }) => text),
    chain: parsed.chain.map(({ text }) => text),
    referTo: parsed.referTo.text,
    ...(fips === undefined ? {} : { fips }),
    ...(silent === undefined ? {} : { silent }),
    ...(pageEachSeconds === undefined ? {} : { pageEachSeconds }),
  }
}

/** What is wrong with an `agency.md` by itself. Without a time zone the agency has no day, and so no book. */
export function agencyFindings(agency: ParsedAgency): readonly Finding[] {
  const { state, timeZone } = agency
  const findings: Finding[] = []
  if (!isTimeZone(timeZone)) {
    findings.push(
      findingAt(lineOf(agency, 'time-zone'), 'E130', `there is no time zone \`${timeZone}\``, {
        label: 'orders are in force by the local time of the agency',
        fix: 'write the name of a place, as in `America/Chicago`',
      }),
    )
  }
  if (!STATES.includes(state)) findings.push(noState({ text: state, span: lineOf(agency, 'state') }))
  return findings
}

/** The line of a key; the front matter where it is not a line of its own. */
function lineOf({ id, text, span }: ParsedAgency, key: string): Span {
  const line = new RegExp(`^${key}[ \\t]*:.*`, 'm').exec(text)
  return line === null ? span : spanAt(sourceOf(`${id}/agency.md`, text), line.index, line[0].trimEnd().length)
}

/** Reports the roles of an `agency.md` that the book does not know. */
export function checkRoles(parsed: ParsedAgency, linker: Linker): void {
  for (const role of [...parsed.roles, ...parsed.chain, parsed.referTo]) linker.role(role)
}
