import type { ReviewId } from '../../../electron/contract/id'

export const reviewsPath = '/audit/reviews'

export const pathOfReview = (id: ReviewId) => `${reviewsPath}/${id}`
