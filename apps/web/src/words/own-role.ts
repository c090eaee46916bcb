import type { IncidentView, RoleView } from '@remit/contract/incident-view.ts'

/** A position's role as it stands for this position: who has done their part of a duty has another order than the rest. */
export function ownRole(
  view: Pick<IncidentView, 'roles'> | undefined,
  as: { readonly id: string; readonly role: string },
): RoleView | undefined {
  const role = view?.roles.find(({ role }) => role === as.role)
  const own = role?.members.find(({ position }) => position === as.id)
  if (role === undefined || own === undefined) return role
  const { headline: _, ...rest } = role
  return own.headline === undefined ? rest : { ...rest, headline: own.headline }
}
