import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { leakLimits } from '../../../electron/contract/leak'
import { failureIn, useCommand } from '../../keyward'
import { ConfirmDialog } from '../../ui/ConfirmDialog'

/** The text lives in this field and in the one question to main. */
export function PasteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('leaks')
  const [text, setText] = useState('')
  const scan = useCommand('leaks.scanText')
  const isTooLong = text.length > leakLimits.textCharacters
  return (
    <ConfirmDialog
      open
      title={t('paste.title')}
      confirmLabel={t('paste.confirm')}
      confirmDisabled={text.trim() === '' || isTooLong}
      busy={scan.isPending}
      failure={failureIn(scan.error)}
      onConfirm={() => scan.mutate({ text }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <TextField
        label={t('paste.field')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={isTooLong}
        helperText={
          isTooLong ? t('paste.tooLong', { count: leakLimits.textCharacters }) : t('paste.hint')
        }
        autoFocus
        multiline
        minRows={5}
        maxRows={10}
        fullWidth
        sx={{ mt: 1 }}
        slotProps={{
          htmlInput: { spellCheck: false, autoComplete: 'off', style: { fontFamily: 'monospace' } },
        }}
      />
    </ConfirmDialog>
  )
}
