import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { LeaveDialog } from '../../ui/LeaveDialog'

/** Asks before another page takes the place of one with unsaved changes. */
export function UnsavedQuestion({ isUnsaved }: { isUnsaved: boolean }) {
  const { t } = useTranslation('routeSets')
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => isUnsaved,
    withResolver: true,
    // Electron would keep the window open and say nothing.
    enableBeforeUnload: false,
  })
  return (
    <LeaveDialog
      open={status === 'blocked'}
      title={t('form.leave.title')}
      text={t('form.leave.text')}
      stayLabel={t('form.leave.stay')}
      leaveLabel={t('form.leave.leave')}
      onStay={() => reset?.()}
      onLeave={() => proceed?.()}
    />
  )
}
