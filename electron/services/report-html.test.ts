import { expect, it } from 'vitest'
import { createPrintReport, reportFooter, reportHtml, type Report } from './report-html'

const nasty = `<script>alert("1")</script> & 'x'`
const nastyAsText = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;'

const report = (over: Partial<Report> = {}): Report => ({
  title: 'Tokens',
  facts: [{ label: 'Written for', value: 'Ada' }],
  columns: [
    { title: 'Token', width: 60 },
    { title: 'Calls', width: 40, align: 'right' },
  ],
  rows: [['ERP', '12']],
  footer: 'Tokens, for Ada',
  orientation: 'portrait',
  pageWords: { page: 'Page', of: 'of' },
  ...over,
})

const htmlOf = (one: Report) => [...reportHtml(one, 'abc123')].join('')

it('a report is its title, its facts, a table with a head, and every row', () => {
  const rows = Array.from({ length: 1203 }, (_, at) => [`Token ${at}`, String(at)])
  const html = htmlOf(report({ rows }))
  expect(html).toContain('<h1>Tokens</h1>')
  expect(html).toContain('<th scope="row">Written for</th><td>Ada</td>')
  expect(html).toContain('<thead><tr><th scope="col">Token</th><th scope="col" class="right">Calls')
  expect(html.match(/<tr><td>Token \d+<\/td><td class="right">\d+<\/td><\/tr>/g)).toHaveLength(1203)
})

it('every text of it is text, wherever it stands', () => {
  const facts = [{ label: nasty, value: nasty }]
  const columns = [{ title: nasty, width: 100 }]
  const one = report({ title: nasty, facts, columns, rows: [[nasty]], footer: nasty })
  const html = htmlOf(one)
  expect(html).not.toContain('<script')
  expect(html.split(nastyAsText)).toHaveLength(7)
  expect(reportFooter(one)).toContain(nastyAsText)
  expect(reportFooter(one)).not.toContain('<script')
})

it('nothing in it is run or fetched, and its one style sheet carries the nonce', () => {
  const html = htmlOf(report())
  expect(html).toContain('<style nonce="abc123">')
  expect(html).not.toMatch(/src=|href=|url\(|@import| style=| on\w+=/)
})

it('a row that is too short or too long never shifts the others', () => {
  const html = htmlOf(report({ rows: [['only'], ['a', 'b', 'c']] }))
  expect(html).toContain('<tr><td>only</td><td class="right"></td></tr>')
  expect(html).toContain('<tr><td>a</td><td class="right">b</td></tr>')
})

it('the page numbers stand at the foot, in the orientation that was asked for', async () => {
  const printed = await createPrintReport(async ({ footer, isLandscape }) =>
    Buffer.from(`${isLandscape} ${footer}`),
  )(report({ orientation: 'landscape' }), new AbortController().signal)
  expect(printed.toString()).toMatch(
    /^true .*Page <span class="pageNumber">.* of <span class="total/s,
  )
})
