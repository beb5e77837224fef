import { useTranslation } from 'react-i18next'
import type { ReplacedButCalled } from '../../../electron/contract/gateway'
import { useAnswer } from '../../keyward'
import { tableAnswer } from '../../ui/table-answer'
import { useListState } from '../../ui/useListState'
import { useStillCalledColumns } from './still-called-columns'
import { StillCalledPage } from './StillCalledPage'

/** Called with a secret that was replaced. */
export function ReplacedButCalledPage() {
  const { t } = useTranslation('calls')
  const { page, pageSize, setPage } = useListState({ sort: 'at', direction: 'desc' })
  const tokens = useAnswer('calls.replacedButCalled', { page, pageSize })
  const columns = useStillCalledColumns<ReplacedButCalled>({
    field: 'rotatedAt',
    headerName: t('replaced.rotatedAt'),
    callsName: t('replaced.calls'),
  })
  return (
    <StillCalledPage
      view="replaced"
      answer={tableAnswer(tokens)}
      columns={columns}
      page={{ page, pageSize }}
      onPage={setPage}
    />
  )
}
