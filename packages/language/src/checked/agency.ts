import type { ParsedAgency } from '../parsed/tree.ts'
import type { Finding } from '../text/finding.ts'
import { findingAt } from './findings.ts'
import type { Linker } from './linker.ts'
import { isTimeZone } from './local-time.ts'
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
export function agencyFindings({ state, timeZone, span }: ParsedAgency): readonly Finding[] {
  const findings: Finding[] = []
  if (!isTimeZone(timeZone)) {
    findings.push(
      findingAt(span, 'E130', `there is no time zone \`${timeZone}\``, {
        label: 'orders are in force by the local time of the agency',
        fix: 'write the name of a place, as in `America/Chicago`',
      }),
    )
  }
  if (!/^[A-Z]{2}$/.test(state)) {
    findings.push(
      findingAt(span, 'E131', `\`${state}\` is no state in two capital letters`, {
        label: 'the state in which the agency is',
        fix: 'write it as in `IL`',
      }),
    )
  }
  return findings
}

/** Reports the roles of an `agency.md` that the book does not know. */
export function checkRoles(parsed: ParsedAgency, linker: Linker): void {
  for (const role of [...parsed.roles, ...parsed.chain, parsed.referTo]) linker.role(role)
}
