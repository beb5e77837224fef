import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionState } from '../../../electron/contract/session'
import { failureIn, useCommand } from '../../keyward'
import { DoorPage } from '../../ui/DoorPage'
import { FailureNotice } from '../../ui/FailureNotice'
import { PasswordField } from '../../ui/PasswordField'
import { TooManyAttempts } from './TooManyAttempts'
import { useCountdown } from './useCountdown'

type Props = { demo: boolean; onSession: (state: SessionState) => void }

export function SignInPage({ demo, onSession }: Props) {
  const { t } = useTranslation('signIn')
  const signIn = useCommand('session.signIn')
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const passwordInput = useRef<HTMLInputElement>(null)
  const waiting = useCountdown()
  const failure = failureIn(signIn.error)

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (signIn.isPending || waiting.seconds > 0) return
    signIn.mutate(
      { username, password },
      {
        onSuccess: onSession,
        onError: (error) => {
          const seconds = failureIn(error)?.detail?.['seconds']
          if (typeof seconds === 'number') waiting.start(seconds)
          // What was typed stays; the next key replaces the password alone.
          passwordInput.current?.focus()
          passwordInput.current?.select()
        },
      },
    )
  }

  return (
    <DoorPage title={t('signIn.title')} {...(demo && { text: t('signIn.demo') })}>
      <form onSubmit={submit} noValidate>
        <Stack sx={{ gap: 2 }}>
          <TextField
            label={t('username')}
            autoFocus
            autoComplete="username"
            value={username}
            onChange={(event) => setUsername(event.target.value)}
            slotProps={{ htmlInput: { spellCheck: false, autoCapitalize: 'off', maxLength: 256 } }}
          />
          <PasswordField
            label={t('password')}
            autoComplete="current-password"
            inputRef={passwordInput}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          {failure?.code === 'too_many_attempts' ? (
            <TooManyAttempts seconds={waiting.seconds} />
          ) : (
            failure && <FailureNotice failure={failure} />
          )}
          <Button
            type="submit"
            variant="contained"
            size="large"
            loading={signIn.isPending}
            disabled={waiting.seconds > 0}
          >
            {t('signIn.submit')}
          </Button>
          <Typography variant="body2" color="textSecondary">
            {t('signIn.forgotten')}
          </Typography>
        </Stack>
      </form>
    </DoorPage>
  )
}
