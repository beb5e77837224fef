import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Link from '@mui/material/Link'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeakScan } from '../../../electron/contract/leak'
import { useFailureText } from '../../ui/failure-text'
import { sizeWords } from '../../ui/size-words'
import { UnreadFilesDialog } from './UnreadFilesDialog'
import { useScanName } from './use-scan-name'

/** What was looked at, what was found, and what was not looked at. */
export function ScanSummary({ scan }: { scan: LeakScan }) {
  const { t } = useTranslation('leaks')
  const nameOf = useScanName()
  const failureText = useFailureText()
  const [isListing, setIsListing] = useState(false)
  const { matches, files, bytes, links, unlisted, unreadCount, state, failure } = scan
  const counts = [
    ...(matches.own_secret > 0 ? [t('summary.own', { count: matches.own_secret })] : []),
    ...(matches.old_secret > 0 ? [t('summary.old', { count: matches.old_secret })] : []),
    ...(matches.other_secret > 0 ? [t('summary.other', { count: matches.other_secret })] : []),
    ...(matches.not_here > 0 ? [t('summary.foreign', { count: matches.not_here })] : []),
  ]
  const severity =
    scan.revocable > 0 || state === 'stopped'
      ? 'error'
      : counts.length > 0 || unreadCount > 0 || state === 'cancelled'
        ? 'warning'
        : 'success'
  return (
    <Alert severity={severity} sx={{ flex: 1, minWidth: 0 }} aria-live="polite">
      <AlertTitle sx={{ overflowWrap: 'anywhere' }}>
        {nameOf(scan)}
        {scan.name !== null && ` (${t('progress.files', { count: files })}, ${sizeWords(bytes)})`}
      </AlertTitle>
      {state === 'stopped'
        ? `${t('state.stopped')} ${failure ? failureText(failure) : ''}`
        : counts.length > 0
          ? `${counts.join(' · ')}.`
          : t('summary.clean')}
      {state === 'cancelled' && ` ${t('state.cancelled')}`}
      {unlisted > 0 && ` ${t('summary.unlisted', { count: unlisted })}`}
      {links > 0 && ` ${t('summary.links', { count: links })}`}
      {unreadCount > 0 && (
        <>
          {' '}
          <Link
            component="button"
            color="inherit"
            underline="always"
            sx={{ verticalAlign: 'baseline' }}
            onClick={() => setIsListing(true)}
          >
            {t('unread.open', { count: unreadCount })}
          </Link>
        </>
      )}
      {isListing && <UnreadFilesDialog scan={scan} onClose={() => setIsListing(false)} />}
    </Alert>
  )
}
