import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundLeak } from '../../../electron/contract/leak'
import { GoLink } from '../../ui/GoLink'
import { LastUseCell } from '../../ui/LastUseCell'
import { NameAndId } from '../../ui/NameAndId'
import { TokenBadges } from '../../ui/TokenBadges'
import { MatchBadge } from './MatchBadge'
import { usePlaceWords } from './use-place-words'

export function useLeakColumns() {
  const { t } = useTranslation('leaks')
  return useMemo((): GridColDef<FoundLeak>[] => {
    const columns: GridColDef<FoundLeak>[] = [
      {
        field: 'token',
        headerName: t('column.token'),
        flex: 1.4,
        minWidth: 130,
        hideable: false,
        display: 'flex',
        renderCell: ({ row }) => <LeakedToken leak={row} />,
      },
      {
        field: 'match',
        headerName: t('column.match'),
        width: 164,
        display: 'flex',
        renderCell: ({ row }) => <MatchBadge leak={row} />,
      },
      {
        field: 'userName',
        headerName: t('column.user'),
        flex: 1,
        minWidth: 100,
        valueGetter: (_value, row) => row.known?.userName ?? '',
      },
      {
        field: 'status',
        headerName: t('column.status'),
        width: 132,
        display: 'flex',
        renderCell: ({ row }) => row.known && <TokenBadges token={row.known.token} />,
      },
      {
        field: 'lastUsed',
        headerName: t('column.lastUsed'),
        width: 112,
        display: 'flex',
        renderCell: ({ row }) =>
          row.known && (
            <LastUseCell
              lastUsedAt={row.known.token.lastUsedAt}
              lastUsedFrom={row.known.token.lastUsedFrom}
            />
          ),
      },
      {
        field: 'places',
        headerName: t('column.places'),
        flex: 2,
        minWidth: 170,
        display: 'flex',
        renderCell: ({ row }) => <Places leak={row} />,
      },
    ]
    return columns.map((column) => ({ ...column, sortable: false }))
  }, [t])
}

function LeakedToken({ leak: { known, tokenId } }: { leak: FoundLeak }) {
  const { t } = useTranslation('leaks')
  if (known === null) return <NameAndId name={t('unknownToken')} id={tokenId} />
  const { token } = known
  const show = token.revokedAt === null ? '' : '&show=revoked'
  return (
    <NameAndId name={token.name} id={tokenId}>
      <Link
        component={GoLink}
        to={`/parametrization/users/${token.userId}/tokens?search=${token.id}${show}`}
      >
        {token.name}
      </Link>
    </NameAndId>
  )
}

function Places({ leak: { places, count } }: { leak: FoundLeak }) {
  const { t } = useTranslation('leaks')
  const wordsOf = usePlaceWords()
  const [first] = places
  if (!first) return null
  return (
    <Box sx={{ lineHeight: 1.25, minWidth: 0 }}>
      <Typography variant="body2" noWrap title={wordsOf(first)}>
        {wordsOf(first)}
      </Typography>
      {count > 1 && (
        <Typography variant="caption" component="div" color="textSecondary" noWrap>
          {t('place.more', { count: count - 1 })}
        </Typography>
      )}
    </Box>
  )
}
