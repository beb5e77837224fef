import InputAdornment from '@mui/material/InputAdornment'
import SearchRounded from '@mui/icons-material/SearchRounded'
import Stack from '@mui/material/Stack'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { permissions, type Permission } from '../../electron/contract/permission'
import { walkBoxes } from './permission-arrows'
import { permissionsOn, withPermission, type GrantInput } from './permission-grants'
import { PermissionRow } from './PermissionRow'

/** From this many entities on there is a field to find one. */
const manyEntities = 10

export type PermissionTableEntity = {
  entityId: number
  title: string
  name: string
  allowed: readonly Permission[]
}

type PermissionTableProps = {
  label: string
  entities: readonly PermissionTableEntity[]
  /** What may be ticked in the row "All entities". */
  allEntities: readonly Permission[]
  grants: readonly GrantInput[]
  onChange(grants: GrantInput[]): void
  /** Why a box outside what is allowed cannot be ticked. */
  beyondReason?: string
  readOnly?: boolean
}

/** Entities down, Read / Write / Delete across; the first row is "All entities". */
export function PermissionTable(props: PermissionTableProps) {
  const { label, entities, allEntities, grants, onChange, beyondReason, readOnly = false } = props
  const { t } = useTranslation('access')
  const { t: common } = useTranslation('common')
  const [wanted, setWanted] = useState('')

  // Rows are memoised, so they are handed one function for good that reads what is latest.
  const latest = useRef({ grants, onChange })
  useLayoutEffect(() => {
    latest.current = { grants, onChange }
  })
  const toggle = useCallback(
    (entityId: number | null, permission: Permission, ticked: boolean) =>
      latest.current.onChange(withPermission(latest.current.grants, entityId, permission, ticked)),
    [],
  )

  const everywhere = permissionsOn(grants, null)
  const row = { beyondReason, readOnly, onToggle: toggle }
  const found = entities.filter((one) => isLike(wanted, one.title, one.name))
  return (
    <Stack spacing={1}>
      {entities.length > manyEntities && (
        <TextField
          type="search"
          size="small"
          label={t('findEntity')}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          // Enter looks for an entity here; it must not send the form around the table.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          slotProps={{
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <SearchRounded aria-hidden fontSize="small" />
                </InputAdornment>
              ),
            },
          }}
        />
      )}
      <TableContainer sx={{ maxHeight: 360, border: 1, borderColor: 'divider', borderRadius: 1 }}>
        <Table size="small" stickyHeader aria-label={label}>
          <TableHead>
            <TableRow>
              <TableCell>{t('entity')}</TableCell>
              {permissions.map((permission) => (
                <TableCell
                  key={permission}
                  align="center"
                  title={t(`meaning.${permission}`)}
                  sx={{ width: 88 }}
                >
                  {common(`permission.${permission}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody onKeyDown={walkBoxes}>
            <PermissionRow
              {...row}
              entityId={null}
              title={common('allEntities')}
              held={everywhere}
              covered={none}
              allowed={allEntities}
            />
            {found.map((one) => (
              <PermissionRow
                key={one.entityId}
                {...row}
                entityId={one.entityId}
                title={one.title}
                held={permissionsOn(grants, one.entityId)}
                covered={everywhere}
                allowed={one.allowed}
              />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {found.length === 0 && (
        <Typography variant="body2" color="text.secondary" role="status">
          {entities.length === 0 ? t('noEntities') : t('noEntityFound')}
        </Typography>
      )}
    </Stack>
  )
}

const none: Permission[] = []

const isLike = (wanted: string, ...texts: string[]) =>
  texts.some((text) => text.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()))
