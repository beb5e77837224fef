import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TokenId, UserId } from '../../../electron/contract/id'
import type { TransferPreview } from '../../../electron/contract/offboarding'
import type { Token } from '../../../electron/contract/token'
import { PagingContext, type TablePage } from '../../ui/table-paging'
import { TablePages } from '../../ui/TablePages'
import { LotChoice } from './LotChoice'
import { stops, type Choice, type Choices } from './offboarding-choices'
import { OffboardingRow } from './OffboardingRow'

type Props = {
  userId: UserId
  tokens: Token[]
  choices: Choices
  preview: TransferPreview | undefined
  onChoose(id: TokenId, choice: Choice): void
  onChooseAll(choice: Choice): void
}

/** The tokens of a user who leaves, those that were used last first. */
export function OffboardingTable(props: Props) {
  const { userId, tokens, choices, preview, onChoose, onChooseAll } = props
  const { t } = useTranslation('users')
  const [all, setAll] = useState(stops)
  const [page, setPage] = useState<TablePage>({ page: 0, pageSize: 25 })
  const shown = new Map(preview?.tokens.map((one) => [one.id, one]))
  const from = page.page * page.pageSize
  return (
    <Stack spacing={1.5}>
      {tokens.length > 1 && (
        <LotChoice
          inRow
          label={t('offboard.all')}
          leaving={userId}
          value={all}
          onChange={(choice) => {
            setAll(choice)
            onChooseAll(choice)
          }}
        />
      )}
      <TableContainer sx={{ border: 1, borderColor: 'divider', borderRadius: 1 }}>
        <Table size="small" aria-label={t('offboard.tokens')}>
          <TableHead>
            <TableRow sx={{ '& th': { px: 1.25 } }}>
              <TableCell>{t('offboard.column.token')}</TableCell>
              <TableCell>{t('offboard.column.consumer')}</TableCell>
              <TableCell>{t('offboard.column.lastUse')}</TableCell>
              <TableCell align="right">{t('offboard.column.calls')}</TableCell>
              <TableCell>{t('offboard.what')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {tokens.slice(from, from + page.pageSize).map((token) => (
              <OffboardingRow
                key={token.id}
                token={token}
                choice={choices.get(token.id) ?? stops}
                preview={shown.get(token.id)}
                onChoose={onChoose}
              />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {tokens.length > 25 && (
        <Box>
          <PagingContext value={{ page, total: tokens.length, onPage: setPage }}>
            <TablePages />
          </PagingContext>
        </Box>
      )}
    </Stack>
  )
}
