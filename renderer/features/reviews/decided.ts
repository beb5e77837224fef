import type { Review } from '../../../electron/contract/review'

export const decidedOf = ({ keep, narrow, revoke }: Review) => keep + narrow + revoke
