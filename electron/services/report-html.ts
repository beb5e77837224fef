/** A list on paper. Every text is taken as text. */
export type Report = {
  title: string
  /** What stands above the table: who, when, which filter, totals. */
  facts: { label: string; value: string }[]
  columns: { title: string; width: number; align?: 'right' }[]
  rows: string[][]
  /** On every page, beside its number. */
  footer: string
  orientation: 'portrait' | 'landscape'
  pageWords: { page: string; of: string }
}

/** Writes a report as PDF; stops when the signal says so. */
export type PrintReport = (report: Report, signal: AbortSignal) => Promise<Buffer>

type PrintPage = (
  printed: { html: (nonce: string) => Iterable<string>; footer: string; isLandscape: boolean },
  signal: AbortSignal,
) => Promise<Buffer>

export const createPrintReport =
  (printPage: PrintPage): PrintReport =>
  (report, signal) =>
    printPage(
      {
        html: (nonce) => reportHtml(report, nonce),
        footer: reportFooter(report),
        isLandscape: report.orientation === 'landscape',
      },
      signal,
    )

/** The whole document, piece by piece: no script, nothing to fetch; its style carries the nonce. */
export function* reportHtml(report: Report, nonce: string): Generator<string> {
  const titles = report.columns.map(({ title }) => title)
  yield `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>${escaped(report.title)}</title><style nonce="${escaped(nonce)}">${style}</style></head>
<body><h1>${escaped(report.title)}</h1>
<table class="facts"><tbody>${report.facts.map(factRow).join('')}</tbody></table>
<table class="list"><colgroup>${report.columns.map(columnOf).join('')}</colgroup>
<thead><tr>${cellsOf('th', report, titles)}</tr></thead><tbody>`
  for (let first = 0; first < report.rows.length; first += rowsAtOnce) {
    const rows = report.rows.slice(first, first + rowsAtOnce)
    yield rows.map((row) => `<tr>${cellsOf('td', report, row)}</tr>\n`).join('')
  }
  yield '</tbody></table></body></html>'
}

const rowsAtOnce = 500

/** What stands at the foot of each page; Chromium fills the numbers in. */
export const reportFooter = ({ footer, pageWords }: Report): string =>
  `<div style="${footerStyle}"><span style="overflow:hidden;white-space:nowrap;text-overflow:ellipsis">${escaped(footer)}</span>
  <span style="white-space:nowrap">${escaped(pageWords.page)} <span class="pageNumber"></span> ${escaped(pageWords.of)} <span class="totalPages"></span></span></div>`

const factRow = ({ label, value }: Report['facts'][number]) =>
  `<tr><th scope="row">${escaped(label)}</th><td>${escaped(value)}</td></tr>`

const columnOf = ({ width }: Report['columns'][number]) => `<col width="${Math.round(width)}%">`

const cellsOf = (tag: 'th' | 'td', { columns }: Report, texts: string[]): string =>
  columns
    .map(({ align }, place) => {
      const attributes = (tag === 'th' ? ' scope="col"' : '') + (align ? ` class="${align}"` : '')
      return `<${tag}${attributes}>${escaped(texts[place] ?? '')}</${tag}>`
    })
    .join('')

const marks: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark)

const footerStyle =
  'width:100%;padding:0 12mm;display:flex;justify-content:space-between;gap:8mm;' +
  'font:7.5pt sans-serif;color:#566070'

/** Black on white, whatever the window looks like. */
const style = `
  body { margin: 0; font: 8.5pt/1.35 system-ui, 'Segoe UI', 'Noto Sans', Arial, sans-serif; color: #111 }
  h1 { margin: 0 0 3mm; font-size: 15pt }
  table { border-collapse: collapse; width: 100% }
  th, td { text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-line }
  .facts { margin-bottom: 5mm; width: auto }
  .facts th { padding: 0 5mm 0.6mm 0; font-weight: 600; white-space: nowrap; color: #566070 }
  .facts td { padding: 0 0 0.6mm }
  .list { table-layout: fixed }
  .list thead { display: table-header-group }
  .list th { padding: 1.2mm 2mm 1.2mm 0; border-bottom: 0.5mm solid #111; font-weight: 600 }
  .list td { padding: 1.2mm 2mm 1.2mm 0; border-bottom: 0.2mm solid #ccd1d9 }
  .list tr { break-inside: avoid }
  .list .right { padding-right: 6mm; text-align: right }
`
