import { useEffect, useRef } from 'react'

type DeskKeys = {
  readonly onAcceptDanger: () => void
  readonly onReportDanger: () => void
}

/** No single letters: a dispatcher is typing when the alarm comes. F5, F6, F11 and F12 stay the browser's. */
export function useDeskKeys(keys: DeskKeys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = actFor(event, latest.current)
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

function actFor(event: KeyboardEvent, keys: DeskKeys): (() => void) | undefined {
  if (event.repeat || event.ctrlKey || event.metaKey) return undefined
  const pane = PANES[event.key]
  if (event.altKey) return pane === undefined ? undefined : () => focusOn(pane)
  switch (event.key) {
    case 'F2':
      return newRequest
    case 'F4':
      return () => focusOn('desk-ask')
    case 'F8':
      return keys.onAcceptDanger
    case 'F9':
      return keys.onReportDanger
    default:
      return undefined
  }
}

const PANES: Readonly<Record<string, string>> = { 1: 'desk-queue', 2: 'desk-incident', 3: 'desk-command' }

/** F2 goes to the command line; pressed there, it opens the form behind it. */
function newRequest(): void {
  if (document.activeElement?.id !== 'desk-command') {
    focusOn('desk-command')
    return
  }
  const toggle = document.getElementById('desk-form-toggle')
  if (toggle?.getAttribute('aria-expanded') === 'false') toggle.click()
  setTimeout(() => focusOn('desk-form-first'))
}

/** The first thing in a block that can be pressed, or the block itself. */
function focusOn(id: string): void {
  const block = document.getElementById(id)
  const inside = block?.matches('[tabindex="-1"]') ? block.querySelector<HTMLElement>('button:not([disabled])') : null
  const target = inside ?? block
  target?.focus()
}
