// Sets the theme before the first paint, so that a dark room never sees a white flash. Plain JavaScript in a file of its
// own, because it must run before the modules do and the content security policy allows no inline script.
// src/theme.ts is the typed side of it.
;(() => {
  const THEME = 'remit.theme'
  const CONTRAST = 'remit.contrast'
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const contrast = matchMedia('(prefers-contrast: more)')

  // Dispatch floors and cars are dark after sunset whatever the device was set to, so these two also go by the hour.
  const inTheDark = (path) => /^\/(desk|field)(\/|$)/.test(path)
  const atNight = () => {
    const hour = new Date().getHours()
    return hour < 7 || hour >= 18
  }
  // Storage throws where a browser forbids it; the page then follows the device.
  const read = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const write = (key, value) => {
    try {
      if (value) localStorage.setItem(key, value)
      else localStorage.removeItem(key)
    } catch {}
  }

  const byPage = () => (dark.matches || (inTheDark(location.pathname) && atNight()) ? 'night' : 'day')
  const apply = () => {
    const chosen = read(THEME)
    const root = document.documentElement
    root.dataset.theme = chosen === 'day' || chosen === 'night' ? chosen : byPage()
    if (contrast.matches || read(CONTRAST) === 'more') root.dataset.contrast = 'more'
    else delete root.dataset.contrast
  }

  window.remitTheme = {
    apply,
    chosen: () => ({ theme: read(THEME) ?? 'by-page', contrast: read(CONTRAST) ?? 'by-device' }),
    choose: ({ theme, contrast }) => {
      if (theme) write(THEME, theme === 'by-page' ? null : theme)
      if (contrast) write(CONTRAST, contrast === 'by-device' ? null : contrast)
      apply()
    },
  }
  dark.addEventListener('change', apply)
  contrast.addEventListener('change', apply)
  apply()
})()
