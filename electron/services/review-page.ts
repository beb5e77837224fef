import type { Review, ReviewItem } from '../contract/review'
import { grantLines } from './grant-words'
import type { Report } from './report-html'
import { filled, minuteWords, momentWords, reportWords } from './report-words'

const { review: words, fact } = reportWords

/** Moments are in UTC: the report is read in any country, and must be the same there. */
const zone = 'UTC'

type Given = { who: string; at: number; key: string }

/** The report of a review on paper. */
export function reviewPage(review: Review, items: ReviewItem[], { who, at, key }: Given): Report {
  const when = momentWords(at, zone)
  const started = momentWords(review.startedAt, zone)
  return {
    title: filled(words.title, { name: review.name }),
    facts: [
      { label: words.started, value: filled(words.byAt, { who: review.startedBy, when: started }) },
      { label: words.state, value: stateOf(review) },
      { label: fact.tokens, value: String(items.length) },
      {
        label: words.decisions,
        value: filled(words.counts, {
          keep: String(review.keep),
          narrow: String(review.narrow),
          revoke: String(review.revoke),
          undecided: String(items.length - review.keep - review.narrow - review.revoke),
        }),
      },
      { label: fact.who, value: who },
      { label: fact.when, value: when },
      { label: words.key, value: key },
    ],
    columns: [
      { title: reportWords.column.token, width: 18 },
      { title: reportWords.column.user, width: 14 },
      { title: words.before, width: 18 },
      { title: words.decision, width: 18 },
      { title: words.reason, width: 20 },
      { title: words.outcome, width: 12 },
    ],
    rows: items.map(cellsOf),
    footer: filled(reportWords.footer, { title: review.name, who, when }),
    orientation: 'landscape',
    pageWords: { page: reportWords.page, of: reportWords.of },
  }
}

const stateOf = (review: Review) =>
  review.endedAt === null
    ? words.open
    : filled(words[review.state], {
        who: review.endedBy ?? '',
        when: momentWords(review.endedAt, zone),
      })

const cellsOf = (item: ReviewItem): string[] => [
  `${item.tokenName}\n${item.tokenId}`,
  item.userName,
  grantLines(item.grantsSeen).join('\n'),
  decisionOf(item),
  item.reason,
  item.outcome === null ? '' : words.outcomes[item.outcome],
]

function decisionOf(item: ReviewItem): string {
  if (item.decision === null || item.decidedAt === null) return words.undecided
  const left = item.grants ? [words.leaves, ...grantLines(item.grants)] : []
  const by = filled(words.byAt, {
    who: item.decidedBy ?? '',
    when: minuteWords(item.decidedAt, zone),
  })
  return [words.decided[item.decision], ...left, by].join('\n')
}
