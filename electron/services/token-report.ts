import type { InventoryRow } from '../contract/inventory'
import { tokenStatuses, type Token } from '../contract/token'
import { grantLines } from './grant-words'
import type { Report } from './report-html'
import { filled, minuteWords, momentWords, reportWords, statusWords } from './report-words'

type Given = { title: string; described: string[]; zone: string; who: string; now: number }

const { column, fact } = reportWords

/** A list of tokens on paper, as somebody signs or files it. */
export function tokenReport(tokens: Token[], rows: string[][], given: Given): Report {
  const { title, described, zone, who } = given
  const when = momentWords(given.now, zone)
  return {
    title,
    facts: [
      { label: fact.view, value: described.join('\n') || fact.everything },
      { label: fact.who, value: who },
      { label: fact.when, value: when },
      { label: fact.zone, value: zone },
      ...totalsOf(tokens),
    ],
    columns: [
      { title: column.token, width: 17 },
      { title: column.user, width: 14 },
      { title: column.status, width: 9 },
      { title: column.expires, width: 10 },
      { title: column.lastUse, width: 12 },
      { title: column.calls, width: 6, align: 'right' },
      { title: column.usedBy, width: 14 },
      { title: column.grants, width: 18 },
    ],
    rows,
    footer: filled(reportWords.footer, { title, who, when }),
    orientation: 'landscape',
    pageWords: { page: reportWords.page, of: reportWords.of },
  }
}

function totalsOf(tokens: Token[]): Report['facts'] {
  const byStatus = tokenStatuses.flatMap((status) => {
    const count = tokens.filter((token) => token.status === status).length
    return count === 0 ? [] : [`${statusWords[status]} ${count}`]
  })
  const count = (which: (token: Token) => boolean) => String(tokens.filter(which).length)
  return [
    { label: fact.tokens, value: String(tokens.length) },
    { label: fact.byStatus, value: byStatus.join(', ') },
    { label: fact.neverExpire, value: count((token) => token.expiresAt === null) },
    { label: fact.neverUsed, value: count((token) => token.lastUsedAt === null) },
  ].filter(({ value }) => value !== '')
}

/** A row of it, under its columns. */
export const reportCells = ({ token, userName }: InventoryRow, zone: string): string[] => [
  `${token.name}\n${token.id}`,
  userName,
  statusWords[token.status],
  token.expiresAt === null
    ? reportWords.never
    : lines(minuteWords(token.expiresAt, zone), token.isExpiryLimited ? reportWords.byPolicy : ''),
  token.lastUsedAt === null
    ? reportWords.neverUsed
    : lines(minuteWords(token.lastUsedAt, zone), token.lastUsedFrom ?? ''),
  token.calls.toLocaleString('en-GB'),
  lines(token.system, token.contact),
  lines(...grantLines(token.grants)),
]

const lines = (...texts: string[]) => texts.filter(Boolean).join('\n')
