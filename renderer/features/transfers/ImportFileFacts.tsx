import Tooltip from '@mui/material/Tooltip'
import { useTranslation } from 'react-i18next'
import type { ImportFile } from '../../../electron/contract/transfer'
import { Fact, Facts } from '../../ui/Facts'
import { sizeWords } from '../../ui/size-words'

const separators = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const

export function ImportFileFacts({ file }: { file: ImportFile }) {
  const { t } = useTranslation('transfers')
  const { name, bytes, format, delimiter } = file
  return (
    <Facts>
      <Fact name={t('file.name')}>
        {name} (
        <Tooltip title={t('file.bytes', { count: bytes })} describeChild>
          <span>{sizeWords(bytes)}</span>
        </Tooltip>
        )
      </Fact>
      <Fact name={t('file.format')}>
        {delimiter ? t(`file.separatedBy.${separators[delimiter]}`) : t(`format.${format}`)}
      </Fact>
    </Facts>
  )
}
