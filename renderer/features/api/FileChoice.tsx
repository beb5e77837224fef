import InsertDriveFileOutlined from '@mui/icons-material/InsertDriveFileOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormHelperText from '@mui/material/FormHelperText'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  label: string
  /** What the button does, for those who hear it alone. */
  action: string
  hint: string
  name: string | null
  error: string | undefined
  busy: boolean
  onChoose: () => void
  children?: ReactNode
}

/** A file by its name, and the system's dialog for another one. */
export function FileChoice({ label, action, hint, name, error, busy, onChoose, children }: Props) {
  const { t } = useTranslation('api')
  const labelId = useId()
  return (
    <Box role="group" aria-labelledby={labelId}>
      <Typography id={labelId} variant="subtitle2" color={error ? 'error' : 'textPrimary'}>
        {label}
      </Typography>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1.5, flexWrap: 'wrap', mt: 0.5 }}>
        <Button
          variant="outlined"
          size="small"
          loading={busy}
          aria-label={action}
          onClick={onChoose}
        >
          {t(name === null ? 'listening.choose' : 'listening.chooseOther')}
        </Button>
        {name === null ? (
          <Typography color="textSecondary">{t('listening.noFile')}</Typography>
        ) : (
          <Stack direction="row" sx={{ alignItems: 'center', gap: 0.5, minWidth: 0 }}>
            <InsertDriveFileOutlined aria-hidden sx={{ fontSize: 18, color: 'text.secondary' }} />
            <Typography sx={{ overflowWrap: 'anywhere' }}>{name}</Typography>
          </Stack>
        )}
      </Stack>
      <FormHelperText error={error !== undefined} role={error === undefined ? undefined : 'alert'}>
        {error ?? hint}
      </FormHelperText>
      {children}
    </Box>
  )
}
