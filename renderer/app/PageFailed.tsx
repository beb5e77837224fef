import { useRouter } from '@tanstack/react-router'
import { FailureNotice } from '../ui/FailureNotice'

/** One page broke; the menu around it goes on working. */
export function PageFailed({ reset }: { reset: () => void }) {
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return <FailureNotice failure={{ code: 'internal' }} onRetry={retry} />
}

export const PageMissing = () => <FailureNotice failure={{ code: 'not_found' }} />
