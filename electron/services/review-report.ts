import { basename } from 'node:path'
import type { ReviewId } from '../contract/id'
import type { Review, ReviewItem } from '../contract/review'
import type { WrittenFile } from '../contract/written-file'
import type { Signing } from '../crypto/types'
import { found } from './accepted'
import { datedName, writeCsvRows } from './csv-file'
import { listExported, type ListExportGiven } from './list-export'
import { makeProof } from './proof-file'
import { assertFreeBesideProof, assertFreeForProof } from './proof-place'
import type { PrintReport } from './report-html'
import { reviewCells, reviewColumns } from './review-csv'
import { reviewPage } from './review-page'
import { provenFile } from './verify-proof-files'
import { orRemove, writeWhole } from './whole-file'

export type ReviewReport = ReturnType<typeof createReviewReport>

/**
 * What a review decided, for people as PDF and for programs as CSV, and the proof that is signed
 * over both beside them.
 */
export function createReviewReport(
  given: ListExportGiven & { printReport: PrintReport; signing: Signing },
) {
  const { store, session, files, now, announce, printReport, signing } = given

  return async (id: ReviewId): Promise<WrittenFile> => {
    const actor = await session.actor()
    const review = found(await store.reviews.get(id))
    const path = await files.chooseToWrite(datedName(review.name, now(), 'pdf'))
    if (path === null) return null
    const at = now()
    const items = await store.reviews.allItems(id, at)
    const base = path.replace(/\.pdf$/i, '')
    const paths = { pdf: path, csv: `${base}.csv`, proof: `${base}.proof.json` }
    await assertFreeBesideProof(paths.csv, paths.proof)
    await assertFreeForProof(paths.proof)

    const names = { file: basename(path), csv: basename(paths.csv), proof: basename(paths.proof) }
    await orRemove(Object.values(paths), async () => {
      const page = reviewPage(review, items, { who: actor.name, at, key: signing.fingerprint() })
      await writeWhole(paths.pdf, whole(await printReport(page, new AbortController().signal)))
      await writeCsvRows(paths.csv, reviewColumns, items.map(reviewCells))
      const proof = makeProof({
        proves: 'access_review',
        files: [await provenFile(paths.pdf), await provenFile(paths.csv)],
        facts: factsOf(review, items),
        at,
        signing,
      })
      await writeWhole(paths.proof, whole(`${JSON.stringify(proof, null, 2)}\n`))

      await store.activity.append(
        listExported(now(), actor, review.name, { ...names, format: 'pdf', rows: items.length }),
      )
    })
    announce('activity')
    return { name: names.file, rows: items.length }
  }
}

const factsOf = (review: Review, items: ReviewItem[]) => ({
  review: review.name,
  state: review.state,
  startedBy: review.startedBy,
  startedAt: new Date(review.startedAt).toISOString(),
  tokens: items.length,
  keep: review.keep,
  narrow: review.narrow,
  revoke: review.revoke,
})

async function* whole(content: string | Buffer) {
  yield content
}
