import Autocomplete from '@mui/material/Autocomplete'
import TextField from '@mui/material/TextField'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../keyward'
import { UserId } from '../../../electron/contract/id'

type Choice = { actor: string; label: string }
type Props = {
  actor: UserId | 'keyward' | undefined
  onActor: (actor: string | undefined) => void
}

/** Who did it: a user, found by any part of a name, or Keyward by itself. */
export function ActorFilter({ actor, onActor }: Props) {
  const { t } = useTranslation('activity')
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim().slice(0, 120))
  const isUser = actor !== undefined && actor !== 'keyward'
  const chosenUser = useAnswer(
    'users.get',
    { id: isUser ? actor : UserId.parse(1) },
    { enabled: isUser },
  )
  const keyward = { actor: 'keyward', label: t('byKeyward') }
  const chosen: Choice | null = isUser
    ? {
        actor: String(actor),
        label:
          chosenUser.data?.id === actor
            ? chosenUser.data.displayName
            : t('userNumber', { id: actor }),
      }
    : actor === 'keyward'
      ? keyward
      : null
  const users = useAnswer('users.list', {
    pageSize: 50,
    ...(search !== '' && search !== chosen?.label && { search }),
  })
  return (
    <Autocomplete<Choice>
      value={chosen}
      onChange={(_event, choice) => onActor(choice?.actor)}
      inputValue={typed}
      onInputChange={(_event, text) => setTyped(text)}
      options={[
        keyward,
        ...(users.data?.rows ?? []).map((user) => ({
          actor: String(user.id),
          label: user.displayName,
        })),
      ]}
      filterOptions={(found) => found}
      getOptionKey={(choice) => choice.actor}
      isOptionEqualToValue={(a, b) => a.actor === b.actor}
      loading={users.isFetching}
      noOptionsText={t('nobodyMatches')}
      size="small"
      sx={{ width: 190 }}
      renderInput={(input) => (
        <TextField {...input} label={t('actor')} placeholder={t('anybody')} />
      )}
    />
  )
}
