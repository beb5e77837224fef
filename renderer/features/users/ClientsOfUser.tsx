import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Client } from '../../../electron/contract/client'
import type { ClientId } from '../../../electron/contract/id'
import { LastUseCell } from '../../ui/LastUseCell'

type Props = {
  clients: Client[]
  deleted: ReadonlySet<ClientId>
  onDelete(id: ClientId, isDeleted: boolean): void
}

/** Credentials for introspection stop with their service account; they can be deleted for good. */
export function ClientsOfUser({ clients, deleted, onDelete }: Props) {
  const { t } = useTranslation('users')
  return (
    <div>
      <Typography variant="subtitle2" component="h3">
        {t('offboard.clients')}
      </Typography>
      {clients.map((client) => (
        <Stack key={client.id} direction="row" sx={{ gap: 2, alignItems: 'center' }}>
          <FormControlLabel
            label={t('offboard.deleteClient', { name: client.name })}
            control={
              <Checkbox
                size="small"
                checked={deleted.has(client.id)}
                onChange={(_event, ticked) => onDelete(client.id, ticked)}
              />
            }
          />
          <LastUseCell lastUsedAt={client.lastUsedAt} lastUsedFrom={client.lastUsedFrom} />
        </Stack>
      ))}
    </div>
  )
}
