/** What the cases of Fairfax County share: the demo department, its positions, the afternoon of the crash. */
import type { OpenIncident } from '@remit/contract/commands.ts'
import type { ScriptedCase } from '../case.ts'
import { asksOnly } from './asks.ts'

export const FAIRFAX = 'us/va/fairfax-county/police/demo'
export const NOTICES = 'us/va/fairfax-county/police/2007-administrative-warrants'

/** 21 Sep 2019, 14:46 in Fairfax County. */
export const THE_CRASH = Date.UTC(2019, 8, 21, 18, 46)

export const FX_DISPATCHER = 'dispatcher-4'
export const FX_OFFICER = 'officer-0411'
export const FX_SERGEANT = 'sergeant-430'
export const FX_INSPECTOR = 'inspector-4'

export const FX_SCREENS = {
  first: 'desk',
  dispatcher: FX_DISPATCHER,
  officer: FX_OFFICER,
  supervisor: FX_SERGEANT,
} as const satisfies ScriptedCase['screens']

/** Nobody has asked for anything: a records check at a crash returns an immigration notice. */
export const A_NOTICE: Omit<OpenIncident, 'startsAt'> = {
  as: FX_DISPATCHER,
  channel: 'radio',
  requesterIs: 'asserted',
  beat: '0411',
  cadEvent: '19264 05127',
  values: {
    requester: 'nobody',
    'request-purpose': 'none',
    hit: 'civil',
    'custody is for-another-violation': false,
    ...asksOnly(),
  },
  units: [FX_OFFICER],
}
