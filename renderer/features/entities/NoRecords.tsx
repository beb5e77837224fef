import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined'
import { useTranslation } from 'react-i18next'
import type { Entity } from '../../../electron/contract/entity'
import { EmptyState } from '../../ui/EmptyState'
import { NoMatch } from '../../ui/NoMatch'
import { RecordSample } from './RecordSample'

type Props = { entity: Entity; isFiltered: boolean; onClear: () => void }

export function NoRecords({ entity, isFiltered, onClear }: Props) {
  const { t } = useTranslation('entities')
  return isFiltered ? (
    <NoMatch
      title={t('records.noMatch.title')}
      text={t('records.noMatch.text')}
      clearLabel={t('records.noMatch.clear')}
      onClear={onClear}
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
