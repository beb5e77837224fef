import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { useCallback, useDeferredValue, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Identified } from '../../../electron/contract/explain'
import { failureIn, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { PageHeader } from '../../ui/PageHeader'
import { IdentifiedAs } from './IdentifiedAs'

/**
 * Whose a pasted token is, or why it is not ours. The text lives in this field and in the one
 * question to main; nothing keeps it when the page is left.
 */
export function IdentifyPage() {
  const { t } = useTranslation('identify')
  const [text, setText] = useState('')
  const [answer, setAnswer] = useState<{ text: string; identified: Identified } | null>(null)
  const asked = useDeferredValue(text.trim())
  // A command, not a question: what was sent is forgotten with the page, and cached nowhere.
  const { mutate, isPending, error } = useCommand('tokens.identify')

  const ask = useCallback(
    () =>
      mutate(
        { text: asked.slice(0, 4096) },
        { onSuccess: (identified) => setAnswer({ text: asked, identified }) },
      ),
    [asked, mutate],
  )
  useEffect(() => {
    if (asked === '' || isPending || answer?.text === asked || error) return
    ask()
  }, [asked, isPending, answer, error, ask])

  const failure = failureIn(error)
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Box sx={{ maxWidth: 760 }}>
        <TextField
          label={t('field')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          helperText={t('hint')}
          autoFocus
          fullWidth
          multiline
          minRows={2}
          maxRows={4}
          slotProps={{
            htmlInput: {
              spellCheck: false,
              autoComplete: 'off',
              maxLength: 4096,
              style: { fontFamily: 'monospace' },
            },
          }}
          sx={{ mb: 3 }}
        />
        {failure && <FailureNotice failure={failure} />}
        <div aria-live="polite">
          {asked !== '' && answer?.text === asked && (
            <IdentifiedAs identified={answer.identified} onChanged={ask} />
          )}
        </div>
      </Box>
    </>
  )
}
