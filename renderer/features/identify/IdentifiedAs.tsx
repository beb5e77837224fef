import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Stack from '@mui/material/Stack'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Identified } from '../../../electron/contract/explain'
import { EarlierSecret } from './EarlierSecret'
import { FoundToken } from './FoundToken'

type Props = { identified: Identified; onChanged: () => void }

export function IdentifiedAs({ identified, onChanged }: Props) {
  const { t } = useTranslation('identify')
  const region = useRef<HTMLDivElement>(null)
  const isFound = identified.outcome === 'found'
  const isEarlier = isFound && identified.earlier !== null
  const isRevoked = 'token' in identified && identified.token.revokedAt !== null
  // The button that deleted it is gone, and the focus with it.
  useEffect(() => {
    if (isRevoked && document.activeElement === document.body) region.current?.focus()
  }, [isRevoked])
  return (
    <Stack spacing={2} ref={region} tabIndex={-1} sx={{ outline: 'none' }}>
      {isEarlier ? (
        <EarlierSecret validUntil={identified.validUntil ?? 0} />
      ) : (
        <Alert severity={isFound ? 'success' : 'warning'}>
          <AlertTitle sx={isFound ? { mb: 0 } : null}>
            {isFound ? t(`found.${identified.by}`) : t(`outcome.${identified.outcome}.title`)}
          </AlertTitle>
          {!isFound && t(`outcome.${identified.outcome}.text`, detailsOf(identified))}
        </Alert>
      )}
      {'token' in identified && (
        <FoundToken token={identified.token} userName={identified.userName} onChanged={onChanged} />
      )}
    </Stack>
  )
}

const detailsOf = (identified: Identified): Record<string, string | number> => {
  if (identified.outcome === 'cut_off')
    return { characters: identified.characters, of: identified.of }
  if (identified.outcome === 'wrong_character') return { position: identified.position }
  return identified.outcome === 'unknown_here' ? { id: identified.tokenId } : {}
}
