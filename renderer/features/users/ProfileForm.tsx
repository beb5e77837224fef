import { zodResolver } from '@hookform/resolvers/zod'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { User } from '../../../electron/contract/user'
import { failureIn, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { longest, useFieldText } from '../../ui/field-text'
import { useNotify } from '../../ui/notify'
import { showAtField } from './place-failure'
import { changeOf, profileOf, typedFrom, type Profile, type ProfileInput } from './profile-form'
import { SignInRightFields } from './SignInRightFields'

const inputs = ['username', 'displayName', 'role', 'password'] as const

/**
 * Sends the version it was opened with, not the latest: what someone else saved meanwhile is
 * never overwritten unseen, and what was typed here stays until the person decides.
 */
export function ProfileForm({ user }: { user: User }) {
  const { t } = useTranslation('users')
  const { t: common } = useTranslation('common')
  const fieldText = useFieldText()
  const notify = useNotify()
  const change = useCommand('users.change')
  const [opened, setOpened] = useState(user)
  const form = useForm<ProfileInput, unknown, Profile>({
    resolver: zodResolver(profileOf(opened)),
    values: typedFrom(opened),
    resetOptions: { keepDirtyValues: true },
  })
  const { errors, isDirty } = form.formState

  const takeOver = (newer: User) => {
    setOpened(newer)
    change.reset()
  }
  const isNewer = user.version > opened.version
  if (isNewer && !isDirty) setOpened(user)

  const failure = failureIn(change.error)
  const isOvertaken =
    failure?.code === 'changed_meanwhile' || (isNewer && isDirty && !change.isPending)

  const save = form.handleSubmit((typed) =>
    change.mutate(changeOf(opened, typed), {
      onSuccess: (saved) => {
        setOpened(saved)
        form.reset(typedFrom(saved))
        notify.success(t('profile.saved'))
      },
      onError: (error) => {
        const refused = failureIn(error)
        if (refused && showAtField(form, refused, inputs)) change.reset()
      },
    }),
  )

  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <Stack spacing={2}>
        {isOvertaken && (
          <Alert
            severity="warning"
            action={
              isNewer && (
                <Button color="inherit" size="small" onClick={() => takeOver(user)}>
                  {t('profile.takeOver')}
                </Button>
              )
            }
          >
            {t('profile.changedMeanwhile')} {t('profile.takeOverHint')}
          </Alert>
        )}
        {failure && failure.code !== 'changed_meanwhile' && <FailureNotice failure={failure} />}
        <TextField
          {...form.register('username')}
          label={t('profile.username')}
          error={errors.username !== undefined}
          helperText={fieldText(errors.username?.message, longest.username)}
          slotProps={{ htmlInput: { autoComplete: 'off', spellCheck: false } }}
        />
        <TextField
          {...form.register('displayName')}
          label={t('profile.displayName')}
          error={errors.displayName !== undefined}
          helperText={fieldText(errors.displayName?.message)}
          slotProps={{ htmlInput: { autoComplete: 'off' } }}
        />
        {opened.kind === 'person' && (
          <SignInRightFields form={form} hadRole={opened.role !== null} />
        )}
        <Box>
          <Button type="submit" variant="contained" disabled={!isDirty} loading={change.isPending}>
            {common('save')}
          </Button>
        </Box>
      </Stack>
    </form>
  )
}
