import FilterListRounded from '@mui/icons-material/FilterListRounded'
import Button from '@mui/material/Button'
import Popover from '@mui/material/Popover'
import Tooltip from '@mui/material/Tooltip'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entity } from '../../../electron/contract/entity'
import type { Where } from '../../../electron/contract/record'
import { ConditionForm } from './ConditionForm'

type Props = { entity: Entity; onAdd: (condition: Where) => void }

/** Only indexed fields can be looked through quickly, so only they are offered. */
export function AddCondition({ entity, onAdd }: Props) {
  const { t } = useTranslation('entities')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const indexed = entity.fields.filter((one) => one.indexed)
  const button = (
    <Button
      variant="outlined"
      startIcon={<FilterListRounded />}
      disabled={indexed.length === 0}
      aria-haspopup="dialog"
      aria-expanded={anchor !== null}
      onClick={(event) => setAnchor(event.currentTarget)}
    >
      {t('filter.add')}
    </Button>
  )
  if (indexed.length === 0)
    return (
      <Tooltip title={t('filter.none')} describeChild>
        <span>{button}</span>
      </Tooltip>
    )
  return (
    <>
      {button}
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': t('filter.add'), sx: { mt: 0.5 } },
        }}
      >
        <ConditionForm
          entity={entity}
          indexed={indexed}
          onApply={(condition) => {
            setAnchor(null)
            onAdd(condition)
          }}
        />
      </Popover>
    </>
  )
}
