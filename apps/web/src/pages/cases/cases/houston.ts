/** What the runs of Houston share. The place requires steps that the other two forbid or do not speak of. */
import type { OpenIncident } from '@remit/contract/commands.ts'
import type { ScriptedCase } from '../case.ts'
import { asksOnly } from './asks.ts'

export const HOUSTON = 'us/tx/houston/police/demo'
export const DIRECTIVE = 'us/tx/houston/police/2026-03-directive'

export const HOU_DISPATCHER = 'dispatcher-12'
export const HOU_OFFICER = 'officer-1210'
export const HOU_SERGEANT = 'sergeant-1230'

export const HOU_SCREENS = {
  first: 'desk',
  dispatcher: HOU_DISPATCHER,
  officer: HOU_OFFICER,
  supervisor: HOU_SERGEANT,
} as const satisfies ScriptedCase['screens']

/** A stop; the check returns an immigration notice. Nobody has asked yet. */
export const A_STOP: Omit<OpenIncident, 'startsAt'> = {
  as: HOU_DISPATCHER,
  channel: 'radio',
  requesterIs: 'asserted',
  beat: '1210',
  cadEvent: '26079 04410',
  values: {
    requester: 'nobody',
    'request-purpose': 'none',
    hit: 'civil',
    'stop is finished': false,
    'crime is suspected': false,
    'custody is for-another-violation': false,
    ...asksOnly(),
  },
  units: [HOU_OFFICER],
}
