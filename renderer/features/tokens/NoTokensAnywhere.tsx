import VpnKeyOutlined from '@mui/icons-material/VpnKeyOutlined'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState'
import { NoMatch } from '../../ui/NoMatch'

type Props = { isFiltered: boolean; onClear(): void }

export function NoTokensAnywhere({ isFiltered, onClear }: Props) {
  const { t } = useTranslation('inventory')
  if (isFiltered)
    return (
      <NoMatch
        title={t('noMatch.title')}
        text={t('noMatch.text')}
        clearLabel={t('clear')}
        onClear={onClear}
      />
    )
  return <EmptyState icon={<VpnKeyOutlined />} title={t('empty.title')} text={t('empty.text')} />
}
