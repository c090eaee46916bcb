/** Paper as one HTML page without scripts: black on white, fonts from this server or inlined, made to be printed. */
import { escaped } from '../pages/markup.ts'
import type { Badge, CardWords, SheetWords } from './words.ts'
import { LANGUAGE } from './words.ts'

/** Where the page finds its fonts, each by its weight; as data where the page stands alone. */
export type FontSources = Readonly<Record<'regular' | 'semibold' | 'bold' | 'mono', string>>

export function cardHtml(words: CardWords, fonts: FontSources): string {
  const parts = words.parts.map(
    ({ title, silent, lines }) =>
      `<section><h2>${escaped(title)}</h2>${silent === '' ? '' : `<p class="silent">${escaped(silent)}</p>`}${listOf(
        lines.map(
          ({ badge, sentence, cite }) =>
            `${badgeHtml(badge)}<p>${escaped(sentence)} <span class="cite">${escaped(cite)}</span></p>`,
        ),
      )}</section>`,
  )
  const radio = words.radio.map(
    ({ when, after }) =>
      `<p><span>${escaped(when)}</span> <strong>“<span class="beat"><span class="vh">your beat</span></span>${escaped(after)}”</strong></p>`,
  )
  return page(
    words.title,
    fonts,
    CARD_STYLE,
    `<main class="card" style="--k:${words.scale}">
${topHtml(words)}
<h1>${escaped(words.heading)}</h1><p class="sub">${escaped(words.sub)}</p>
<div class="parts">${parts.join('\n')}</div>
<section class="radio"><h2>${escaped(words.radioHeading)}</h2>${radio.join('')}</section>
<dl><dt>Valid until</dt><dd><b>${escaped(words.valid)}</b> ${escaped(words.destroy)}</dd>
<dt>Order hash</dt><dd class="hash">${words.hash.map(escaped).join('<br>')}</dd>
<dt>Check it</dt><dd>${escaped(words.check)}. ${escaped(words.short)}</dd></dl>
<p class="signed"><strong>${escaped(words.signed)}</strong> <span>${escaped(words.printed)}</span></p>
</main>`,
  )
}

export function sheetHtml(words: SheetWords, fonts: FontSources): string {
  const parts = words.parts.map(
    ({ who, lines }) =>
      `<section><h2>${escaped(who)}</h2>${listOf(
        lines.map(
          ({ before, after, sentences, when, cite }) =>
            `<p class="change">${badgeHtml(before)} ${ARROW}<span class="vh"> becomes </span> ${badgeHtml(after)}</p><div>${sentences.map((one) => `<p class="acts">${escaped(one)}</p>`).join('')}${when.map((one) => `<p>${escaped(one)}</p>`).join('')}<p class="cite">${escaped(cite)}</p></div>`,
        ),
      )}</section>`,
  )
  return page(
    words.title,
    fonts,
    SHEET_STYLE + runningStyle(words),
    `<main class="sheet">
${topHtml(words)}
<h1>${escaped(words.heading)}</h1><p class="sub">${escaped(words.sub)}</p>
${words.notes.map((note) => `<p class="note">${escaped(note)}</p>`).join('')}
${parts.join('\n')}
<dl>${words.hashes.map(({ of, lines }) => `<dt>${escaped(of)}</dt><dd class="hash">${lines.map(escaped).join('<br>')}</dd>`).join('')}</dl>
<p class="signed"><strong>${escaped(words.signed)}</strong> <span>${escaped(words.printed)}</span></p>
</main>`,
  )
}

const listOf = (items: readonly string[]) =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`

const topHtml = ({ name, demo }: { readonly name: string; readonly demo: boolean }) =>
  `<p class="top"><b class="brand">Remit</b><span>${escaped(name)}</span>${demo ? '<b class="demo">Demo</b>' : ''}</p>`

const STRIKE =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="8.5"/><path d="M6 18 18 6"/></svg>'

const ARROW = '<svg class="arrow" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 12h15M13 6l6 6-6 6"/></svg>'

function badgeHtml({ word, form }: Badge): string {
  return `<b class="badge ${form}">${form === 'must-not' ? `<i>${STRIKE}</i>` : ''}<span>${escaped(word)}</span></b>`
}

function page(title: string, fonts: FontSources, style: string, body: string): string {
  return `<!doctype html>
