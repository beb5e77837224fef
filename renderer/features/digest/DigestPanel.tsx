import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Digest } from '../../../electron/contract/digest'
import { useAnswer, useCommand } from '../../keyward'
import { GoLink } from '../../ui/GoLink'
import { toneColours } from '../../ui/tones'
import { useSignedIn } from '../../ui/useMay'
import { When } from '../../ui/When'
import { digestPath } from './digest-path'

type Props = { isShown: boolean; onClosed: () => void }

/** Once a sign-in; it stands above the page, and keeps nobody from anything. */
export function DigestPanel({ isShown, onClosed }: Props) {
  const { t } = useTranslation('digest')
  const client = useQueryClient()
  const { data: digest = null } = useAnswer('digest.get', undefined, { staleTime: Infinity })
  const command = useCommand('digest.close')
  const close = (forToday: boolean) => {
    command.mutate({ forToday })
    client.setQueryData(['digest.get', undefined], null)
    onClosed()
  }
  return (
    <>
      <Box component="span" aria-live="polite" sx={forReadersAloud}>
        {digest && t('announced', { count: digest.items.length })}
      </Box>
      {digest && isShown && <Panel digest={digest} onClose={close} />}
    </>
  )
}

type PanelProps = { digest: Digest; onClose: (forToday: boolean) => void }

function Panel({ digest, onClose }: PanelProps) {
  const { t } = useTranslation('digest')
  const titleId = useId()
  const role = useSignedIn()?.role ?? 'auditor'
  return (
    <Box component="section" aria-labelledby={titleId} sx={frame}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <Box sx={{ flex: 1, minWidth: 240 }}>
          <Typography variant="h2" id={titleId}>
            {t('title')}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {t('lastSignIn')} <When at={digest.since} />.
          </Typography>
        </Box>
        <Button size="small" onClick={() => onClose(true)}>
          {t('notToday')}
        </Button>
        <Button size="small" variant="outlined" onClick={() => onClose(false)}>
          {t('dismiss')}
        </Button>
      </Box>
      <Box component="ul" sx={list}>
        {digest.items.map(({ kind, count }) => (
          <Box component="li" key={kind} sx={{ minWidth: 0 }}>
            <Link component={GoLink} to={digestPath(kind, digest)}>
              {t(`fact.${kind}`, { count })}
            </Link>
            <Typography variant="body2" color="textSecondary">
              {t(`${role}.${kind}`)}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  )
}

/** Heard when it comes; it takes no focus. */
const forReadersAloud = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const

const frame = {
  mb: 2,
  p: 2,
  flexShrink: 0,
  maxWidth: 1280,
  border: 1,
  borderColor: 'divider',
  borderLeftWidth: 4,
  borderLeftColor: (theme: Parameters<typeof toneColours>[0]) => toneColours(theme, 'notice').text,
  borderRadius: 1,
} as const

const list = {
  m: 0,
  mt: 1.5,
  p: 0,
  listStyle: 'none',
  display: 'grid',
  gap: 1.5,
  gridTemplateColumns: 'repeat(auto-fill, minmax(280px, 1fr))',
} as const
