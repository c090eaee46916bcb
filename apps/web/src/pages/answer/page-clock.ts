import { createContext, useContext } from 'react'

/** Where the page is drawn by the server its clock is the server's, which has nothing to do with this device's. */
export const PageClock = createContext<() => number>(Date.now)

/** Milliseconds since 1970 UTC, as the page is drawn. */
export const usePageClock = (): number => useContext(PageClock)()