<html lang="${LANGUAGE}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(title)}</title>
<style>${fontFaces(fonts)}${STYLE}${style}</style></head>
<body>
${body}
</body>
</html>
`
}

function fontFaces({ regular, semibold, bold, mono }: FontSources): string {
  const face = (family: string, weight: number, source: string) =>
    `@font-face{font-family:"${family}";src:url("${source}") format("woff2");font-weight:${weight}}`
  return [
    face('Public Sans', 400, regular),
    face('Public Sans', 600, semibold),
    face('Public Sans', 700, bold),
    face('Roboto Mono', 500, mono),
  ].join('')
}

/** Black on white only, also for danger; sizes in points, for this is paper. */
const STYLE = `
*{box-sizing:border-box;margin:0;padding:0}
html{background:#fff;color:#000;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font:400 9pt/12pt "Public Sans",sans-serif}
ul{list-style:none}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.top{display:flex;align-items:center;gap:7pt;font-size:9pt}.top .brand{margin-right:auto}
.brand{font-size:11pt;display:inline-flex;align-items:center;gap:5pt}
.brand::before{content:"";width:9pt;height:9pt;border:2pt solid #000;border-right-color:transparent;border-radius:1.5pt}
.demo{border:1pt solid #000;border-radius:2pt;padding:1pt 5pt;font-size:8pt}
h1{font:700 19pt/21pt "Public Sans";letter-spacing:-.02em;margin:7pt 0 1pt}
.sub{color:#1c1d1f}
.cite{font-weight:400;color:#3d4551;letter-spacing:0}
.badge{display:inline-flex;align-items:stretch;height:1.6em;border:1.3pt solid #000;border-radius:.22em;font-weight:700;letter-spacing:.04em;line-height:1;white-space:nowrap;overflow:hidden;vertical-align:middle}
.badge span{padding:0 .55em;align-self:center}
.badge i{display:grid;place-items:center;width:1.6em;background:#000;color:#fff}
.badge svg{width:1.1em;height:1.1em;fill:none;stroke:currentColor;stroke-width:3}
.badge.must{background:#000;color:#fff}
.badge.may,.badge.refer{border-width:1pt}
.badge.should{border:1pt dashed #000}
.badge.none{border:0}.badge.none span{padding:0}
dl{display:grid;grid-template-columns:66pt 1fr;gap:2pt 8pt}
dt{color:#3d4551}
.hash{font:500 8pt/11pt "Roboto Mono",monospace}
.signed{display:flex;justify-content:space-between;align-items:baseline;border-top:1.3pt solid #000;padding-top:5pt;font-size:8.5pt;color:#3d4551}
.signed strong{font-size:10.5pt;color:#000}
`

const CARD_STYLE = `
@page{size:5.5in 8.5in;margin:0}
body{width:396pt;margin:0 auto;padding:9pt}
.card{height:593pt;border:1.3pt solid #000;border-radius:9pt;padding:12pt 16pt 9pt;display:flex;flex-direction:column}
.parts{margin-top:7pt;border-bottom:1.3pt solid #000;--s:calc(var(--k)*1pt)}
.parts section{border-top:1.3pt solid #000;padding-top:calc(3*var(--s))}
.parts h2{font:600 calc(9*var(--s))/calc(12*var(--s)) "Public Sans"}
.silent{font-size:calc(10*var(--s));line-height:calc(14*var(--s));padding-bottom:calc(4*var(--s))}
.parts li{display:grid;grid-template-columns:calc(78*var(--s)) 1fr;align-items:center;gap:6pt;padding:calc(3*var(--s)) 0;border-top:.6pt solid #71767a}
.parts li:first-child{border-top:0}
.parts .badge{font-size:calc(8.5*var(--s));justify-self:start}
.parts li p{font:700 calc(11.5*var(--s))/calc(13.5*var(--s)) "Public Sans";letter-spacing:-.01em}
.parts .cite{display:block;font:400 calc(8*var(--s))/calc(10*var(--s)) "Public Sans"}
.radio{padding:6pt 0;border-bottom:1.3pt solid #000}
.radio h2{font:600 9pt/12pt "Public Sans"}
.radio p{font-size:8pt;line-height:11pt;color:#3d4551;padding-top:1pt}
.radio strong{display:block;font-size:11.5pt;line-height:14pt;color:#000}
.beat{display:inline-block;width:34pt;border-bottom:1.2pt solid #000}
dl{margin-top:auto;padding:6pt 0 5pt}
@media (max-width:527px){body{width:auto;padding:0}.card{height:auto;border:0}}
`

/** What stands on every printed page of a sheet, as far as the browser prints it. */
function runningStyle({ title, hashNow }: SheetWords): string {
  const box = (place: string, content: string) =>
    `@${place}{content:${content};font:400 8.5pt "Public Sans",sans-serif}`
  return `@page{${box('top-right', cssText(title))}${box('bottom-left', cssText(`Order hash now ${hashNow}`))}${box('bottom-right', '"Page " counter(page) " of " counter(pages)')}}
@page:first{@top-right{content:none}}
`
}

/** A text in a style sheet within a page: all but letters, digits and spaces by their numbers. */
function cssText(text: string): string {
  return `"${text.replaceAll(/[^\p{L}\p{N} ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`
}

const SHEET_STYLE = `
@page{size:letter;margin:.75in .6in}
body{max-width:540pt;margin:0 auto;padding:18pt}
@media print{body{padding:0}}
.sub{margin-bottom:6pt}.note{padding-top:2pt}
section{margin-top:12pt}
h2{font:700 12pt/16pt "Public Sans";border-bottom:1.3pt solid #000;padding-bottom:2pt;break-after:avoid}
li{display:grid;grid-template-columns:172pt 1fr;gap:10pt;padding:6pt 0;border-bottom:.6pt solid #71767a;break-inside:avoid}
.change{display:flex;align-items:center;gap:5pt;align-self:start}.change .badge{font-size:8pt}
.arrow{width:10pt;height:10pt;flex:none;fill:none;stroke:#000;stroke-width:2.5}
.acts{font-weight:700;font-size:10.5pt;line-height:13pt}
.cite{font-size:8.5pt}
dl{grid-template-columns:90pt 1fr;margin:14pt 0 6pt;break-inside:avoid}
@media (max-width:540px){li{grid-template-columns:1fr;gap:4pt}dl{grid-template-columns:1fr}}
`
