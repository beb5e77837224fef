import PeopleOutlined from '@mui/icons-material/PeopleOutlined'
import SearchOffRounded from '@mui/icons-material/SearchOffRounded'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState'

type NoUsersProps = { isNarrowed: boolean; onClear(): void }

export function NoUsers({ isNarrowed, onClear }: NoUsersProps) {
  const { t } = useTranslation('users')
  return isNarrowed ? (
    <EmptyState
      icon={<SearchOffRounded />}
      title={t('noMatch.title')}
      text={t('noMatch.text')}
      action={<Button onClick={onClear}>{t('noMatch.clear')}</Button>}
    />
  ) : (
    <EmptyState icon={<PeopleOutlined />} title={t('empty.title')} text={t('empty.text')} />
  )
}
