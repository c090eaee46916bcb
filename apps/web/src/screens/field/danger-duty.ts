/** What stands largest in the red of a phone. */
import type { Headline, IncidentView, RoleView } from '@remit/contract/incident-view.ts'

/** Whatever the orders of an agency say, this one they all say; it stands before any answer has come. */
const DUTY = 'Protect life now.'

/** The duty that was determined of the danger, else the one that all orders say; never one about anything else. */
export function dangerDuty(view: IncidentView | undefined, role: RoleView | undefined): string {
  const headline = role?.headline
  return view?.danger.open && isAboutDanger(headline) ? headline.sentence : DUTY
}

function isAboutDanger(headline: Headline | undefined): headline is Headline {
  return headline?.modality === 'MUST' && headline.urgent
}
