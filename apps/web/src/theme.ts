/** The typed side of `public/theme.js`, which has run before any module. */

/** `by-page`: desk and field by the hour, every page by the device's preference. */
export type ThemeChoice = 'by-page' | 'day' | 'night'
export type ContrastChoice = 'by-device' | 'more'

type ThemeScript = {
  readonly apply: () => void
  readonly chosen: () => { readonly theme: ThemeChoice; readonly contrast: ContrastChoice }
  readonly choose: (choice: { readonly theme?: ThemeChoice; readonly contrast?: ContrastChoice }) => void
}

declare global {
  interface Window {
    readonly remitTheme: ThemeScript
  }
}

/** What the person chose on this device; remembered in the browser's local storage alone. */
export function chosenTheme(): { readonly theme: ThemeChoice; readonly contrast: ContrastChoice } {
  return window.remitTheme.chosen()
}

/** Remembers a choice and applies it at once. */
export function chooseTheme(choice: { readonly theme?: ThemeChoice; readonly contrast?: ContrastChoice }): void {
  window.remitTheme.choose(choice)
}

/** Applies the default again, because it depends on the page. Called after each navigation. */
export function applyTheme(): void {
  window.remitTheme.apply()
}
