import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Token } from '../../../electron/contract/token'
import { DeleteTokenDialog } from '../../ui/DeleteTokenDialog'
import { DisableTokenDialog } from '../../ui/DisableTokenDialog'
import { explainTokenPath } from '../../ui/explain-path'
import { Fact, Facts } from '../../ui/Facts'
import { GoLink } from '../../ui/GoLink'
import { NameAndId } from '../../ui/NameAndId'
import { useNotify } from '../../ui/notify'
import { TokenExpiry } from '../../ui/TokenExpiry'
import { isSwitchedOn } from '../../ui/unused-days'
import { TokenBadges } from '../../ui/TokenBadges'
import { useRotateToken } from '../../ui/rotate-token'
import { useTokenSwitch } from '../../ui/use-token-switch'
import { useMay } from '../../ui/useMay'
import { useNow } from '../../ui/useNow'
import { When } from '../../ui/When'

type Props = { token: Token; userName: string; onChanged: () => void }

/** Whose it is, what it may do and when it was used, with what is urgent in an incident at hand. */
export function FoundToken({ token, userName, onChanged }: Props) {
  const { t } = useTranslation('identify')
  const { t: common } = useTranslation('common')
  const may = useMay()
  const notify = useNotify()
  const { switchTo } = useTokenSwitch()
  const rotate = useRotateToken()
  const now = useNow()
  const isOver = token.expiresAt !== null && token.expiresAt <= now
  const [asking, setAsking] = useState<'disable' | 'delete' | null>(null)
  const close = () => {
    setAsking(null)
    onChanged()
  }
  const home = `/parametrization/users/${token.userId}/tokens?search=${token.id}`
  const words = token.grants.map(
    ({ entityTitle, permissions }) =>
      `${entityTitle ?? common('allEntities')}: ${permissions.map((one) => common(`permission.${one}`)).join(', ')}`,
  )
  return (
    <>
      <Facts>
        <Fact name={t('fact.token')}>
          <NameAndId name={token.name} id={token.id}>
            <Link component={GoLink} to={home}>
              {token.name}
            </Link>
          </NameAndId>
        </Fact>
        <Fact name={t('fact.user')}>{userName}</Fact>
        <Fact name={t('fact.status')}>
          <TokenBadges token={token} />
        </Fact>
        <Fact name={t('fact.permissions')}>{words.join(' · ') || common('none')}</Fact>
        <Fact name={t('fact.expires')}>
          <TokenExpiry token={token} />
        </Fact>
        <Fact name={t('fact.lastUsed')}>
          <When at={token.lastUsedAt} empty={common('when.never')} />
          {token.lastUsedFrom !== null && <> · {token.lastUsedFrom}</>}
        </Fact>
      </Facts>
      {token.revokedAt === null && (
        <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap' }}>
          {may('tokens.setEnabled') && (
            <Button
              variant="outlined"
              onClick={() => {
                if (isSwitchedOn(token)) setAsking('disable')
                else switchTo(token, true, { onDone: onChanged, onRefused: notify.failure })
              }}
            >
              {t(isSwitchedOn(token) ? 'disable' : 'enable')}
            </Button>
          )}
          {may('tokens.rotate') && !isOver && (
            <Button variant="outlined" onClick={() => rotate(token, onChanged)}>
              {t('rotate')}
            </Button>
          )}
          {may('tokens.revoke') && (
            <Button variant="outlined" color="error" onClick={() => setAsking('delete')}>
              {t('delete')}
            </Button>
          )}
          <Button component={GoLink} to={explainTokenPath(token.id)}>
            {t('explain')}
          </Button>
        </Stack>
      )}
      {asking === 'disable' && <DisableTokenDialog token={token} onClose={close} />}
      {asking === 'delete' && <DeleteTokenDialog token={token} onClose={close} />}
    </>
  )
}
