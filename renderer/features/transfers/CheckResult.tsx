import Alert from '@mui/material/Alert'
import { useTranslation } from 'react-i18next'
import type { Entity } from '../../../electron/contract/entity'
import { transferLimits, type Transfer } from '../../../electron/contract/transfer'
import { BroughtIntoView } from '../../ui/BroughtIntoView'
import { FailureNotice } from '../../ui/FailureNotice'
import { RowFaults } from './RowFaults'
import { useCountWords } from './use-transfer-words'

/** What the dry run found: what would become of every row, and the rows to correct. */
export function CheckResult({ entity, result }: { entity: Entity; result: Transfer }) {
  const { t } = useTranslation('transfers')
  const countWords = useCountWords()
  const { failure, faults, counts } = result
  return (
    <BroughtIntoView>
      {failure ? (
        <FailureNotice failure={failure} />
      ) : counts.refused === 0 ? (
        <Alert severity="success">
          {t('check.faultless', { count: result.rows, what: countWords(counts) })}
        </Alert>
      ) : (
        <>
          <Alert severity="error" sx={{ mb: 1 }}>
            {t('check.faulty', { count: counts.refused })}
            {result.rows > counts.refused &&
              ` ${t('check.others', { what: countWords({ ...counts, refused: 0 }) })}`}
            {faults.length >= transferLimits.faults &&
              ` ${t('check.first', { count: transferLimits.faults })}`}
          </Alert>
          <RowFaults entity={entity} faults={faults} />
        </>
      )}
    </BroughtIntoView>
  )
}
