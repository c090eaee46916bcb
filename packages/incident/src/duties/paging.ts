/** Paging supervisors along the agency's chain, until one accepts or arrives. The chain ends at a post that cannot be absent. */
import type { Agency } from '@remit/language/checked/tree.ts'
import type { ActAnswer } from '../determinations/merged.ts'
import { isSettled } from '../determinations/modalities.ts'
import type { EventBody, PositionId } from '../events/event.ts'
import type { Incident, Page } from '../events/fold.ts'
import { ACTS_THAT_NEED_A_SUPERVISOR, ARRIVED, LEFT } from './words.ts'

/** A position that can be paged, by its place in the chain. */
export type Pageable = { readonly id: PositionId; readonly role: string; readonly chain?: string | undefined }

/** For an agency that sets none: a minute and a half for one position to answer. */
const PAGE_EACH_SECONDS_DEFAULT = 90

export function isOnScene(incident: Incident): boolean {
  const last = incident.events.findLast(
    ({ body }) => body.kind === 'happened' && (body.event === ARRIVED || body.event === LEFT),
  )
  return last?.body.kind === 'happened' && last.body.event === ARRIVED
}

/** The page that waits for an answer. */
export function openPage({ pages }: Incident): Page | undefined {
  return pages.find(({ state }) => state === 'paged')
}

/** The first page, where the orders need a supervisor and nobody was paged yet. */
export function firstPage(
  incident: Incident,
  answers: readonly ActAnswer[],
  { agency, positions, nowMs }: PagingBy,
): readonly EventBody[] {
  const isNeeded = answers.some((answer) => ACTS_THAT_NEED_A_SUPERVISOR.has(answer.act) && isSettled(answer, 'MUST'))
  if (!isNeeded || incident.pages.length > 0 || isOnScene(incident)) return []
  return pageTo(inChain(agency, positions)[0], incident, { agency, positions, nowMs })
}

export type PagingBy = { readonly agency: Agency; readonly positions: readonly Pageable[]; readonly nowMs: number }

/** What follows when `page` was not answered in time: it is said so, and the next of the chain is paged. */
export function afterNoAnswer(incident: Incident, page: Page, by: PagingBy): readonly EventBody[] {
  const chain = inChain(by.agency, by.positions)
  const place = chain.findIndex(({ id }) => id === page.position)
  // The last of the chain is paged again and again: it is a post that cannot be absent.
  const next = chain[Math.min(place + 1, chain.length - 1)]
  return [
    { kind: 'page-not-reached', page: page.page, position: page.position },
    ...(isOnScene(incident) ? [] : pageTo(next, incident, by)),
  ]
}

/** Whether a position of `role` was paged at `sinceMs` or later, whatever came of it. */
export function wasPagedSince({ pages }: Incident, role: string, sinceMs: number, { positions }: PagingBy): boolean {
  return pages.some(
    ({ position, sentAt }) =>
      sentAt >= sinceMs && positions.some((one) => one.id === position && (one.role === role || one.chain === role)),
  )
}

/** A page to the first position of `role`, unless one of that role is being paged or has accepted. */
export function pageRole(incident: Incident, role: string, by: PagingBy): readonly EventBody[] {
  const ofRole = by.positions.filter((position) => position.role === role || position.chain === role)
  const isTold = incident.pages.some(
    ({ position, state }) => state !== 'not-reached' && ofRole.some(({ id }) => id === position),
  )
  return isTold ? [] : pageTo(ofRole[0], incident, by)
}

/** However long nobody answers, the last position is asked again at least once a day. */
const PAGE_EACH_MS_MAX = 24 * 60 * 60 * 1000

/** Each further page to the same position waits twice as long, so that an incident left open does not fill its log. */
function pageTo(position: Pageable | undefined, incident: Incident, { agency, nowMs }: PagingBy): readonly EventBody[] {
  if (position === undefined) return []
  const earlier = incident.pages.filter((page) => page.position === position.id).length
  const eachMs = (agency.pageEachSeconds ?? PAGE_EACH_SECONDS_DEFAULT) * 1000 * 2 ** earlier
  const answerBy = nowMs + Math.min(eachMs, PAGE_EACH_MS_MAX)
  return [{ kind: 'page-sent', page: incident.pages.length + 1, position: position.id, answerBy }]
}

function inChain({ chain }: Agency, positions: readonly Pageable[]): readonly Pageable[] {
  return chain.flatMap((link) => positions.filter((position) => position.chain === link || position.role === link))
}
