import { useQueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FirstStartPage } from '../features/sign-in/FirstStartPage'
import { SignInPage } from '../features/sign-in/SignInPage'
import { failureIn, useAnswer } from '../keyward'
import { SignedInContext } from '../ui/useMay'
import { BrokenPage } from './BrokenPage'
import { Loading } from './Loading'
import type { KeywardRouter } from './routes'
import { useTakeSession } from './useTakeSession'

/** Asks where the window stands, and shows that. */
export function App({ router }: { router: KeywardRouter }) {
  const { t } = useTranslation('shell')
  const { data: session, error } = useAnswer('session.state', undefined)
  const onSession = useTakeSession()
  useForgetting(session?.stage === 'signed_in' ? session.user.userId : null)

  useEffect(() => window.keyward.onGo((address) => router.history.push(address)), [router])

  const isDemo = session !== undefined && session.stage !== 'broken' && session.demo
  useEffect(() => {
    document.title = isDemo ? t('title.demo') : t('title.plain')
  }, [isDemo, t])

  if (!session) {
    const failure = failureIn(error)
    return failure ? <BrokenPage failure={failure} /> : <Loading />
  }
  switch (session.stage) {
    case 'broken':
      return <BrokenPage failure={session.failure} />
    case 'first_start':
      return <FirstStartPage onSession={onSession} />
    case 'signed_out':
      return <SignInPage demo={session.demo} onSession={onSession} />
    case 'signed_in':
      return (
        <SignedInContext value={session.user}>
          <RouterProvider router={router} />
        </SignedInContext>
      )
  }
}

/** What one person was shown is not kept for whoever signs in next. */
function useForgetting(userId: number | null) {
  const client = useQueryClient()
  const before = useRef(userId)
  useEffect(() => {
    if (before.current !== null && before.current !== userId) {
      client.removeQueries({
        predicate: ({ queryKey }) =>
          queryKey[0] !== 'session.state' && queryKey[0] !== 'settings.get',
      })
    }
    before.current = userId
  }, [client, userId])
}
