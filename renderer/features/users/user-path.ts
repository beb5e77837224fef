import type { UserId } from '../../../electron/contract/id'

/** Where a user opens: on the tokens, which is what people come for. */
export const pathOfUser = (id: UserId) => `/parametrization/users/${id}/tokens`
