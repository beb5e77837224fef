import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined'
import SearchOffRounded from '@mui/icons-material/SearchOffRounded'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { Entity } from '../../../electron/contract/entity'
import { EmptyState } from '../../ui/EmptyState'
import { RecordSample } from './RecordSample'

type Props = { entity: Entity; isFiltered: boolean; onClear: () => void }

export function NoRecords({ entity, isFiltered, onClear }: Props) {
  const { t } = useTranslation('entities')
  return isFiltered ? (
    <EmptyState
      icon={<SearchOffRounded />}
      title={t('records.noMatch.title')}
      text={t('records.noMatch.text')}
      action={<Button onClick={onClear}>{t('records.noMatch.clear')}</Button>}
    />
  ) : (
    <EmptyState
      icon={<Inventory2Outlined />}
      title={t('records.empty.title')}
      text={t('records.empty.text')}
      action={<RecordSample entity={entity} />}
    />
  )
}
