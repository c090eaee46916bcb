import type { OrdersEntry } from '@remit/contract/registry-view.ts'

export type RegistrySort = 'restricts' | 'requires' | 'other'

/** Which way an entry's own words point. A place whose orders do both, or that names its orders only, is `other`. */
export function sortOf({ orders }: Pick<OrdersEntry, 'orders'>): RegistrySort {
  if (/\brequires?\b/i.test(orders)) return 'requires'
  return /\blimiting cooperation|\bforbids?\b|\bno power\b|\bends agreements\b/i.test(orders) ? 'restricts' : 'other'
}
