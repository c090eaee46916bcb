/** Whose orders a paper tells. */
import type { Agency } from '@remit/language/checked/tree.ts'

/** `runs`: whether the agency runs Remit, and so prints its own paper; of another one it is made from public sources. */
export type PaperAgency = Pick<Agency, 'id' | 'name' | 'demo' | 'runs' | 'timeZone'>

/** As much of an agency as paper says. */
export function paperAgency({ id, name, demo, runs, timeZone }: Agency): PaperAgency {
  return { id, name, demo, runs, timeZone }
}
