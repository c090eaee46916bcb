import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { listenToRequests } from '../api/http.ts'
import { addressOf } from '../api/resources.ts'
import { type Heard, type Line, lineAfter, startOfLine } from './connection.ts'
import { storeOf } from './store.ts'

/** One line a page: the server is one, however many parts of the page ask it. */
const line = storeOf<Line>(startOfLine(Date.now()))
/** The server's real clock minus this device's, as the stream last said; for screens that show no incident. */
const clockOffset = storeOf(0)

function hear(kind: Heard['kind']): void {
  line.set(lineAfter(line.get(), { kind }, Date.now()))
}

listenToRequests({ heard: () => hear('answer'), failed: () => hear('not-reached') })

/** Follows an agency: each notice makes what concerns it be read again. Answers with the state of the line. */
export function useLive(agency: string): { readonly line: Line; readonly clockOffsetMs: number } {
  const queries = useQueryClient()
  useEffect(() => {
    const stream = followAgency(agency, (key) => queries.invalidateQueries({ queryKey: [key, agency] }))
    const ticking = setInterval(() => hear('tick'), 5000)
    const gone = () => hear('not-reached')
    const back = () => queries.invalidateQueries({ queryKey: ['incidents', agency] })
    addEventListener('offline', gone)
    addEventListener('online', back)
    return () => {
      stream.close()
      clearInterval(ticking)
      removeEventListener('offline', gone)
      removeEventListener('online', back)
    }
  }, [agency, queries])
  return {
    line: useSyncExternalStore(line.follow, line.get),
    clockOffsetMs: useSyncExternalStore(clockOffset.follow, clockOffset.get),
  }
}

/** The browser connects again by itself, with the last event's id; what was missed then comes first. */
function followAgency(agency: string, changed: (key: string) => void): EventSource {
  const stream = new EventSource(addressOf.live(agency))
  stream.addEventListener('hello', (event) => {
    hear('stream-open')
    const { serverNowMs } = JSON.parse(event.data) as { readonly serverNowMs: number }
    clockOffset.set(serverNowMs - Date.now())
    changed('incidents')
  })
  stream.addEventListener('appended', () => {
    hear('stream-open')
    for (const key of ['incidents', 'issuances', 'reviews', 'requests', 'checkpoint']) changed(key)
  })
  stream.onerror = () => hear('stream-lost')
  return stream
}
