import type { ActivityAsked, ChainState, SigningKey } from '../contract/activity'
import { createActivityExport, type ActivityExportGiven } from './activity-export'
import { anchorInProof } from './compare-proof'

export type ActivityService = ReturnType<typeof createActivityService>

export function createActivityService(given: ActivityExportGiven) {
  const { store, signing, files, session } = given
  const exports = createActivityExport(given)

  /** Null where no file was chosen. */
  async function verifyWithProof(): Promise<ChainState | null> {
    await session.actor()
    const path = await files.chooseProof()
    if (path === null) return null
    const { at, anchor } = await anchorInProof(path, signing.fingerprint())
    const state = await store.activity.verify(anchor ? [anchor] : [])
    return { ...state, proof: { at, entry: anchor?.seq ?? 0 } }
  }

  return {
    list: (asked: ActivityAsked) => store.activity.list(asked),
    verify: () => store.activity.verify(),
    verifyWithProof,
    signingKey: (): SigningKey => ({
      publicKey: signing.publicKey(),
      fingerprint: signing.fingerprint(),
    }),
    export: exports.begin,
    exportState: exports.state,
    cancelExport: exports.cancel,
    close: exports.close,
  }
}
