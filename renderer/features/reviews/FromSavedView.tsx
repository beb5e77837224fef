import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../keyward'
import type { AskedFilter } from '../../ui/inventory-filter'

/** The choice begins with a view that was saved on one of the pages of tokens, where there are any. */
export function FromSavedView({ onChoose }: { onChoose(filter: AskedFilter): void }) {
  const { t } = useTranslation('reviews')
  const [chosen, setChosen] = useState('')
  const expiry = useAnswer('views.list', { list: 'expiry' })
  const tokens = useAnswer('views.list', { list: 'tokens' })
  const views = [...(expiry.data ?? []), ...(tokens.data ?? [])]
  if (views.length === 0) return null

  const choose = (id: string) => {
    setChosen(id)
    const view = views.find((one) => String(one.id) === id)
    if (!view) return
    // How a list is ordered is nothing to a review.
    const { sort: _sort, direction: _direction, ...filter } = view.filter
    onChoose(filter)
  }
  return (
    <TextField
      select
      fullWidth
      label={t('start.savedView')}
      value={chosen}
      onChange={({ target }) => choose(target.value)}
      sx={{ mt: 1.5 }}
    >
      {views.map(({ id, name }) => (
        <MenuItem key={id} value={String(id)}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  )
}
