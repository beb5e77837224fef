import PeopleOutlined from '@mui/icons-material/PeopleOutlined'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState'
import { NoMatch } from '../../ui/NoMatch'

type NoUsersProps = { isNarrowed: boolean; onClear(): void }

export function NoUsers({ isNarrowed, onClear }: NoUsersProps) {
  const { t } = useTranslation('users')
  return isNarrowed ? (
    <NoMatch
      title={t('noMatch.title')}
      text={t('noMatch.text')}
      clearLabel={t('noMatch.clear')}
      onClear={onClear}
    />
  ) : (
    <EmptyState icon={<PeopleOutlined />} title={t('empty.title')} text={t('empty.text')} />
  )
}
