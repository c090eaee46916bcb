import type { MouseEvent } from 'react'

/** A button that cannot be pressed stays reachable, so that its reason can be read; a press, and a submit, do nothing. */
export function pressOf(onPress: (() => void) | undefined, unavailable: string | undefined) {
  return (event: MouseEvent): void => {
    if (unavailable !== undefined) event.preventDefault()
    else onPress?.()
  }
}
