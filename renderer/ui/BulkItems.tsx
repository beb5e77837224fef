import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import WarningAmberRounded from '@mui/icons-material/WarningAmberRounded'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkItem, BulkKind } from '../../electron/contract/bulk'
import { NameAndId } from './NameAndId'
import { When } from './When'
import { WhenDay } from './WhenDay'

type Props = { kind: BulkKind; items: BulkItem[]; label: string }

const shownAtFirst = 50

/** Tokens of one fate, with who depends on them: when they were used last, and from where. */
export function BulkItems({ kind, items, label }: Props) {
  const { t } = useTranslation('bulk')
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? items : items.slice(0, shownAtFirst)
  const isStaying = items.some((one) => one.obstacle !== null)
  return (
    <section>
      <Typography variant="subtitle2" component="h3" gutterBottom>
        {label}
      </Typography>
      <Box
        sx={{
          maxHeight: 260,
          overflow: 'auto',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
        }}
      >
        <Table
          size="small"
          stickyHeader
          aria-label={label}
          sx={{ '& td': { verticalAlign: 'top' } }}
        >
          <TableHead>
            <TableRow>
              <TableCell>{t('column.token')}</TableCell>
              <TableCell>{t('column.user')}</TableCell>
              <TableCell>{t('column.lastUse')}</TableCell>
              {isStaying ? (
                <TableCell>{t('column.why')}</TableCell>
              ) : kind === 'extend' ? (
                <TableCell>{t('column.expiry')}</TableCell>
              ) : kind === 'assign_contact' ? (
                <TableCell>{t('column.contact')}</TableCell>
              ) : null}
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map((item) => (
              <TableRow key={item.id}>
                <TableCell sx={{ maxWidth: 220 }}>
                  <NameAndId name={item.name} id={item.id} />
                </TableCell>
                <TableCell>{item.userName}</TableCell>
                <TableCell>
                  <LastCall item={item} />
                </TableCell>
                {item.obstacle !== null ? (
                  <TableCell>{t(`obstacle.${item.obstacle}`)}</TableCell>
                ) : kind === 'extend' ? (
                  <TableCell>
                    <NewExpiry item={item} />
                  </TableCell>
                ) : kind === 'assign_contact' ? (
                  <TableCell>{item.contact || t('noContact')}</TableCell>
                ) : null}
              </TableRow>
            ))}
          </TableBody>
        </Table>
        {shown.length < items.length && (
          <Button size="small" onClick={() => setIsWhole(true)} sx={{ m: 1 }}>
            {t('showAll', { count: items.length })}
          </Button>
        )}
      </Box>
    </section>
  )
}

function LastCall({ item }: { item: BulkItem }) {
  const { t } = useTranslation('bulk')
  if (item.lastUsedAt === null) return t('neverUsed')
  return (
    <Box sx={{ lineHeight: 1.25, ...(item.isInUse && { fontWeight: 600 }) }}>
      {item.isInUse && (
        <WarningAmberRounded
          color="warning"
          titleAccess={t('usedToday')}
          sx={{ fontSize: 16, mr: 0.5, verticalAlign: 'text-bottom' }}
        />
      )}
      <When at={item.lastUsedAt} />
      {item.lastUsedFrom !== null && (
        <Typography variant="caption" component="div" color="textSecondary">
          {t('from', { source: item.lastUsedFrom })}
        </Typography>
      )}
    </Box>
  )
}

function NewExpiry({ item }: { item: BulkItem }) {
  const { t } = useTranslation('bulk')
  return (
    <>
      <WhenDay at={item.newExpiresAt} />
      <Typography variant="caption" component="div" color="textSecondary">
        {t('before')} <WhenDay at={item.expiresAt} />
      </Typography>
    </>
  )
}
