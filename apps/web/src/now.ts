import { useSyncExternalStore } from 'react'
import type { Instant } from './words/times.ts'

/**
 * The present by the server's clock, followed once a second. `offsetMs`: that clock minus this device's, as the server
 * last said; kept while offline.
 */
export function useNow(offsetMs = 0): Instant {
  return useSyncExternalStore(subscribe, secondNow, secondNow) + offsetMs
}

/** Whole seconds, because a snapshot must not change between two ticks. */
function secondNow(): Instant {
  return Math.floor(Date.now() / 1000) * 1000
}

/** Four times a second, so that what is shown turns within 250 ms of the second; most of the calls change nothing. */
function subscribe(changed: () => void): () => void {
  const timer = setInterval(changed, 250)
  return () => clearInterval(timer)
}
