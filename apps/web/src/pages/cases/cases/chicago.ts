/** What the cases of Chicago share: the demo department, its positions, the night of the memo. */
import type { OpenIncident } from '@remit/contract/commands.ts'
import type { ScriptedCase } from '../case.ts'
import { asksOnly } from './asks.ts'

export const CHICAGO = 'us/il/chicago/police/demo'
export const MEMO = 'us/il/chicago/police/2019-09-dhs-memo'

export const seconds = (count: number): number => count * 1000
export const minutes = (count: number): number => count * 60_000

/** 27 Sep 2019, 21:49:20 in Chicago. The day within the memo's time and the hour are set for the demo. */
export const THE_EVENING = Date.UTC(2019, 8, 28, 2, 49, 20)

export const DISPATCHER = 'dispatcher-7'
export const OFFICER = 'officer-0733'
export const SERGEANT = 'sergeant-730'
export const SECOND_SERGEANT = 'sergeant-740'

export const SCREENS = {
  first: 'desk',
  dispatcher: DISPATCHER,
  officer: OFFICER,
  supervisor: SERGEANT,
} as const satisfies ScriptedCase['screens']

/** ICE asks two officers by radio for help with an arrest, and shows an I-200. */
export const ICE_ASKS: Omit<OpenIncident, 'startsAt'> = {
  as: DISPATCHER,
  channel: 'radio',
  requesterIs: 'asserted',
  beat: '0733',
  cadEvent: '19270 08391',
  values: { requester: 'ice-ero', 'request-purpose': 'civil-arrest', warrant: 'i-200', ...asksOnly('arrest-help') },
  units: [OFFICER, 'officer-0734'],
}
