import { join } from 'node:path'
import icon from '../../resources/icon.png?asset'

// As built: out/main/main.js, out/preload/index.cjs, out/renderer/index.html.
export const iconFile = icon
export const preloadFile = join(import.meta.dirname, '../preload/index.cjs')
export const windowFolder = join(import.meta.dirname, '../renderer')
export const gatewayFile = join(import.meta.dirname, 'gateway.js')
export const userImportFile = join(import.meta.dirname, 'user-import.js')
export const scanFile = join(import.meta.dirname, 'scan.js')
export const transferFile = join(import.meta.dirname, 'transfer.js')
