import type { ActivityAsked, SigningKey } from '../contract/activity'
import type { Signing } from '../crypto/types'
import type { Registry } from '../store/registry'

export type ActivityService = ReturnType<typeof createActivityService>

export const createActivityService = ({
  store,
  signing,
}: {
  store: Registry
  signing: Signing
}) => ({
  list: (asked: ActivityAsked) => store.activity.list(asked),
  verify: () => store.activity.verify(),
  signingKey: (): SigningKey => ({
    publicKey: signing.publicKey(),
    fingerprint: signing.fingerprint(),
  }),
})
