import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import FileUploadOutlined from '@mui/icons-material/FileUploadOutlined'
import MoreVertRounded from '@mui/icons-material/MoreVertRounded'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import ListItemIcon from '@mui/material/ListItemIcon'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entity } from '../../../electron/contract/entity'
import type { Asked } from '../../../electron/contract/index'
import type { ImportFile } from '../../../electron/contract/transfer'
import { failureIn, useCommand } from '../../keyward'
import { useIsNarrow } from '../../ui/narrow-window'
import { useNotify } from '../../ui/notify'
import { useMay } from '../../ui/useMay'
import { ExportDialog } from './ExportDialog'
import { ImportDialog } from './ImportDialog'

type Props = {
  entity: Entity
  /** What is listed now: that is what an export holds. */
  asked: Omit<Asked<'records.export'>, 'format' | 'withSensitive'>
  total: number | undefined
}

export function TransferTools({ entity, asked, total }: Props) {
  const { t } = useTranslation('transfers')
  const may = useMay()
  const notify = useNotify()
  const isNarrow = useIsNarrow()
  const choose = useCommand('imports.choose')
  const [file, setFile] = useState<ImportFile | null>(null)
  const [isExporting, setIsExporting] = useState(false)

  const chooseFile = () =>
    choose.mutate(
      { entityId: entity.id },
      {
        onSuccess: setFile,
        onError: (error) => {
          const failure = failureIn(error)
          if (failure) notify.failure(failure)
        },
      },
    )
  const tools = [
    ...(may('imports.choose')
      ? [
          {
            name: 'import' as const,
            icon: <FileUploadOutlined fontSize="small" />,
            isBusy: choose.isPending,
            isDisabled: false,
            run: chooseFile,
          },
        ]
      : []),
    {
      name: 'export' as const,
      icon: <FileDownloadOutlined fontSize="small" />,
      isBusy: false,
      isDisabled: !total,
      run: () => setIsExporting(true),
    },
  ]

  return (
    <>
      {isNarrow ? (
        <ToolMenu tools={tools} />
      ) : (
        tools.map(({ name, icon, isBusy, isDisabled, run }) => (
          <Button
            key={name}
            variant="outlined"
            startIcon={icon}
            loading={isBusy}
            disabled={isDisabled}
            onClick={run}
          >
            {t(`${name}.button`)}
          </Button>
        ))
      )}
      {isExporting && (
        <ExportDialog
          entity={entity}
          asked={asked}
          total={total ?? 0}
          onClose={() => setIsExporting(false)}
        />
      )}
      {file && <ImportDialog entity={entity} file={file} onClose={() => setFile(null)} />}
    </>
  )
}

type Tool = {
  name: 'import' | 'export'
  icon: React.ReactNode
  isBusy: boolean
  isDisabled: boolean
  run: () => void
}

/** The same where there is no room for buttons. */
function ToolMenu({ tools }: { tools: Tool[] }) {
  const { t } = useTranslation('transfers')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <IconButton
        aria-label={t('menu')}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <MoreVertRounded fontSize="small" />
      </IconButton>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {tools.map(({ name, icon, isBusy, isDisabled, run }) => (
          <MenuItem
            key={name}
            disabled={isBusy || isDisabled}
            onClick={() => {
              setAnchor(null)
              run()
            }}
          >
            <ListItemIcon>{icon}</ListItemIcon>
            {t(`${name}.button`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
