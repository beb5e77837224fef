import { useTranslation } from 'react-i18next'
import type { ExpiredButCalled } from '../../../electron/contract/gateway'
import { useAnswer } from '../../keyward'
import { tableAnswer } from '../../ui/table-answer'
import { useListState } from '../../ui/useListState'
import { useStillCalledColumns } from './still-called-columns'
import { StillCalledPage } from './StillCalledPage'

/** Called with a token that has ended. */
export function ExpiredButCalledPage() {
  const { t } = useTranslation('calls')
  const { page, pageSize, setPage } = useListState({ sort: 'at', direction: 'desc' })
  const tokens = useAnswer('calls.expiredButCalled', { page, pageSize })
  const columns = useStillCalledColumns<ExpiredButCalled>({
    field: 'expiredAt',
    headerName: t('expired.expiredAt'),
  })
  return (
    <StillCalledPage
      view="expired"
      answer={tableAnswer(tokens)}
      columns={columns}
      page={{ page, pageSize }}
      onPage={setPage}
    />
  )
}
