import DensityMediumRounded from '@mui/icons-material/DensityMediumRounded'
import ViewColumnOutlined from '@mui/icons-material/ViewColumnOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Tooltip from '@mui/material/Tooltip'
import { ColumnsPanelTrigger, GridFooterContainer, type GridDensity } from '@mui/x-data-grid'
import { createContext, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TablePages } from './TablePages'

type Density = { density: GridDensity; onDensity: (density: GridDensity) => void }

export const DensityContext = createContext<Density>({ density: 'standard', onDensity: () => {} })

const densities: GridDensity[] = ['compact', 'standard', 'comfortable']

export function TableFooter() {
  const { t } = useTranslation('common')
  return (
    <GridFooterContainer>
      <Box sx={{ display: 'flex', pl: 0.5 }}>
        <Tooltip title={t('table.columns')}>
          <ColumnsPanelTrigger render={<IconButton size="small" aria-label={t('table.columns')} />}>
            <ViewColumnOutlined fontSize="small" />
          </ColumnsPanelTrigger>
        </Tooltip>
        <DensityMenu />
      </Box>
      <TablePages />
    </GridFooterContainer>
  )
}

function DensityMenu() {
  const { t } = useTranslation('common')
  const { density, onDensity } = useContext(DensityContext)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Tooltip title={t('table.density')}>
        <IconButton
          size="small"
          aria-label={t('table.density')}
          aria-haspopup="menu"
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <DensityMediumRounded fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {densities.map((one) => (
          <MenuItem
            key={one}
            role="menuitemradio"
            aria-checked={one === density}
            selected={one === density}
            onClick={() => {
              onDensity(one)
              setAnchor(null)
            }}
          >
            {t(`table.${one}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
